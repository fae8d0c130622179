"""Whether a site is whole after builds that were killed, or that ran out of disk.

Run it with `python -m tests.benchmarks.killed_builds [--records 200] [--kills 50]`. Every build
is a real `catalogue build` after a real edit, killed with `kill -9` at a moment drawn at random
from the time a build takes. After each kill the site is compared with its own manifest, and at
the end with what a build from nothing makes. For root, builds then run on a small disk of their
own with ever less room left.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import perf_counter

from tests.benchmarks.many_records import SEED, write_project
from tests.build.whole_sites import bytes_below, faults_of
from tests.conftest import project_options

_LEFT = (0, 64, 256, 1024, 4096)
"""Kilobytes left on the disk when a build begins that changes every page."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A project to build, where its site goes, and dice."""

    root: Path
    site: Path
    dice: Random

    def edit(self, number: int) -> None:
        """Change a record, so that there is something to build."""
        records = sorted((self.root / "content/faqs").glob("*.yml"))
        record = self.dice.choice(records)
        text = record.read_text("utf-8")
        head, _, rest = text.partition("\n")
        record.write_text(f"{head.split('·')[0]}·{number}\n{rest}", "utf-8")

    def rename_city(self, number: int) -> None:
        """Change every page."""
        file = self.root / "content/site.yml"
        text = file.read_text("utf-8")
        file.write_text(re.sub("(?m)^name: .*", f"name: 示例{number}", text), "utf-8")

    def start(self, site: Path | None = None) -> subprocess.Popen[bytes]:
        """Start a build."""
        where = ["--site", str(site or self.site)]
        command = [sys.executable, "-m", "generators.cli", "build", *project_options(self.root)]
        return subprocess.Popen([*command, *where], stderr=subprocess.PIPE)

    def build(self, site: Path | None = None) -> float:
        """Build, which must succeed, and return how many seconds it took."""
        begun = perf_counter()
        process = self.start(site)
        _, said = process.communicate()
        if process.returncode:
            raise RuntimeError(said.decode())
        return perf_counter() - begun


def kill_builds(subject: Subject, kills: int) -> None:
    """Kill builds at random moments, and print how many left a site that is not whole."""
    subject.build()
    subject.edit(0)
    builds, killed, broken, took = 0, 0, 0, subject.build()
    while killed < kills:
        builds += 1
        subject.edit(builds)
        begun, process = perf_counter(), subject.start()
        try:
            process.communicate(timeout=subject.dice.uniform(0, took))
            took = perf_counter() - begun
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            killed += 1
        broken += bool(faults_of(subject.site))
    print(f"{builds} builds, {killed} of them killed: {broken} left a site in pieces", flush=True)
    _compare_with_clean(subject)


def _compare_with_clean(subject: Subject) -> None:
    """Print whether the next build gives what a build from nothing gives."""
    subject.build()
    left = sorted(path.name for path in subject.site.parent.iterdir())
    shutil.rmtree(subject.root / ".cache", ignore_errors=True)
    clean = subject.root.parent / "clean" / "site"
    subject.build(clean)
    same = bytes_below(clean) == bytes_below(subject.site)
    print(f"the next build is {'right' if same else 'WRONG'}; in the folder of the site: {left}")


def fill_disk(subject: Subject, disk: Path) -> None:
    """Build with ever less room on a disk, and print what was said and what was left."""
    site = disk / "site"
    subject.build(site)
    for number, left in enumerate(_LEFT):
        subject.rename_city(number)
        before = bytes_below(site)
        _fill(disk, left)
        process = subject.start(site)
        said = process.communicate()[1].decode().splitlines()
        refused = next((line for line in said if "磁盘满了" in line), "")
        which = "the old" if bytes_below(site) == before else "the new"
        state = "in pieces" if faults_of(site) else "whole"
        print(f"{left} KB left: status {process.returncode}, {which} site is {state}; {refused}")
    (disk / "filler").unlink()
    subject.build(site)
    print(f"with room again: {'whole' if not faults_of(site) else 'IN PIECES'}")


def _fill(disk: Path, left: int) -> None:
    """Leave so many kilobytes of a disk."""
    with (disk / "filler").open("wb") as filler:
        room = shutil.disk_usage(disk).free - left * 1024
        filler.write(bytes(max(0, room)))


@contextmanager
def _small_disk(folder: Path, size: int) -> Iterator[Path]:
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def main() -> None:
    """Kill builds, and run them out of disk."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=200)
    parser.add_argument("--kills", type=int, default=50)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        write_project(root / "project", given.records)
        subject = Subject(root / "project", root / "web" / "site", Random(SEED))
        kill_builds(subject, given.kills)
        if os.geteuid():
            print("only root can make a disk to fill up")
            return
        size = sum(len(data) for data in bytes_below(subject.site).values())
        with _small_disk(root / "disk", size * 3) as disk:
            fill_disk(subject, disk)


if __name__ == "__main__":
    main()
