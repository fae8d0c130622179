"""Under which terms a document is filed, and what each says about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from operator import attrgetter

from generators.search.analysis import head, index_terms, runs
from generators.search.documents import Document
from generators.search.packing import MARKS
from generators.search.pinyin import sound_terms
from generators.search.scoring import KEYWORDS, LEVELS, SOUND, TEXT, TITLE, Field, level

FOLLOWERS = 6  # bits that tell which characters follow a term
IN_TITLE = LEVELS + 1
EXACT = "="
"""Begins the term under which a whole title is filed."""


def filed(document: Document) -> dict[str, bytes]:
    """Return the terms of a document, each with its mark: a digit of level, a digit of followers.

    The level has 32 added for a term of the title. The followers are a set of six classes.
    """
    strengths: dict[str, float] = {}
    followers: dict[str, int] = {}
    for field, text in _FIELDS:
        _add(strengths, followers, field, text(document))
    for name in (document.title, *document.aliases):
        for term in sound_terms(name):
            strengths[term] = strengths.get(term, 0.0) + SOUND.scale(len(name))
    levels = {value: level(value, document.kind) for value in set(strengths.values())}
    marks = {t: MARKS[levels[value]][followers.get(t, 0)] for t, value in strengths.items()}
    linked, single = index_terms(document.title)
    for term in {*single, *(term for term, _ in linked)}:
        marks[term] = MARKS[levels[strengths[term]] + IN_TITLE][followers.get(term, 0)]
    return marks | {exact_term(document.title): MARKS[LEVELS][0]}


_FIELDS: tuple[tuple[Field, Callable[[Document], str]], ...] = (
    (TITLE, attrgetter("title")),
    (KEYWORDS, attrgetter("keywords")),
    (TEXT, attrgetter("text")),
)


def _add(strengths: dict[str, float], followers: dict[str, int], field: Field, text: str) -> None:
    """Add the terms of a field to what is known of each."""
    scale = field.scale(len(text))
    strength, follower = strengths.get, followers.get
    linked, single = index_terms(text)
    for term, following in linked:
        strengths[term] = strength(term, 0.0) + scale
        if following:
            followers[term] = follower(term, 0) | _FOLLOWER_BITS[following]
    for character, times in Counter(single).items():
        strengths[character] = strength(character, 0.0) + scale * times


def follower_bit(following: str) -> int:
    """Return the class of the character that follows a term, as a bit; none for no character."""
    return 1 << ord(following) % FOLLOWERS if following else 0


class _Bits(dict[str, int]):
    """The bit of every character met so far."""

    def __missing__(self, following: str) -> int:
        bit = self[following] = follower_bit(following)
        return bit


_FOLLOWER_BITS = _Bits()


def exact_term(title: str) -> str:
    """Return the term of a whole title: its first term, and FNV-1a over all it says."""
    said = runs(title)
    return f"{EXACT}{head(said[0]) if said else ''} {fnv1a(''.join(said)):x}"


def shard_of(term: str, count: int) -> int:
    """Return the shard of a term; a whole title lies where its first term lies."""
    key = term[1:].partition(" ")[0] if term.startswith(EXACT) else term
    return fnv1a(key) % count


def fnv1a(text: str) -> int:
    """Return FNV-1a over the code points of *text*, 32 bits."""
    value = 0x811C9DC5
    for character in text:
        value = ((value ^ ord(character)) * 0x01000193) & 0xFFFFFFFF
    return value
