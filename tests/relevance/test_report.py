"""Tests of the tables, on two queries and one engine."""

from __future__ import annotations

from tests.relevance.answers import Answer
from tests.relevance.queries import Query
from tests.relevance.report import comparison, worst

QUERIES = [Query("loan", "words", {"a": 3}), Query("tax", "words", {"b": 3})]
ANSWERS = {
    "loan": Answer(("a",), 1000, 10),
    "tax": Answer(("x", "b"), 3000, 30),
    "held out": Answer((), 9000, 90),
}


def test_an_engine_is_a_line() -> None:
    """Measures are means over the queries; bytes are medians and the most."""
    heading, line = comparison(QUERIES, {"ours": ANSWERS})
    assert heading.split()[:5] == ["engine", "recall", "P@10", "MRR", "nDCG@10"]
    assert line.split() == ["ours", "1.000", "0.750", "0.750", "0.815", "2,000", "20", "30"]


def test_a_table_is_of_its_own_queries() -> None:
    """Whatever else was asked counts neither for the measures nor for the bytes."""
    heading, line = comparison(QUERIES[:1], {"ours": ANSWERS}, "held out")
    assert heading.startswith("held out ")
    assert line.split() == ["ours", "1.000", "1.000", "1.000", "1.000", "1,000", "10", "10"]


def test_the_worst_query_comes_first() -> None:
    """What came and what was wanted stand below it."""
    (text,) = worst(QUERIES, ANSWERS, 1)
    assert text.split("\n") == ["0.631  words: tax", "       came: x b", "       wanted: b"]
