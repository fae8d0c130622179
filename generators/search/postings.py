"""Which documents have each term, and with which marks, as columns of numbers."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

# A row, from its highest bits: a document, the followers, whether in the title, the level.
MARK = 12
_ROW = 32  # bits
MOST_DOCUMENTS = 1 << 32 - MARK
_NO_KEYS = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Postings:
    """Terms in order; for each as many *rows* as *counts* says, in the order of documents."""

    terms: tuple[str, ...]
    counts: NDArray[np.int64]
    rows: NDArray[np.uint32]

    @property
    def documents(self) -> NDArray[np.uint32]:
        """Return the document of every row."""
        return self.rows >> np.uint32(MARK)

    @property
    def bounds(self) -> NDArray[np.int64]:
        """Return where the rows of each term begin, and where the last ones end."""
        return np.concatenate([[0], np.cumsum(self.counts)])

    def of(self, wanted: NDArray[np.bool_]) -> Postings:
        """Return the postings of some terms, in the same order."""
        terms = tuple(compress(self.terms, wanted.tolist()))
        return Postings(terms, self.counts[wanted], self.rows[np.repeat(wanted, self.counts)])

    def between(self, start: int, end: int) -> Postings:
        """Return the postings of the terms from one place to before another."""
        bounds = self.bounds
        rows = self.rows[bounds[start] : bounds[end]]
        return Postings(self.terms[start:end], self.counts[start:end], rows)

    def renumbered(self, numbers: NDArray[np.int64]) -> Postings:
        """Return the postings with other *numbers* for their documents; less than 0 for none."""
        found = numbers.astype(np.int32)[self.documents]
        lost = np.flatnonzero(found < 0)
        rows = found.view(np.uint32) << MARK | self.rows & (1 << MARK) - 1
        places = np.searchsorted(self.bounds, lost, "right") - 1
        counts = self.counts - np.bincount(places, minlength=len(self.terms))
        return Postings(self.terms, counts, np.delete(rows, lost))

    def in_order(self) -> Postings:
        """Return the postings with the rows of each term in order."""
        rows = np.repeat(np.arange(len(self.terms)) << _ROW, self.counts) | self.rows
        rows.sort(kind="stable")  # which is quick where most are in order
        return Postings(self.terms, self.counts, rows.astype(np.uint32))

    def inserted(self, others: Postings) -> Postings:
        """Return these postings and *others*, of other documents, every row in its place."""
        known = self._with(others.terms)
        places = [bisect_left(known.terms, term) for term in others.terms]
        bounds = known.bounds.tolist()
        own = [known.rows[bounds[place] : bounds[place + 1]] for place in places]
        new = np.split(others.rows, others.bounds[1:-1]) if places else []
        at = [
            np.searchsorted(some, those) + bounds[place]
            for some, those, place in zip(own, new, places, strict=True)
        ]
        rows = np.insert(known.rows, np.concatenate([*at, known.counts[:0]]), others.rows)
        counts = known.counts.copy()
        counts[places] += others.counts
        found = Postings(known.terms, counts, rows)
        return found if counts.all() else found.of(counts > 0)

    def _with(self, terms: Sequence[str]) -> Postings:
        """Return the postings with all these terms, of which the new ones have no rows."""
        new = [term for term in terms if not self._has(term)]
        counts = np.insert(self.counts, [bisect_left(self.terms, term) for term in new], 0)
        return Postings(tuple(sorted([*self.terms, *new])), counts, self.rows)

    def _has(self, term: str) -> bool:
        place = bisect_left(self.terms, term)
        return self.terms[place : place + 1] == (term,)


class Part(NamedTuple):
    """Postings of some documents whose terms are told by keys, which are in order."""

    keys: NDArray[np.int64]
    counts: NDArray[np.int32]
    rows: NDArray[np.uint32]


def totals(parts: Collection[Part]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the keys of parts, in order, and how many rows each has in all of them."""
    keys = np.concatenate([_NO_KEYS, *(part.keys for part in parts)])
    keys.sort()  # `np.unique` takes ten times as long
    keys = keys[np.diff(keys, prepend=-1) > 0]
    counts = np.zeros(len(keys), np.int64)
    for part in parts:
        counts[np.searchsorted(keys, part.keys)] += part.counts
    return keys, counts


def joined(parts: Iterable[Part], spelt: Callable[[Sequence[int]], Sequence[str]]) -> Postings:
    """Return all postings of parts, the rows of each term in the order of the parts.

    Each part is let go when its rows are in their places: they are as much as all rows together.
    What the keys mean is *spelt* once, when all are known.
    """
    every = deque(parts)
    keys, counts = totals(every)
    terms = spelt(keys.tolist())
    order = np.array(sorted(range(len(terms)), key=terms.__getitem__), np.int64)
    counts = counts[order]
    free = np.empty(len(order), np.int64)
    free[order] = np.cumsum(counts) - counts
    rows = np.empty(counts.sum(), np.uint32)
    while every:
        part = every.popleft()
        places = np.searchsorted(keys, part.keys)
        shifts = np.repeat(free[places] - np.cumsum(part.counts) + part.counts, part.counts)
        rows[shifts + np.arange(len(shifts))] = part.rows
        free[places] += part.counts
    return Postings(tuple(map(terms.__getitem__, order.tolist())), counts, rows)
