"""What earlier builds found out, on the disk: for each name a value, good for one key.

A key is a digest of all that the value was made from, so a value is right or not found. Nothing
here is locked: a file is written beside the old one and takes its place, and of two builds at
once the later one is remembered. Values are pickled, and lie in a folder named by the code that
made them.
"""

from __future__ import annotations

import gc
import hashlib
import os
import pickle
import shutil
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Generic, NamedTuple, TypeVar, cast
from zlib import crc32

from generators.build.environment import environment

V = TypeVar("V")
Key = bytes

_BUCKETS = 64
_CHECK = 16  # bytes of digest before the values
_PREFIX = "build-"
# So that changing between two branches, or two versions of Python, costs nothing.
_VERSIONS = 3
_UNSETTLED = 2_000_000_000  # nanoseconds: the coarsest clock of a file system


class Tally(NamedTuple):
    """How many values an earlier build had found out, and how many had to be made."""

    kept: int
    made: int


@dataclass(slots=True)
class Shelf(Generic[V]):
    """The values of one stage, in so many files that an edit writes little.

    What is saved *waits* until it is written, where there is a better moment for that.
    """

    folder: Path | None
    waits: bool = False
    _values: dict[str, tuple[Key, V]] | None = None
    _count: int = 0
    _changed: set[int] = field(default_factory=set)
    _fresh: set[str] = field(default_factory=set)

    def get(self, name: str) -> tuple[Key, V] | None:
        """Return what is kept under a name, with the key it is good for."""
        return self._known().get(name)

    def put(self, name: str, key: Key, value: V) -> None:
        """Keep a value in place of an earlier one."""
        self._known()[name] = (key, value)
        self._changed.add(_number(name))
        self._fresh.add(name)

    def tally(self) -> Tally:
        """Count what stood since the last tally, and what was made."""
        made, self._fresh = len(self._fresh), set()
        count = self._count if self._values is None else len(self._values)
        return Tally(count - made, made)

    def save(self, names: Collection[str] | None = None) -> None:
        """Write what changed, without what has none of *names*."""
        if self.folder is None:
            return
        known = self._known()
        for name in known.keys() - names if names is not None else ():
            del known[name]
            self._changed.add(_number(name))
        if not self.waits:
            self.write()

    def write(self) -> None:
        """Write what changed; a full disk is no fault."""
        known = self._known() if self._changed else {}
        buckets: dict[int, dict[str, tuple[Key, V]]] = {number: {} for number in self._changed}
        for name, value in known.items() if buckets else ():
            if (number := _number(name)) in buckets:
                buckets[number][name] = value
        for number, bucket in buckets.items():
            with suppress(OSError):
                self._write(number, bucket)
        self._changed.clear()

    @property
    def is_read(self) -> bool:
        """Tell whether the values are in memory."""
        return self._values is not None

    def leave(self) -> None:
        """Let go of the values, which are read again where somebody asks for them after all."""
        if self.folder and self._values is not None:
            self._count, self._values = len(self._values), None

    def _known(self) -> dict[str, tuple[Key, V]]:
        """Return all values, which are read the first time one is asked for."""
        if self._values is None:
            self._values = {}
            for number in range(_BUCKETS) if self.folder and self.folder.is_dir() else ():
                self._values |= self._read(number)
        return self._values

    def _read(self, number: int) -> dict[str, tuple[Key, V]]:
        """Read a file; one that is missing, cut off or spoilt has nothing."""
        try:
            data = memoryview((self.folder / f"{number:02}").read_bytes() if self.folder else b"")
        except OSError:
            return {}
        if _digest(data[_CHECK:]) != data[:_CHECK]:
            return {}
        with _uncollected():
            return cast(dict[str, tuple[Key, V]], pickle.loads(data[_CHECK:]))

    def _write(self, number: int, bucket: dict[str, tuple[Key, V]]) -> None:
        assert self.folder
        self.folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self.folder)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.seek(_CHECK)
                digested = _Digested(stream)
                pickle.dump(bucket, digested, pickle.HIGHEST_PROTOCOL)
                stream.seek(0)
                stream.write(digested.digest.digest())
            Path(name).replace(self.folder / f"{number:02}")
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the collector away: among thousands of new values it looks for cycles in vain."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _number(name: str) -> int:
    return crc32(name.encode()) % _BUCKETS


def _digest(data: bytes | memoryview) -> bytes:
    return hashlib.blake2b(data, digest_size=_CHECK).digest()


class _Digested:
    """A stream that digests what is written to it, so that nobody holds all of it in memory."""

    def __init__(self, stream: BinaryIO) -> None:
        self.digest, self._stream = hashlib.blake2b(digest_size=_CHECK), stream

    def write(self, data: bytes, /) -> int:
        self.digest.update(data)
        return self._stream.write(data)


class Store:
    """The shelves of every stage, in memory once they are read; without a *cache* only there.

    Where there is more than one build to come, what was found out *stays* in memory, and what is
    saved is written at the end of each.
    """

    def __init__(self, cache: Path | None = None, *, stays: bool = False) -> None:
        self.stays = stays
        self.cache = cache
        self.folder = cache / f"{_PREFIX}{environment()}" if cache else None
        self._shelves: dict[str, Shelf[Any]] = {}
        self._others = Tally(0, 0)

    def afresh(self) -> Store:
        """Return a store of the same cache with nothing in memory, for another process."""
        return Store(self.cache)

    def shelf(self, stage: str) -> Shelf[Any]:
        """Return the shelf of a stage."""
        if stage not in self._shelves:
            folder = self.folder / stage if self.folder else None
            self._shelves[stage] = Shelf(folder, waits=self.stays)
        return self._shelves[stage]

    def has(self, stage: str) -> bool:
        """Tell whether the values of a stage are in memory."""
        return stage in self._shelves and self._shelves[stage].is_read

    def leave(self, stage: str) -> None:
        """Let go of the values of a stage that this build no longer needs."""
        if not self.stays:
            self.shelf(stage).leave()

    def write(self) -> None:
        """Write what was saved and waits for it."""
        for shelf in self._shelves.values() if self.stays else ():
            shelf.write()

    def place(self, name: str) -> Path | None:
        """Return a folder for what others keep by themselves, where anything is kept."""
        return self.folder / name if self.folder else None

    def now(self) -> int:
        """Return what time it is by the clock that files are stamped with, in nanoseconds.

        Where no file can be written it is the beginning of time: then no stamp is trusted.
        """
        if self.folder is None:
            return 0
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self.folder) as file:
                return os.fstat(file.fileno()).st_mtime_ns
        except OSError:
            return 0

    def tally(self) -> Tally:
        """Count what stood on all shelves since the last tally, and what was made."""
        tallies = [self._others, *(shelf.tally() for shelf in self._shelves.values())]
        self._others = Tally(0, 0)
        return Tally(sum(t.kept for t in tallies), sum(t.made for t in tallies))

    def count(self, tally: Tally) -> None:
        """Count what another store of the same cache did for this build."""
        self._others = tally

    def settled(self) -> int:
        """Return since when a file must be as it is for its stamp to be trusted.

        What was written a moment ago may be written again under the same stamp.
        """
        return self.now() - _UNSETTLED

    def tidy(self) -> None:
        """Remove what other versions of the code kept, but for the last used."""
        if self.folder is None:
            return
        with suppress(OSError):
            os.utime(self.folder)
            others = self.folder.parent.glob(f"{_PREFIX}*")
            by_age = sorted(others, key=lambda folder: folder.stat().st_mtime_ns, reverse=True)
            for folder in by_age[_VERSIONS:]:
                shutil.rmtree(folder, ignore_errors=True)
