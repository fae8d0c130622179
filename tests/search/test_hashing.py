"""Hashes of many terms are those of each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generators.search.filing import fnv1a
from generators.search.hashing import fnv1a_of


@given(st.lists(st.text(alphabet=st.characters(codec="utf-8"))))
def test_many_are_hashed_as_each(terms: list[str]) -> None:
    """However long the terms are, empty ones too, and however many."""
    assert fnv1a_of(terms).tolist() == [*map(fnv1a, terms)]
