"""The only code that changes the site on the disk: written beside the old one, swapped in."""

from __future__ import annotations

import ctypes
import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from generators.artifacts import Artifact

_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
_HERE = -100  # AT_FDCWD


def write_site(artifacts: Iterable[Artifact], site: Path) -> int:
    """Make *site* consist of exactly *artifacts* and return how many there are.

    The new site is complete before it takes the place of the old one in one step; files
    whose bytes are the same keep their times. Raise OSError where the disk refuses, with
    the old site untouched; raise ValueError where two artifacts have the same path.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f"{site.name}.", dir=site.parent))
    try:
        count = _fill(fresh, artifacts, old=site)
        fresh.chmod(0o755)
        _swap(fresh, site)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return count


def _fill(folder: Path, artifacts: Iterable[Artifact], *, old: Path) -> int:
    written: set[str] = set()
    for artifact in artifacts:
        if artifact.path in written:
            raise ValueError(f"two artifacts want {artifact.path}")
        written.add(artifact.path)
        parts = artifact.path.split("/")
        if any(part in ("", ".", "..") for part in parts) or "\\" in artifact.path:
            raise ValueError(f"{artifact.path} is outside the site")
        target = folder / artifact.path
        target.parent.mkdir(parents=True, exist_ok=True)
        _place(target, artifact.data, old=old / artifact.path)
    return len(written)


def _place(target: Path, data: bytes, *, old: Path) -> None:
    """Write a file, or keep the old one where it says the same."""
    try:
        if old.stat().st_size == len(data) and old.read_bytes() == data:
            os.link(old, target)
            return
    except OSError:
        pass  # no old file, or a file system without hard links
    target.write_bytes(data)


def _swap(fresh: Path, site: Path) -> None:
    """Put *fresh* in the place of *site*; what was there is left at *fresh*."""
    if not site.exists():
        fresh.rename(site)
    elif not _exchange(fresh, site):
        aside = Path(tempfile.mkdtemp(prefix=f"{site.name}.", dir=site.parent))
        site.rename(aside / site.name)
        fresh.rename(site)
        shutil.rmtree(aside)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step where the system can; tell whether it could."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    done = renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    return bool(done == 0)
