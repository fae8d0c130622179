"""What builds: our own code, Python, and the packages beside us, as one digest."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_CODE = Path(__file__).parent.parent


@cache
def environment() -> str:
    """Return a digest that another version of anything that takes part would change."""
    digest = hashlib.blake2b(sys.version.encode(), digest_size=16)
    for name in _packages():
        digest.update(name.encode() + b"\0")
    for file in sorted(_CODE.rglob("*")):
        if file.is_file() and file.suffix != ".pyc":
            digest.update(file.relative_to(_CODE).as_posix().encode() + b"\0")
            digest.update(hashlib.blake2b(file.read_bytes()).digest())
    return digest.hexdigest()


def _packages() -> Iterator[str]:
    """Yield the name and version of everything installed, as their folders tell it."""
    for folder in map(Path, sys.path):
        yield from sorted(found.name for found in folder.glob("*.dist-info"))
