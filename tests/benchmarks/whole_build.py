"""How long a whole build takes, against what a site like this one would otherwise be built with.

Run it with `make bench`, or `python -m tests.benchmarks.whole_build [COUNT ...] [--rounds 3]
[--peers-up-to 10000] [--out docs/benchmarks.md]`. Each count has a repository of its own; in every
round all builders run in turn, each in a fresh process: ours cold, after the edit of one
summary, and with nothing changed; Hugo and Pagefind on its output; Material for MkDocs.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks import builders
from tests.benchmarks.cost import Cost
from tests.benchmarks.figures import (
    COLD,
    EDIT,
    HUGO,
    MATERIAL,
    PAGEFIND,
    SAME,
    SEARCH,
    SEARCH_PAGEFIND,
    Taken,
)
from tests.benchmarks.made_index import read_catalogue
from tests.benchmarks.many_records import write_project
from tests.benchmarks.report import report
from tests.benchmarks.search_build import compare
from tests.repositories import SampleRepository

COUNTS = (1_000, 10_000, 100_000)
PEERS_UP_TO = 10_000
ROUNDS = 3
_SUMMARY = re.compile(r"^summary: .*$", re.M)


def measure(count: int, rounds: int, *, peers: bool) -> dict[str, list[Cost]]:
    """Return what every builder took with *count* records, a figure a round."""
    taken: dict[str, list[Cost]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as place:
        project = Path(place) / "project"
        write_project(project, count)
        SampleRepository(project).begin()
        ours = builders.ours(project)
        others = _peers(Path(place), project) if peers else {}
        for number in range(rounds):
            taken[COLD].append(ours.cold())
            edit(project, number)
            taken[EDIT].append(ours.again())
            taken[SAME].append(ours.again())
            for name, builder in others.items():
                taken[name].append(builder.cold())
    if peers:
        compared = compare(count, rounds)
        taken[SEARCH], taken[SEARCH_PAGEFIND] = list(compared.built), list(compared.theirs)
    return taken


def _peers(place: Path, project: Path) -> dict[str, builders.Builder]:
    catalogue = read_catalogue(project)
    hugo = builders.hugo(place / "hugo", catalogue)
    return {
        HUGO: hugo,
        PAGEFIND: builders.pagefind(hugo.out),
        MATERIAL: builders.material(place / "material", catalogue),
    }


def edit(project: Path, number: int) -> Path:
    """Change the summary of a policy, to another one in every round."""
    file = min((project / "content" / "policies").glob("*.yml"))
    said = f"summary: 这是第{number + 1}次修改，只改这一句话，别的都不动。"
    file.write_text(_SUMMARY.sub(said, file.read_text("utf-8"), count=1), "utf-8")
    return file


def main() -> None:
    """Measure, say how far it is, and write the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", type=int, nargs="*", default=COUNTS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--peers-up-to", type=int, default=PEERS_UP_TO)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    _measure_all(given.counts, given.rounds, peers_up_to=given.peers_up_to, out=given.out)


def _measure_all(counts: Sequence[int], rounds: int, *, peers_up_to: int, out: Path | None) -> None:
    figures: dict[int, Taken] = {}
    for count in counts:
        figures[count] = measure(count, rounds, peers=count <= peers_up_to)
        said = report(figures, rounds)
        print(said, flush=True)
        if out:
            out.write_text(said, "utf-8")


if __name__ == "__main__":
    main()
