"""How much of what really contains a query search finds, what it costs, and how long it takes.

Run it with `python -m tests.benchmarks.search_truth [--count 10000]`; with `--bytes` it tells
nothing but these, as reading all that is found among 100,000 records takes an hour. The truth is
plain: a record is an answer if its searched text contains the query, in compatible lower-case form.
What is found is counted in an index without aliases, since these find more than the text; bytes,
as gzip would send them, and times in headless Chromium are those of the index with them.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median, quantiles
from typing import Any, cast

from generators.catalogue import Catalogue
from generators.search.documents import Document
from tests.benchmarks.answer_times import answer_times
from tests.benchmarks.made_index import copy_scripts, made_catalogue, searched, write_index
from tests.node import run_module

HERE = Path(__file__).parent
QUERIES = (HERE / "queries.txt").read_text("utf-8").split()  # what citizens and clerks type


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for a query, and the bytes and files it took."""

    query: str
    total: int
    found: tuple[str, ...]
    first: int
    later: int
    files: int
    warm: int


@dataclass(frozen=True, slots=True)
class Asked:
    """All answers, the bytes of the scripts, of the files that all need, and of the facets."""

    scripts: int
    common: int
    facets: int
    answers: tuple[Answer, ...]


def truths(found: Sequence[Document]) -> list[set[str]]:
    """Return for each query the paths of the documents that contain it."""
    said = [(d.path, _plain(f"{d.title}\n{d.keywords}\n{d.text}")) for d in found]
    return [{path for path, text in said if _plain(query) in text} for query in QUERIES]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


def ask(site: Path, *, is_read: bool = True) -> Asked:
    """Return what Node finds in the index of *site*; only what it costs, if nothing *is_read*."""
    script = (HERE / "ask.mjs").as_uri()
    asked = f"await ask({json.dumps(str(site))}, {json.dumps(QUERIES)}, {json.dumps(is_read)})"
    source = f"import {{ ask }} from '{script}'\nconsole.log(JSON.stringify({asked}))"
    said = cast(dict[str, Any], run_module(source, site))
    answers = (Answer(**{**answer, "found": tuple(answer["found"])}) for answer in said["answers"])
    return Asked(said["scripts"], said["common"], said["facets"], tuple(answers))


def measure(count: int, *, only_bytes: bool) -> None:
    """Print recall, precision, bytes and times."""
    with tempfile.TemporaryDirectory() as place:
        root, site = Path(place), Path(place) / "site"
        catalogue = made_catalogue(root / "project", count)
        found = searched(catalogue)
        _write_site(found, catalogue, site)
        if only_bytes:
            _print_bytes(ask(site, is_read=False))
            return
        _write_site(found, _without_aliases(catalogue), root / "strict")
        _print_quality(ask(root / "strict").answers, truths(found))
        _print_bytes(ask(site))
        _print_times(answer_times(site, QUERIES))


def _write_site(found: Sequence[Document], catalogue: Catalogue, site: Path) -> None:
    copy_scripts(site)
    write_index(found, catalogue, site)


def _without_aliases(catalogue: Catalogue) -> Catalogue:
    """Return a catalogue in which no word stands for another, as the truth knows none."""
    vocabularies = {
        name: tuple(term.model_copy(update={"aliases": ()}) for term in terms)
        for name, terms in catalogue.vocabularies.items()
    }
    return replace(catalogue, vocabularies=vocabularies)


def _print_quality(answers: Sequence[Answer], truths: Sequence[Collection[str]]) -> None:
    pairs = list(zip(answers, truths, strict=True))
    right = [len(set(answer.found) & set(true)) for answer, true in pairs]
    every = list(zip(pairs, right, strict=True))
    recalls = [hits / len(true) for (_, true), hits in every if true]
    precisions = [hits / len(answer.found) for (answer, _), hits in every if answer.found]
    tops = [_share(answer.found[:10], true) for answer, true in pairs if answer.found]
    sizes = sorted(len(true) for true in truths)
    print(f"{len(answers)} queries; truth {sizes[0]}…{median(sizes):.0f}…{sizes[-1]} records each")
    print(f"recall           mean {_mean(recalls):.4f}  least {min(recalls):.4f}")
    print(f"precision        mean {_mean(precisions):.4f}  least {min(precisions):.4f}")
    print(f"precision at 10  mean {_mean(tops):.4f}  least {min(tops):.4f}")
    for (answer, true), hits in every:
        if hits < max(len(true), len(answer.found)) or answer.total != len(true):
            counts = f"{len(true)} true, {len(answer.found)} found, {hits} both"
            print(f"  {answer.query}: {counts}, {answer.total} promised")


def _share(found: Collection[str], true: Collection[str]) -> float:
    return sum(path in true for path in found) / len(found)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _print_bytes(asked: Asked) -> None:
    print(f"scripts {_kilo(asked.scripts)}, files every answer needs {_kilo(asked.common)}")
    print(f"counts of facets, where they are looked at: {_kilo(asked.facets)} more")
    for title, sizes in (
        ("first answer", [answer.first for answer in asked.answers]),
        ("later, none of its own files at hand", [answer.later for answer in asked.answers]),
        ("later, one session in this order", [answer.warm for answer in asked.answers]),
    ):
        print(f"{title}: median {_kilo(median(sizes))}, at most {_kilo(max(sizes))}")
    files = [answer.files for answer in asked.answers]
    print(f"files of its own: median {median(files):.0f}, at most {max(files)}")


def _kilo(size: float) -> str:
    return f"{size / 1000:.1f} kB"


def _print_times(times: Sequence[float]) -> None:
    worst, slowest = quantiles(times, n=20)[-1], QUERIES[times.index(max(times))]
    print(f"answer in Chromium: median {median(times):.1f} ms, p95 {worst:.1f} ms", end="")
    print(f", at most {max(times):.1f} ms ({slowest})")


def main() -> None:
    """Measure with as many records as the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--bytes", action="store_true")
    given = parser.parse_args()
    measure(given.count, only_bytes=given.bytes)


if __name__ == "__main__":
    main()
