"""Pairs of characters, jieba's words, or both: what each finds without looking at the texts.

Run it with `python -m tests.benchmarks.analysers [--count 3000]`; it needs the extra `bench`.
A record is found if it has every term of a query, the way any index without positions finds.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from statistics import fmean

import jieba

from generators.search.analysis import index_terms, phrase_terms, runs
from generators.search.documents import Document
from tests.benchmarks.made_index import made_catalogue, searched
from tests.benchmarks.search_truth import QUERIES, truths

Analyser = Callable[[str], set[str]]


def _words(text: str) -> set[str]:
    return {word for run in runs(text) for word in jieba.cut_for_search(run)}


def _pairs(text: str) -> set[str]:
    linked, single = index_terms(text)
    return {*single, *(term for term, _ in linked)}


def _pairs_asked(text: str) -> set[str]:
    return {term for run in runs(text) for term, _ in phrase_terms(run)}


_ANALYSERS: dict[str, tuple[Analyser, Analyser]] = {
    "pairs": (_pairs, _pairs_asked),
    "words": (_words, _words),
    "both": (lambda t: _pairs(t) | _words(t), lambda t: _pairs_asked(t) | _words(t)),
}


def _found(terms: Collection[str], filed: dict[str, set[str]]) -> set[str]:
    return set.intersection(*(filed[term] for term in terms))


def _measure(found: Sequence[Document], file: Analyser, ask: Analyser) -> str:
    filed: defaultdict[str, set[str]] = defaultdict(set)
    for document in found:
        for term in file(document.said):
            filed[term].add(document.path)
    pairs = [(_found(ask(q), filed), true) for q, true in zip(QUERIES, truths(found), strict=True)]
    recall = fmean(len(got & true) / len(true) for got, true in pairs if true)
    precision = fmean(len(got & true) / len(got) for got, true in pairs if got)
    postings = sum(map(len, filed.values()))
    return f"recall {recall:.3f}  precision {precision:.3f}  {len(filed):>7,} terms  {postings:>9,} postings"


def main() -> None:
    """Print recall, precision and size for each way to cut a text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=3000)
    with tempfile.TemporaryDirectory() as place:
        found = searched(made_catalogue(Path(place), parser.parse_args().count))
    for name, (file, ask) in _ANALYSERS.items():
        print(f"{name:6} {_measure(found, file, ask)}")


if __name__ == "__main__":
    main()
