"""A browser reads what was coded, be it few rows or many."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generators.search import coding
from generators.search.coding import ascending, coded
from generators.search.documents import Document
from generators.search.gathering import gathered
from generators.search.lexicon import Lexicon
from generators.search.postings import MARK, Postings
from tests.search.twins import browser_says


def _read(postings: Postings) -> list[Any]:
    return browser_says([("postings", text) for text in coded(postings)], Lexicon())


def _columns(rows: list[int]) -> dict[str, list[int]]:
    return {
        "documents": [row >> MARK for row in rows],
        "levels": [row % 32 for row in rows],
        "titles": [row // 32 % 2 for row in rows],
        "followers": [row // 64 % 64 for row in rows],
    }


def _unpacked(postings: Postings) -> list[dict[str, list[int]]]:
    bounds, rows = postings.bounds.tolist(), postings.rows.tolist()
    return [_columns(rows[start:end]) for start, end in pairwise(bounds)]


@pytest.mark.parametrize("many", [2, 32, 10_000])
def test_browser_reads_what_was_filed(
    found: Sequence[Document], monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    """Every mark of every term in every document comes back, in whatever code it is."""
    monkeypatch.setattr(coding, "_MANY", many)
    monkeypatch.setattr(coding, "_AT_ONCE", 3000)
    postings = gathered(found[:150])
    assert _read(postings) == _unpacked(postings)


def _lists() -> list[list[int]]:
    """Return lists of rows drawn at random: documents near and far, marks few and many."""
    drawn: list[list[int]] = []
    document = st.one_of(st.integers(0, 300), st.integers(0, (1 << 20) - 1))
    mark = st.one_of(st.sampled_from([3, 35]), st.integers(0, 4095))
    rows = st.dictionaries(document, mark, min_size=1, max_size=90)

    @settings(max_examples=150, database=None, phases=[Phase.generate], derandomize=True)
    @given(rows)
    def draw(found: dict[int, int]) -> None:
        drawn.append([number << MARK | mark for number, mark in sorted(found.items())])

    draw()
    return drawn


def test_browser_reads_any_rows() -> None:
    """Gaps may be as long as there are documents, and marks may be any."""
    lists = _lists()
    counts = np.array([*map(len, lists)], np.int64)
    rows = np.array([row for some in lists for row in some], np.uint32)
    assert _read(Postings(("",) * len(lists), counts, rows)) == [*map(_columns, lists)]


def test_browser_reads_ascending_numbers() -> None:
    """So it does for the marks of common terms, also where there are none."""
    numbers = [[], [0], [131071], [0, 1, 2, 40, 100_000]]
    calls = [("ascending", ascending(some)) for some in numbers]
    assert browser_says(calls, Lexicon()) == numbers
