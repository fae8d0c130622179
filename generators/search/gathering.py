"""The postings of documents: what each says of its terms, worked out for many at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from generators.memory import give_back
from generators.search.documents import Document
from generators.search.filing import FOLLOWERS, IN_TITLE, MARKS, mark
from generators.search.hashing import fnv1a_of
from generators.search.long_terms import FREQUENT, NONE, Frequent, is_pair
from generators.search.occurrences import (
    FOLLOWING,
    MOST_TEXTS,
    TEXT,
    Array,
    Words,
    long_terms,
    named_terms,
    said_terms,
)
from generators.search.pinyin import sound_terms
from generators.search.postings import MARK, MOST_DOCUMENTS, Part, Postings, joined, totals
from generators.search.scoring import KEYWORDS, LEVELS, SOUND, TITLE, level
from generators.search.scoring import TEXT as TEXT_FIELD

_CHUNK = 512  # documents worked out at once: each more costs memory, and no longer saves time
_UNIT = 1 << 20  # strengths are whole numbers of this part, so that no order changes their sum
_STRONGEST = 40  # bits of a strength
_FIELDS = (TITLE, KEYWORDS, TEXT_FIELD)
_FOLLOWERS = np.array([0, *(2 * IN_TITLE << bit for bit in range(FOLLOWERS))], np.uint32)


_Find = Callable[[Sequence[str], Sequence[str], Words], Array]
"""Finds rows in the fields of documents, and in their names, whose numbers come after these."""


def gathered(documents: Sequence[Document], frequent: Frequent = NONE) -> Postings:
    """Return the postings of documents, numbered in their order, long terms after *frequent* pairs.

    Raise ValueError where there are more than a row of an array can tell apart.
    """
    words = Words()
    return _lengthened(_parts(documents, words, _said_and_heard), documents, words, frequent)


def gathered_anew(documents: Sequence[Document]) -> tuple[Postings, Frequent]:
    """Return the postings of documents, and which pairs are frequent among them."""
    words = Words()
    parts = [*_parts(documents, words, _said_and_heard)]
    give_back()
    frequent = _frequent_among(parts, words)
    return _lengthened(_drained(parts), documents, words, frequent), frequent


def _drained(parts: list[Part]) -> Iterator[Part]:
    """Yield parts and let go of them."""
    while parts:
        yield parts.pop(0)


def _frequent_among(parts: Sequence[Part], words: Words) -> Frequent:
    # In one of the parts, at least, a frequent pair is as frequent as in all together.
    if all(part.counts.max(initial=0) * len(parts) < FREQUENT for part in parts):
        return NONE
    keys, counts = totals(parts)
    return _frequent(words.spelt(keys[counts >= FREQUENT].tolist()))


def frequent_pairs(postings: Postings) -> Frequent:
    """Return the marks of the pairs that so many documents have that terms are longer there."""
    often = np.flatnonzero(postings.counts >= FREQUENT).tolist()
    return _frequent(postings.terms[place] for place in often)


def _frequent(terms: Iterable[str]) -> Frequent:
    return frozenset(mark(term) for term in terms if is_pair(term))


def filed(document: Document, frequent: Frequent = NONE) -> dict[str, int]:
    """Return the mark of every term of a document.

    A mark is a level, 32 more for a term of the title, and 64 times a set of six classes of
    characters that follow the term.
    """
    found = gathered([document], frequent)
    return dict(zip(found.terms, found.rows.tolist(), strict=True))


def _lengthened(
    parts: Iterable[Part], documents: Sequence[Document], words: Words, frequent: Frequent
) -> Postings:
    """Return the postings of *parts*, and of the long terms that tell what follows a pair."""
    if not frequent:
        return joined(parts, words.spelt)

    def find(fields: Sequence[str], names: Sequence[str], words: Words) -> Array:
        return long_terms(fields, frequent, words)

    found = joined(chain(parts, _parts(documents, words, find)), words.spelt)
    is_marked = np.isin(fnv1a_of(found.terms) % MARKS, [*frequent])
    is_marked[[n for n in np.flatnonzero(is_marked).tolist() if not is_pair(found.terms[n])]] = (
        False
    )
    found.rows[np.repeat(is_marked, found.counts)] |= np.bitwise_or.reduce(_FOLLOWERS)
    return found


def _parts(documents: Sequence[Document], words: Words, find: _Find) -> Iterator[Part]:
    """Yield the postings of some documents after others, which together take much less memory."""
    if len(documents) > MOST_DOCUMENTS:
        raise ValueError(f"more than {MOST_DOCUMENTS} documents")
    for start in range(0, len(documents), _CHUNK):
        yield _filed(documents[start : start + _CHUNK], start, words, find)


def _said_and_heard(fields: Sequence[str], names: Sequence[str], words: Words) -> Array:
    heard = [_sounds(name) for name in names]
    return np.concatenate([said_terms(fields, words), named_terms(heard, len(fields), words)])


@dataclass(frozen=True, slots=True)
class _Texts:
    """Of every text: its document, what one occurrence counts, and what marks it leaves."""

    documents: NDArray[np.int64]
    scales: NDArray[np.int64]
    flags: NDArray[np.int64]


def _filed(documents: Sequence[Document], start: int, words: Words, find: _Find) -> Part:
    """Return the postings of documents whose numbers begin with *start*."""
    names = [(d.title, *d.aliases) for d in documents]
    texts = _texts(documents, names)
    if len(texts.scales) > MOST_TEXTS:
        raise ValueError(f"more than {MOST_TEXTS} names of {len(documents)} documents")
    fields = [text for d in documents for text in (d.title, d.keywords, d.text)]
    found = find(fields, [*chain.from_iterable(names)], words)
    if not len(found):
        return Part(found, found.astype(np.int32), found.astype(np.uint32))
    found.sort()
    terms, text = found >> FOLLOWING + TEXT, found >> FOLLOWING & (1 << TEXT) - 1
    told = _FOLLOWERS[found & (1 << FOLLOWING) - 1] | texts.flags[text]
    owners = texts.documents[text]
    firsts = np.flatnonzero(_changes(terms) | _changes(owners))
    strengths = np.add.reduceat(texts.scales[text], firsts)
    levels = _levels(strengths, owners[firsts], documents)
    rows = owners[firsts] + start << MARK | levels | np.bitwise_or.reduceat(told, firsts)
    news = np.flatnonzero(_changes(terms[firsts]))
    counts = np.diff(news, append=len(firsts)).astype(np.int32)
    return Part(terms[firsts[news]], counts, rows.astype(np.uint32))


def _texts(documents: Sequence[Document], names: Sequence[Sequence[str]]) -> _Texts:
    """Return what is known of the three fields of every document, then of all names."""
    numbers = np.arange(len(documents))
    fields = [
        _scale(field.scale(len(text)))
        for d in documents
        for field, text in zip(_FIELDS, (d.title, d.keywords, d.text), strict=True)
    ]
    sounds = [_scale(SOUND.scale(len(name))) for name in chain.from_iterable(names)]
    owners = [np.repeat(numbers, len(_FIELDS)), np.repeat(numbers, [len(some) for some in names])]
    flags = np.zeros(len(fields) + len(sounds), np.int64)
    flags[: len(fields) : len(_FIELDS)] = IN_TITLE
    return _Texts(np.concatenate(owners), np.array(fields + sounds, np.int64), flags)


def _scale(scale: float) -> int:
    return round(scale * _UNIT)


@lru_cache(maxsize=1 << 10)
def _sounds(name: str) -> tuple[str, ...]:
    """Return the sounds of a name; records of a theme share their aliases."""
    return tuple(sound_terms(name))


def _changes(column: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Tell of every place whether it is the first or differs from the one before."""
    changes = np.ones(len(column), bool)
    np.not_equal(column[1:], column[:-1], out=changes[1:])
    return changes


def _levels(
    strengths: NDArray[np.int64], owners: NDArray[np.int64], documents: Sequence[Document]
) -> NDArray[np.int64]:
    """Return the level of every strength in the document that owns it."""
    kinds = sorted({document.kind for document in documents})
    kind = np.array([kinds.index(d.kind) for d in documents], np.int64)[owners]
    steps = [step + (n << _STRONGEST) for n, name in enumerate(kinds) for step in _steps(name)]
    strengths = np.minimum(strengths, (1 << _STRONGEST) - 1) + (kind << _STRONGEST)
    above: NDArray[np.int64] = np.searchsorted(np.array(steps), strengths, "right")
    return above - kind * (LEVELS - 1) + 1


@cache
def _steps(kind: str) -> list[int]:
    """Return from which strength on a document of a kind has each level above the first."""
    strengths = range((1 << _STRONGEST) - 1)
    return [
        bisect_left(strengths, above, key=lambda strength: level(strength / _UNIT, kind))
        for above in range(2, LEVELS + 1)
    ]
