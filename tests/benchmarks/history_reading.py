"""Measure reading the history of many records that were changed many times.

Run it with `python -m tests.benchmarks.history_reading RECORDS COMMITS FOLDER`. Each commit
changes thirty records in three fields.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

from generators.build.history import read_history
from generators.build.project import read_project
from tests.benchmarks.many_records import SEED, write_project
from tests.repositories import SampleRepository

_A_COMMIT = 30
_KINDS = ("policies", "procedures", "events", "loans", "courses", "articles", "faqs")
_DAYS = re.compile(r"^(updated_on|verified_on): .*$", re.M)
_SUMMARY = re.compile(r"^summary: .*$", re.M)


def write_repository(folder: Path, count: int, commits: int) -> None:
    """Write a project in a repository, and change it again and again."""
    write_project(folder, count)
    repository = SampleRepository(folder)
    repository.begin()
    files = sorted(file for kind in _KINDS for file in (folder / "content" / kind).glob("*.yml"))
    chosen = Random(SEED)
    for number in range(commits):
        for file in chosen.sample(files, _A_COMMIT):
            text = _SUMMARY.sub(
                f"summary: 第{number}版的说明，一句大白话。", file.read_text("utf-8")
            )
            day = f"2026-{number % 9 + 1:02}-{number % 28 + 1:02}"
            file.write_text(_DAYS.sub(rf"\1: {day}", text), "utf-8")
        repository.commit({})


def _measured(folder: Path) -> Iterator[str]:
    project = read_project(folder / "mkdocs.yml")
    (project.cache / "history.json").unlink(missing_ok=True)
    for name in ("without a cache", "with it"):
        start, busy = time.perf_counter(), time.process_time()
        history = read_history(project, until=date.max)
        spent = time.perf_counter() - start, time.process_time() - busy
        yield f"{name}: {spent[0]:.1f} s, {spent[1]:.1f} s of a core, {len(history.revisions)} revisions"


def main() -> None:
    """Write the repository where there is none, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", type=int)
    parser.add_argument("commits", type=int)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    if not options.folder.exists():
        write_repository(options.folder, options.records, options.commits)
    print("\n".join(_measured(options.folder)))


if __name__ == "__main__":
    main()
