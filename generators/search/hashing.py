"""The hashes of many terms at once: `filing.fnv1a` and `filing.mark` over arrays of characters."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from generators.search.filing import MARKS

_BEGINNING, _PRIME, _LIMIT = 0x811C9DC5, 0x01000193, 0xFFFFFFFF


def fnv1a_of(terms: Sequence[str]) -> NDArray[np.int64]:
    """Return FNV-1a over the code points of every term, 32 bits."""
    codes = np.frombuffer("".join(terms).encode("utf-32-le"), np.uint32).astype(np.int64)
    lengths = np.fromiter(map(len, terms), np.int64, len(terms))
    starts = np.cumsum(lengths) - lengths
    values = np.full(len(terms), _BEGINNING, np.int64)
    for place in range(int(lengths.max(initial=0))):
        longer = np.flatnonzero(lengths > place)
        values[longer] = _mixed(values[longer], codes[starts[longer] + place])
    return values


def marks_of_pairs(first: NDArray[np.int64], second: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the marks of terms of two characters each."""
    return _mixed(_mixed(np.int64(_BEGINNING), first), second) % MARKS


def _mixed(values: NDArray[np.int64] | np.int64, codes: NDArray[np.int64]) -> NDArray[np.int64]:
    return (values ^ codes) * _PRIME & _LIMIT
