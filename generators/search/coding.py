"""Postings as a browser reads them: for each term a text of digits.

Few rows: the gap from each document to the next, a bar, all levels, all followers; the bar goes
without saying where there is but one row. Many rows: a bar, how many, then the gaps less one, the
levels and the followers in Golomb-Rice code, each with the number of its low bits; before levels
and followers stand how many different ones there are, and which, as the code is of their ranks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from generators.search.packing import DIGITS, packed
from generators.search.postings import MARK, Postings

_MANY = 32  # from here on the code saves more than its tables take
_AT_ONCE = 1 << 16  # rows, so that their bits take little memory
_BITS, _HALF, _SIDE = 6, 5, 1 << 6
_DIGITS = np.frombuffer(DIGITS.encode(), np.uint8)

_Column = NDArray[np.int64]


class _Row(NamedTuple):
    """Columns of rows, and where the rows of each term begin, and the last ones end."""

    gaps: _Column
    levels: _Column
    followers: _Column
    bounds: _Column


def coded(postings: Postings) -> Iterator[str]:
    """Yield the text of every term's postings, in their order."""
    place, bounds = 0, postings.bounds
    while place < len(postings.terms):
        full = np.searchsorted(bounds, bounds[place] + _AT_ONCE, "right")
        end = max(place + 1, int(full) - 1)
        yield from _coded(postings.between(place, end))
        place = end


def ascending(numbers: Sequence[int]) -> str:
    """Return how many numbers there are, and the gaps before them, less one, in Golomb-Rice code."""
    ends = np.array(numbers, np.int64)
    gaps = ends - np.array([-1, *numbers[:-1]], np.int64)[: len(ends)] - 1
    return packed(len(gaps)) + "".join(_rice(gaps, np.array([0, len(gaps)])))


def _coded(postings: Postings) -> list[str]:
    is_many = postings.counts >= _MANY
    texts = np.empty(len(is_many), object)
    texts[is_many] = _many(_columns(postings.of(is_many)))
    texts[~is_many] = [*_few(_columns(postings.of(~is_many)))]
    return list(texts)


def _columns(postings: Postings) -> _Row:
    documents = postings.documents.astype(np.int64)
    gaps = np.diff(documents, prepend=-1)
    firsts = postings.bounds[:-1]
    gaps[firsts] = documents[firsts] + 1
    marks = postings.rows & (1 << MARK) - 1
    return _Row(gaps, marks % _SIDE, marks // _SIDE, postings.bounds)


def _few(rows: _Row) -> Iterator[str]:
    numbers, ends = _numbers(rows.gaps)
    levels, followers = _text(rows.levels), _text(rows.followers)
    starts = [0, *ends[rows.bounds[1:] - 1].tolist()]
    bounds = rows.bounds.tolist()
    for place, (one, end) in enumerate(pairwise(bounds)):
        gaps = numbers[starts[place] : starts[place + 1]]
        bar = "|" if end - one > 1 else ""
        yield f"{gaps}{bar}{levels[one:end]}{followers[one:end]}"


def _numbers(values: _Column) -> tuple[str, _Column]:
    """Return numbers as `packed` writes them, and where each ends."""
    shifts = range(0, _BITS * _HALF, _HALF)
    sizes = np.ones(len(values), np.int64)
    for shift in shifts[1:]:
        sizes += values >> shift > 0
    ends = np.cumsum(sizes)
    digits = np.zeros(ends[-1] if len(ends) else 0, np.int64)
    for place, shift in enumerate(shifts):
        there = sizes > place
        more = (sizes[there] > place + 1) << _HALF
        digits[(ends - sizes)[there] + place] = values[there] >> shift & (1 << _HALF) - 1 | more
    return _text(digits), ends


def _many(rows: _Row) -> list[str]:
    counts = [packed(count) for count in np.diff(rows.bounds).tolist()]
    columns = (
        _rice(rows.gaps - 1, rows.bounds),
        *_ranked(rows.levels, rows.bounds),
        *_ranked(rows.followers, rows.bounds),
    )
    return [f"|{''.join(parts)}" for parts in zip(counts, *columns, strict=True)]


def _ranked(symbols: _Column, bounds: _Column) -> tuple[list[str], list[str]]:
    """Return for every term the symbols it has, the commonest first, and the code of ranks."""
    count = len(bounds) - 1
    terms = np.repeat(np.arange(count), np.diff(bounds))
    table = np.bincount(terms * _SIDE + symbols, minlength=count * _SIDE).reshape(count, _SIDE)
    order = np.argsort(-table, axis=1, kind="stable")
    ranks = np.argsort(order, axis=1)
    sizes, told = np.count_nonzero(table, axis=1).tolist(), _text(order)
    heads = [packed(n) + told[_SIDE * at : _SIDE * at + n] for at, n in enumerate(sizes)]
    return heads, _rice(ranks[terms, symbols], bounds)


def _rice(values: _Column, bounds: _Column) -> list[str]:
    """Return the numbers of each term in Golomb-Rice code: a digit of low bits, then all bits."""
    if not len(values):
        return []
    counts = np.diff(bounds)
    low = _low_bits(np.add.reduceat(values, bounds[:-1]), counts)
    lows = np.repeat(low, counts)
    ends = np.cumsum((values >> lows) + 1 + lows)
    lengths = np.diff(ends[bounds[1:] - 1], prepend=0)
    digits = np.concatenate([[0], np.cumsum(-(-lengths // _BITS))])
    shifts = digits[:-1] * _BITS - (ends[bounds[1:] - 1] - lengths)
    # Behind as many zeros as its high bits say, a number is a one and its low bits.
    ones = 1 << lows
    numbers = ones | values & ones - 1
    bits = _in_digits(numbers, ends + np.repeat(shifts, counts), int(digits[-1]))
    text, at = _text(bits), digits.tolist()
    sides = zip(low.tolist(), pairwise(at), strict=True)
    return [DIGITS[size] + text[start:end] for size, (start, end) in sides]


def _in_digits(numbers: _Column, ends: _Column, count: int) -> _Column:
    """Write numbers into so many digits, each up to before the bit where it ends."""
    digits, last = np.zeros(count), ends - 1
    numbers, places = numbers << _BITS - 1 - last % _BITS, last // _BITS
    while len(numbers):
        digits += np.bincount(places, numbers & _SIDE - 1, count)
        left = np.flatnonzero(numbers >> _BITS)
        numbers, places = numbers[left] >> _BITS, places[left] - 1
    return digits.astype(np.int64)


def _low_bits(sums: _Column, counts: _Column) -> _Column:
    """Return how many low bits code numbers best: the usual number is about ln 2 x their mean."""
    usual = sums * 11 // (counts * 16)
    exponents: _Column = np.frexp(usual.astype(float))[1].astype(np.int64)
    return np.maximum(exponents - 1, 0)


def _text(digits: _Column) -> str:
    return str(_DIGITS[digits].tobytes(), "ascii")
