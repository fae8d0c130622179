"""What was found out about a file, good as long as its stamp or its bytes are the same."""

from __future__ import annotations

from typing import TypeVar

from generators.build.store import Shelf
from generators.sources import Found, Stamp

V = TypeVar("V")


def known(file: Found, shelf: Shelf[tuple[Stamp | None, V]], settled: int) -> V | None:
    """Return what is kept of a file, by its path and the digest of its bytes.

    It is read only where its stamp says too little, because it is another or still young.
    """
    if (kept := shelf.get(file.path)) is None:
        return None
    key, (before, value) = kept
    stamp = file.stamp(settled)
    if stamp and stamp == before:
        return value
    if key != file.read(file.stat.st_size).digest:
        return None
    if stamp:
        shelf.put(file.path, key, (stamp, value))
    return value
