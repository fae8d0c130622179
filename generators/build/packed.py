"""A long sequence that takes little memory: packed, and read anew wherever it is looked at."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar, overload
from zlib import compress, decompress

T = TypeVar("T")

_TOGETHER = 512  # what is looked at next is most often a neighbour


class Packed(Sequence[T]):
    """Values of any kind, of which only some neighbours are objects at a time."""

    def __init__(self, values: Iterable[T] = ()) -> None:
        self._parts: list[bytes] = []
        self._last: list[T] = []
        self._open = (-1, tuple[T, ...]())
        for value in values:
            self.append(value)

    def append(self, value: T) -> None:
        """Add a value behind the others."""
        self._last.append(value)
        if len(self._last) == _TOGETHER:
            self._parts.append(_packed(self._last))
            self._last = []

    def __len__(self) -> int:
        """Return how many values there are."""
        return len(self._parts) * _TOGETHER + len(self._last)

    def __iter__(self) -> Iterator[T]:
        """Yield the values."""
        for part in self._parts:
            yield from _unpacked(part)
        yield from self._last

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        """Return the value at a place, or those between two."""
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(len(self)))]
        part, number = divmod(range(len(self))[place], _TOGETHER)
        return self._opened(part)[number]

    def _opened(self, part: int) -> Sequence[T]:
        if part == len(self._parts):
            return self._last
        if self._open[0] != part:
            self._open = (part, _unpacked(self._parts[part]))
        return self._open[1]


def _packed(values: Sequence[object]) -> bytes:
    # What is said in Chinese is a third as long then, and it takes as long as pickling does.
    return compress(pickle.dumps(tuple(values), pickle.HIGHEST_PROTOCOL), 1)


def _unpacked(part: bytes) -> Any:
    return pickle.loads(decompress(part))
