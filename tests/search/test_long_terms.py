"""Long terms: what is asked for in place of frequent pairs is what documents are filed under."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.search.analysis import phrase_terms, runs, spaced, units
from generators.search.filing import FOLLOWERS, IN_TITLE, mark
from generators.search.gathering import filed, frequent_pairs, gathered
from generators.search.long_terms import LONGEST, Frequent, asked_terms, is_pair
from tests.search.samples import document

_HAN = "创业担保"
FREQUENT = frozenset(mark(one + two) for one in _HAN for two in _HAN[:2])


def _is_frequent(pair: str) -> bool:
    return is_pair(pair) and mark(pair) in FREQUENT


def _filed_under(run: str) -> set[tuple[str, str]]:
    """Return the long terms of a run, as their definition says, with what follows each."""
    return {
        (run[start:end], run[end : end + 1])
        for start in range(len(run))
        for end in range(start + 3, min(start + LONGEST, len(run)) + 1)
        if all(_is_frequent(run[at : at + 2]) for at in range(start, end - 2))
        and is_pair(run[end - 2 : end])
    }


_TEXTS = st.text(f"{_HAN}贷2a，", max_size=24)


@given(_TEXTS)
def test_documents_are_filed_under_every_long_term(text: str) -> None:
    """A document has every stretch that goes on from a frequent pair, and no other."""
    marks = filed(document("a", "", text), FREQUENT)
    wanted = {term for run in runs(text) for term, _ in _filed_under(run)}
    assert {term for term in marks if len(term) > 2 and not term.isascii()} == wanted
    for run in runs(text):
        for term, following in _filed_under(run):
            bit = 1 << ord(following) % FOLLOWERS if following else 0
            assert marks[term] // (2 * IN_TITLE) & bit == bit


@given(_TEXTS, st.data())
def test_what_is_asked_for_is_filed(text: str, data: st.DataObject) -> None:
    """Each term of a part of a text is one the text has, with what follows it."""
    marks = filed(document("a", "", text), FREQUENT)
    for run in runs(text):
        parts = units(run)
        start = data.draw(st.integers(0, len(parts) - 1))
        part = "".join(parts[start : data.draw(st.integers(start + 1, len(parts)))])
        for term, following in asked_terms(part, FREQUENT):
            bit = 1 << ord(following) % FOLLOWERS if following else 0
            assert marks[term] // (2 * IN_TITLE) & bit == bit
        assert spaced(part) in spaced(text)


@pytest.mark.parametrize(
    ("run", "frequent", "asked"),
    [
        ("创业担保", [], ["创业", "业担", "担保"]),
        ("创业担保", ["创业"], ["创业担", "担保"]),
        ("创业担保", ["业担"], ["创业", "业担保"]),
        ("创业担保", ["担保"], ["创业", "业担"]),
        ("创业担保", ["创业", "业担", "担保"], ["创业担保"]),
        ("创业", ["创业"], ["创业"]),
        ("创业2补贴", ["创业", "补贴"], ["创业", "补贴", "2"]),
        ("一次性创业补贴", ["一次", "次性", "创业", "补贴"], ["一次性创", "创业补"]),
        (
            "一次性创业补贴",
            ["一次", "次性", "性创", "创业", "业补", "补贴"],
            ["一次性创业补", "次性创业补贴"],
        ),
    ],
)
def test_frequent_pairs_are_not_asked_for_where_others_tell(
    run: str, frequent: Sequence[str], asked: Sequence[str]
) -> None:
    """A long term stands for its pairs, and a rare pair for a frequent one at the end."""
    found = asked_terms(run, frozenset(map(mark, frequent)))
    assert [term for term, _ in found] == asked


@given(st.text(f"{_HAN}a2", min_size=1))
def test_without_frequent_pairs_every_pair_is_asked_for(run: str) -> None:
    """A site of few documents asks for pairs."""
    assert asked_terms(run, frozenset({mark("贷款")})) == phrase_terms(run)


def test_pairs_of_many_documents_are_frequent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only pairs of Han characters are, and only what enough documents have."""
    monkeypatch.setattr("generators.search.gathering.FREQUENT", 3)
    texts = ["创业 SYB 12", "创业，担保 SYB 12", "创业担保 SYB 12"]
    found: Frequent = frequent_pairs(gathered([document(t, "", t) for t in texts]))
    assert found == {mark("创业")}
