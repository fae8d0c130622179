"""Columns of postings are joined, renumbered and cut as tables of them would be."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from generators.search.postings import MARK, Part, Postings, joined

Table = dict[str, list[tuple[int, int]]]
"""The document and the mark of every row of a term."""

_LETTERS = "贷款ab"
_WORDS = [*_LETTERS, *map("".join, product(_LETTERS, repeat=2))]
"""All terms; the place of each is its key, and the keys have another order than the terms."""

_rows = st.dictionaries(st.integers(0, 20), st.integers(0, 4095), min_size=1)
_tables = st.dictionaries(st.sampled_from(_WORDS), _rows).map(
    lambda found: {term: sorted(rows.items()) for term, rows in found.items()}
)


def _postings(table: Table) -> Postings:
    rows = [number << MARK | mark for rows in table.values() for number, mark in rows]
    counts = np.array([*map(len, table.values())], np.int64)
    return Postings(tuple(table), counts, np.array(rows, np.uint32))


def _part(table: Table) -> Part:
    keys = sorted(map(_WORDS.index, table))
    found = _postings({_WORDS[key]: table[_WORDS[key]] for key in keys})
    return Part(np.array(keys, np.int64), found.counts.astype(np.int32), found.rows)


def _table(postings: Postings) -> Table:
    rows = [(row >> MARK, row & (1 << MARK) - 1) for row in postings.rows.tolist()]
    sides = pairwise(postings.bounds.tolist())
    return {t: rows[start:end] for t, (start, end) in zip(postings.terms, sides, strict=True)}


@given(st.lists(_tables, max_size=4))
def test_joined_postings_are_those_of_all_parts(parts: list[Table]) -> None:
    """Terms are in order; the rows of a term are in the order of the parts."""
    expected = {
        term: [row for part in parts for row in part.get(term, [])]
        for term in sorted(set().union(*parts))
    }
    found = joined(map(_part, parts), lambda keys: [*map(_WORDS.__getitem__, keys)])
    assert _table(found) == expected
    assert list(found.terms) == list(expected)


@given(_tables, st.lists(st.integers(-1, 30), min_size=21, max_size=21, unique=False))
def test_renumbered_postings_have_lost_some_documents(table: Table, numbers: list[int]) -> None:
    """Each document has its new number, and one without a number is gone."""
    moved = _postings(table).renumbered(np.array(numbers))
    expected = {
        term: [(numbers[n], mark) for n, mark in rows if numbers[n] >= 0]
        for term, rows in table.items()
    }
    assert _table(moved) == expected
    ordered = {term: sorted(rows) for term, rows in expected.items()}
    assert _table(moved.in_order()) == ordered


@given(_tables, st.data())
def test_some_terms_keep_their_rows(table: Table, data: st.DataObject) -> None:
    """A choice of terms has the rows of these, in their order."""
    wanted = data.draw(st.lists(st.booleans(), min_size=len(table), max_size=len(table)))
    chosen = [term for term, is_wanted in zip(table, wanted, strict=True) if is_wanted]
    some = _postings(table).of(np.array(wanted, bool))
    assert _table(some) == {term: table[term] for term in chosen}
    start = data.draw(st.integers(0, len(table)))
    assert list(_postings(table).between(start, len(table)).terms) == [*table][start:]
