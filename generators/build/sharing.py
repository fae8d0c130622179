"""A value that all processes work with: forked ones have it already, others read it from a file."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Generic, TypeVar, cast

from generators.build.digests import digest

T = TypeVar("T")

_held: dict[str, object] = {}
_numbers = count()


@dataclass(frozen=True, slots=True)
class Shared(Generic[T]):
    """Where a value is to be had, small enough to go with every part of the work."""

    name: str
    file: Path | None = None

    def value(self) -> T:
        """Return the value; one that was read is kept until another takes its place."""
        if self.name not in _held:
            assert self.file
            _held.clear()
            _held[self.name] = pickle.loads(self.file.read_bytes())
        return cast(T, _held[self.name])


@contextmanager
def shared(value: T, *, given: Executor | None, folder: Path | None) -> Iterator[Shared[T]]:
    """Share a value with the processes of an executor, or where none is *given* with forked ones.

    For an executor the value is put into *folder*, which its processes must see too.
    """
    if given is None:
        with _held_as(f"{next(_numbers)}", value) as name:
            yield Shared(name)
        return
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    # The name is a digest, so that a process that lives long never takes one value for another.
    with tempfile.NamedTemporaryFile(dir=folder) as file:
        file.write(data)
        file.flush()
        with _held_as(digest(data).hex(), value) as name:
            yield Shared(name, Path(file.name))


@contextmanager
def _held_as(name: str, value: object) -> Iterator[str]:
    _held[name] = value
    try:
        yield name
    finally:
        _held.pop(name, None)
