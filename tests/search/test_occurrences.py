"""Where terms occur in many texts: as often as in each of them, and before the same classes."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from generators.search.analysis import index_terms
from generators.search.filing import FOLLOWERS
from generators.search.occurrences import FOLLOWING, TEXT, Words, named_terms, said_terms

_Occurrence = tuple[int, str, int]


def _defined(texts: list[str]) -> Counter[_Occurrence]:
    """Return how often each text has each term before each class, as `analysis` cuts it."""
    found: Counter[_Occurrence] = Counter()
    for number, text in enumerate(texts):
        linked, single = index_terms(text)
        found.update((number, character, 0) for character in single)
        found.update((number, t, ord(next_) % FOLLOWERS + 1 if next_ else 0) for t, next_ in linked)
    return found


def _found(texts: list[str]) -> Counter[_Occurrence]:
    words = Words()
    rows = said_terms(texts, words)
    terms = words.spelt((rows >> TEXT + FOLLOWING).tolist())
    numbers = (rows >> FOLLOWING & (1 << TEXT) - 1).tolist()
    return Counter(zip(numbers, terms, (rows & (1 << FOLLOWING) - 1).tolist(), strict=True))


@given(st.lists(st.text(alphabet=st.characters(codec="utf-8")) | st.text("贷款保a1٣ \n，〔〕")))
def test_terms_occur_as_in_each_text(texts: list[str]) -> None:
    """No term runs from one text into the next, and none is lost."""
    assert _found(texts) == _defined(texts)


def test_every_character_is_of_one_class() -> None:
    """Each character of Unicode is a letter, a digit, Han or neither, as in one text."""
    texts = [f"a{chr(code)}1" for code in range(0x110000) if not 0xD800 <= code < 0xE000][::23]
    assert _found(texts[:100_000]) == _defined(texts[:100_000])


def test_named_terms_have_the_numbers_of_their_lists() -> None:
    """Lists of terms are texts too, numbered from where they are told to begin."""
    words = Words()
    rows = named_terms([["~a", "~b"], [], ["~a"]], 7, words).tolist()
    assert [(row >> FOLLOWING) % (1 << TEXT) for row in rows] == [7, 7, 9]
    assert words.spelt([row >> TEXT + FOLLOWING for row in rows]) == ("~a", "~b", "~a")
