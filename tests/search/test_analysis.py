"""The promise of the analysis: every stretch of whole units of a text is found."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from generators.search.analysis import (
    Term,
    index_terms,
    is_traditional,
    normalise,
    phrase_terms,
    runs,
    simplified,
    spaced,
    units,
)

TEXTS = st.text(alphabet="创业担保贷款𠮷ABc12，。 〔〕①Ａ貼", max_size=40)


def _terms(text: str) -> list[Term]:
    linked, single = index_terms(text)
    return [*linked, *((character, "") for character in single)]


@given(TEXTS, st.data())
def test_every_stretch_of_units_is_found(text: str, data: st.DataObject) -> None:
    """A stretch of a run has only terms, and followers, that the text is filed under."""
    filed = set(_terms(text))
    for run in runs(text):
        parts = units(run)
        start = data.draw(st.integers(0, len(parts) - 1))
        stretch = "".join(parts[start : data.draw(st.integers(start + 1, len(parts)))])
        assert all(
            (term, following) in filed if following else term in {known for known, _ in filed}
            for term, following in phrase_terms(stretch)
        )
        assert spaced(stretch) in spaced(text)


@given(TEXTS | st.text(max_size=20))
def test_characters_that_go_one_by_one_are_compared_as_together(text: str) -> None:
    """The quick way of comparing says what the whole text in compatible form would."""
    whole = unicodedata.normalize("NFKC", text)
    assert normalise(text) == whole.lower().translate(simplified())
    assert is_traditional(text) == any(ord(character) in simplified() for character in whole)


def test_terms_are_units_and_neighbouring_han_characters() -> None:
    """Each term goes with the character after it; a single Han character goes without."""
    pairs = [("担保", ""), ("syb", "2"), ("2", "")]
    assert sorted(_terms("担保，贷SYB2")) == sorted([*pairs, ("担", ""), ("保", ""), ("贷", "")])
    assert ("担保", "贷") in _terms("担保贷")


def test_occurrences_are_counted() -> None:
    """A term is yielded as often as it occurs."""
    assert [term for term, _ in _terms("贷款，贷款")].count("贷款") == 2


def test_traditional_characters_are_noticed() -> None:
    """A text is traditional where any of its characters is compared as another."""
    assert is_traditional("創业")
    assert is_traditional("\uf90a\uf907")
    assert not is_traditional("创业2026，SYB")


def test_numbers_and_words_are_whole() -> None:
    """1月 is not in 11月, nor is SY in SYB; but units may follow each other anyhow."""
    text = spaced("11月1日SYB班")
    assert [spaced(part) in text for part in ("1月", "SY", "月11", "月1", "1日syb", "日SYB班")] == [
        False,
        False,
        False,
        True,
        True,
        True,
    ]
