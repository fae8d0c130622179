"""Tests of both sets of queries: that they are whole, and judge pages that exist."""

from __future__ import annotations

from collections import Counter

from generators.catalogue import Catalogue
from tests.conftest import ROOT
from tests.relevance.queries import WAYS, held_out, load

QUERIES = load()
HELD_OUT = held_out()
BOTH = [*QUERIES, *HELD_OUT]


def test_there_are_many_queries() -> None:
    """Few queries would say more about the queries than about the search."""
    assert len(QUERIES) >= 170
    assert len(HELD_OUT) >= 60


def test_every_way_of_asking_is_there() -> None:
    """No way is judged by fewer than eight queries, or two held out, and none is misspelt."""
    for queries, least in ((QUERIES, 8), (HELD_OUT, 2)):
        counts = Counter(query.way for query in queries)
        assert counts.keys() == set(WAYS)
        assert min(counts.values()) >= least


def test_no_query_is_there_twice() -> None:
    """A query asked twice would weigh twice, and one in both sets would not be held out."""
    counts = Counter(query.text for query in BOTH)
    assert [text for text, count in counts.items() if count > 1] == []


def test_every_grade_is_of_the_scale() -> None:
    """Every query has an answer that is exactly what is wanted."""
    for query in BOTH:
        assert set(query.grades.values()) <= {1, 2, 3}, query.text
        assert 3 in query.grades.values(), query.text


def test_every_answer_exists(catalogue: Catalogue) -> None:
    """A renamed record takes its judgements along."""
    pages = {f"{file.stem}/" for file in (ROOT / "content" / "pages").glob("*.md")}
    known = {entry.path for entry in catalogue.published} | pages
    assert {path for query in BOTH for path in query.grades} - known == set()
