"""Where terms occur in many texts: one array of all their characters, one row an occurrence.

The same terms as `analysis.index_terms` finds in one text; the tests compare them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from generators.search.characters import HAN, characters
from generators.search.filing import FOLLOWERS
from generators.search.hashing import marks_of_pairs
from generators.search.long_terms import LONGEST, Frequent

Array = NDArray[np.int64]

# A row, from its highest bits: a term, the number of the text, the class of what follows.
FOLLOWING, TEXT = 3, 17
MOST_TEXTS = 1 << TEXT
_CHARACTER = 21
_WORD = 1 << 2 * _CHARACTER


class Words(dict[str, int]):
    """The keys of the terms met so far that are no Han characters, and the terms of all keys."""

    def __init__(self) -> None:
        super().__init__()
        self._terms = _Terms()

    def __missing__(self, word: str) -> int:
        key = self[word] = _WORD + len(self)
        self._terms[key] = word
        return key

    def spelt(self, keys: Sequence[int]) -> tuple[str, ...]:
        """Return the terms of keys."""
        return tuple(map(self._terms.__getitem__, keys))


class _Terms(dict[int, str]):
    """The term of every key met so far."""

    def __missing__(self, key: int) -> str:
        first, second = divmod(key, 1 << _CHARACTER)
        term = self[key] = chr(first) + (chr(second) if second else "")
        return term


def said_terms(texts: Sequence[str], words: Words) -> Array:
    """Return a row for every pair, word and Han character of texts."""
    codes, classes, text = characters(texts)
    following = np.where(classes, codes % FOLLOWERS + 1, 0)
    single = np.flatnonzero(classes == HAN)
    pairs = single[classes[single + 1] == HAN]
    both = codes[pairs] << _CHARACTER | codes[pairs + 1]
    starts, ends = _words(classes)
    whole = _string(codes)
    keys = [words[whole[start:end]] for start, end in zip(starts, ends, strict=True)]
    return np.concatenate(
        [
            _rows(codes[single] << _CHARACTER, text[single]),
            _rows(both, text[pairs], following[pairs + 2]),
            _rows(np.array(keys, np.int64), text[starts], following[ends]),
        ]
    )


def long_terms(texts: Sequence[str], frequent: Frequent, words: Words) -> Array:
    """Return a row for every stretch of texts that goes on from a frequent pair."""
    codes, classes, text = characters(texts)
    is_pair = (classes[:-1] == HAN) & (classes[1:] == HAN)
    is_frequent = np.isin(marks_of_pairs(codes[:-1], codes[1:]), [*frequent]) & is_pair
    following = np.where(classes, codes % FOLLOWERS + 1, 0)
    whole = _string(codes)
    starts, found = np.flatnonzero(is_frequent), [_rows(codes[:0], text[:0])]
    for length in range(3, LONGEST + 1):
        starts = starts[is_frequent[starts + length - 3] & is_pair[starts + length - 2]]
        keys = _keys(whole, starts, length, words)
        found.append(_rows(keys, text[starts], following[starts + length]))
    return np.concatenate(found)


def _keys(whole: str, starts: Array, length: int, words: Words) -> Array:
    """Return the keys of the terms of one length that start somewhere."""
    terms = [whole[start : start + length] for start in starts.tolist()]
    return np.fromiter(map(words.__getitem__, terms), np.int64, len(terms))


def named_terms(terms: Iterable[Sequence[str]], first: int, words: Words) -> Array:
    """Return a row for every term of lists of terms, the texts numbered from *first*."""
    lists = list(terms)
    keys = np.fromiter(map(words.__getitem__, chain.from_iterable(lists)), np.int64)
    text = np.arange(first, first + len(lists))
    return _rows(keys, np.repeat(text, [len(some) for some in lists]))


def _rows(keys: Array, text: Array, following: Array | int = 0) -> Array:
    return (keys << TEXT | text) << FOLLOWING | following


def _string(codes: Array) -> str:
    return codes.astype(np.uint32).tobytes().decode("utf-32-le")


def _words(classes: NDArray[np.uint8]) -> tuple[list[int], list[int]]:
    """Return where words and numbers start and where they end."""
    changes = np.flatnonzero(classes[1:] != classes[:-1]) + 1
    bounds = np.concatenate([[0], changes])
    is_word = classes[bounds[:-1]] > HAN
    return bounds[:-1][is_word].tolist(), bounds[1:][is_word].tolist()
