"""Tests of how queries are paired into visits."""

from __future__ import annotations

from tests.relevance.answers import visits


def test_every_query_is_asked_first_and_later() -> None:
    """The last visit ends with the query that the first began with."""
    assert visits(["a", "b", "c"]) == [("a", "b"), ("b", "c"), ("c", "a")]
