"""The postings of many documents, gathered in parts or at once, as the browser reads them."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from generators.search import postings
from generators.search.documents import Document
from generators.search.filing import IN_TITLE, filed
from generators.search.lexicon import Lexicon
from generators.search.packing import DIGITS
from generators.search.postings import gathered
from tests.search.samples import document
from tests.search.twins import browser_says


def test_browser_reads_what_was_filed(found: Sequence[Document]) -> None:
    """Every mark of every term in every document comes back."""
    packed = gathered(found)
    read = browser_says([("postings", text) for text in packed.values()], Lexicon())
    assert dict(zip(packed, read, strict=True)) == _unpacked(found)


def _unpacked(documents: Sequence[Document]) -> dict[str, dict[str, list[int]]]:
    table: dict[str, dict[str, list[int]]] = {}
    names = ("documents", "levels", "titles", "followers")
    for number, one in enumerate(documents):
        for term, mark in filed(one).items():
            level, followers = map(DIGITS.index, mark.decode())
            row = (number, level % IN_TITLE, level // IN_TITLE, followers)
            columns = table.setdefault(term, {name: [] for name in names})
            for name, value in zip(names, row, strict=True):
                columns[name].append(value)
    return table


@pytest.mark.parametrize("chunk", [1, 2, 7, 100])
def test_parts_make_the_same_whole(
    found: Sequence[Document], monkeypatch: pytest.MonkeyPatch, chunk: int
) -> None:
    """However the documents are shared out, and to whom, the postings are the same."""
    whole = gathered(found[:40])
    monkeypatch.setattr(postings, "_CHUNK", chunk)
    assert gathered(found[:40]) == whole
    with ThreadPoolExecutor(2) as workers:
        assert gathered(found[:40], workers=workers) == whole


def test_gaps_grow_long() -> None:
    """A term that is in two documents far apart is read where it is."""
    documents = [document(str(number), "甲") for number in range(1100)]
    documents[0], documents[-1] = document("a", "乙"), document("b", "乙")
    (read,) = browser_says([("postings", gathered(documents)["乙"])], Lexicon())
    assert read["documents"] == [0, 1099]


def test_nothing_is_gathered_of_nothing() -> None:
    """No documents have no terms."""
    assert gathered([]) == {}
