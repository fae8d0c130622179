"""The judged queries of `tests/relevance`, asked of the records, hand-written pages aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import fmean

from generators.search.answers import Library
from generators.search.documents import Document
from tests.relevance.measures import Grades, ndcg_at_10
from tests.relevance.queries import load

_PROMISED = 0.92


def test_judged_queries_are_answered_as_well_as_promised(
    shelves: Library, found: Sequence[Document]
) -> None:
    """Neither words nor weights may change so that people find less of what helps them."""
    paths = {document.path for document in found}
    qualities = [_quality(shelves, text, grades) for text, grades in _judged(paths)]
    assert fmean(qualities) >= _PROMISED


def _judged(paths: set[str]) -> Iterator[tuple[str, Grades]]:
    """Yield every query that records answer, with their grades."""
    for query in load():
        if grades := {path: grade for path, grade in query.grades.items() if path in paths}:
            yield query.text, grades


def _quality(library: Library, text: str, grades: Grades) -> float:
    return ndcg_at_10([hit.document.path for hit in library.answer(text).hits], grades)
