"""How long indexing takes, and how much memory, against Pagefind on the same records.

Run it with `python -m tests.benchmarks.search_build [--count 10000] [--rounds 3]`; it needs
`pip install 'startup-catalogue[bench]'`. Both sides run in a fresh process, in turn, and the
medians are printed. Pagefind reads bare pages: a title and the searched text.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from statistics import median
from time import perf_counter

from generators.search.documents import Document
from tests.benchmarks.cost import Cost, cost
from tests.benchmarks.made_index import made_catalogue, read_catalogue, searched, write_index

ROUNDS = 3
GATHERED, BUILT = "catalogue to documents, s", "documents to files, s"
_PAGE = """<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{0}</title></head>
<body><main><h1>{0}</h1><p>{1}</p></main></body></html>"""


@dataclass(frozen=True, slots=True)
class Compared:
    """What indexing took: ours as a whole process and part by part, and Pagefind."""

    ours: tuple[Cost, ...]
    parts: tuple[Mapping[str, float], ...]
    theirs: tuple[Cost, ...]

    @property
    def built(self) -> tuple[Cost, ...]:
        """Return ours without the reading of the records, which is no part of an index."""
        pairs = zip(self.ours, self.parts, strict=True)
        return tuple(replace(cost, seconds=part[BUILT]) for cost, part in pairs)


def compare(count: int, rounds: int) -> Compared:
    """Index *count* made records in turn."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        _write_pages(searched(made_catalogue(root / "project", count)), root / "pages")
        runs = [(*_ours(root), _pagefind(root)) for _ in range(rounds)]
    return Compared(*zip(*runs, strict=True))


def _write_pages(found: Sequence[Document], pages: Path) -> None:
    for document in found:
        file = pages / document.path / "index.html"
        file.parent.mkdir(parents=True)
        text = "</p><p>".join(escape(f"{document.keywords}\n{document.text}").split("\n"))
        file.write_text(_PAGE.format(escape(document.title), text), "utf-8")


def _ours(root: Path) -> tuple[Cost, dict[str, float]]:
    said = root / "said.json"
    command = [sys.executable, "-m", __spec__.name, "--index", str(root / "project"), str(said)]
    took = cost(command, root / "ours")
    return took, json.loads(said.read_text("utf-8"))


def _pagefind(root: Path) -> Cost:
    out = root / "pagefind"
    arguments = ["--site", str(root / "pages"), "--output-path", str(out), "--silent"]
    return cost([sys.executable, "-m", "pagefind", *arguments], out)


def _print(count: int, compared: Compared) -> None:
    ours, theirs = compared.ours, compared.theirs
    parts = {name: median(p[name] for p in compared.parts) for name in compared.parts[0]}
    print(f"{count} documents, medians of {len(ours)}")
    for name, seconds in parts.items():
        print(f"  {name}: {seconds:.2f}")
    for title, costs in (("ours, whole process", ours), ("Pagefind", theirs)):
        print(
            f"{title}: {_median(costs, 'seconds'):.2f} s, {_median(costs, 'peak'):.0f} MB", end=""
        )
        print(f", {costs[0].files} files, {costs[0].size / 1e6:.1f} MB")
    total = parts[BUILT] + parts[GATHERED]
    slow = _median(theirs, "seconds")
    share = f"{parts[BUILT] / slow:.2f} x Pagefind, with documents {total / slow:.2f}"
    print(f"time: documents to files {share}")
    print(f"peak memory: {_median(ours, 'peak') / _median(theirs, 'peak'):.2f} x Pagefind")


def _median(costs: Sequence[Cost], name: str) -> float:
    return float(median(getattr(took, name) for took in costs))


def index(project: Path, said: Path) -> None:
    """Index a project as a fresh process, and write how long each part took."""
    gc.disable()  # as the command does
    catalogue = read_catalogue(project)
    before, start = _peak(), perf_counter()
    found = searched(catalogue)
    gathered = perf_counter()
    write_index(found, catalogue, project.parent / "ours")
    parts = {
        GATHERED: gathered - start,
        BUILT: perf_counter() - gathered,
        "peak once the catalogue is read, MB": before,
        "peak at the end, MB": _peak(),
    }
    said.write_text(json.dumps(parts), "utf-8")


def _peak() -> float:
    return getrusage(RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure, or be the process that is measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--index", type=Path, nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.index:
        index(*given.index)
    else:
        _print(given.count, compare(given.count, given.rounds))


if __name__ == "__main__":
    main()
