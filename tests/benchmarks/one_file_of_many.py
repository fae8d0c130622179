"""What it costs to write a site of which one file changed, against linking all others anew.

Run it with `python -m tests.benchmarks.one_file_of_many [--files 50000] [--folder DIR]`. It prints
seconds by the clock and seconds of the processor, as disks and neighbours make the first noisy.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random
from time import perf_counter, process_time

from generators.artifacts import Artifact
from generators.build.writer import write_site

_SIZE = 10_000
"""Bytes of a file, about as many as a page has."""


def _artifacts(count: int, changed: int = -1) -> Iterator[Artifact]:
    dice = Random(0)
    texts = [dice.randbytes(_SIZE - 8) for _ in range(50)]
    for number in range(count):
        mark = f"{-number if number == changed else number:08}".encode()
        yield Artifact(
            f"kind-{number % 13}/{number // 4}/{number % 4}.html", mark + texts[number % 50]
        )


def _link_all(site: Path) -> None:
    """Do what was done before there was a twin: link every file, and remove the old folder."""
    fresh = site.with_name("fresh")
    shutil.copytree(site, fresh, copy_function=os.link)
    shutil.rmtree(site)
    fresh.rename(site)


def _report(name: str, work: Callable[[], object]) -> None:
    begun, used = perf_counter(), process_time()
    work()
    print(f"{name}: {perf_counter() - begun:.2f} s, {process_time() - used:.2f} s of the processor")


def measure(count: int, folder: Path) -> None:
    """Print what each way costs."""
    site = folder / "site"
    _report(f"{count} files written", lambda: write_site(_artifacts(count), site))
    _report("none changed", lambda: write_site(_artifacts(count), site))
    for number in range(1, 4):
        _report("one changed", partial(write_site, _artifacts(count, number), site))
    _report("making the artifacts alone", lambda: sum(1 for _ in _artifacts(count)))
    _report("all linked anew, the old removed", lambda: _link_all(site))


def main() -> None:
    """Measure as the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=50_000)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as place:
        measure(given.files, Path(place))


if __name__ == "__main__":
    main()
