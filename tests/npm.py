"""Packages from npm that tests use, installed from a lock file into the cache."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path

_CACHE = Path(__file__).parent.parent / ".cache" / "npm"


def npm_packages(folder: Path) -> Path:
    """Return a folder with `node_modules` as the lock file in *folder* says.

    It is named by the lock file and moved into place whole, so that neither an update nor two
    tests at once find half of it.
    """
    lock = (folder / "package-lock.json").read_bytes()
    place = _CACHE / hashlib.sha256(lock).hexdigest()[:16]
    if not place.is_dir():
        _CACHE.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=_CACHE) as parent:
            _move_into_place(_install(folder, Path(parent) / "new"), place)
    return place


def _install(folder: Path, place: Path) -> Path:
    place.mkdir()
    for name in ("package.json", "package-lock.json"):
        shutil.copy(folder / name, place)
    npm = shutil.which("npm") or "npm"
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    subprocess.run([npm, "ci", "--prefix", str(place), *options], check=True)
    return place


def _move_into_place(new: Path, place: Path) -> None:
    try:
        new.rename(place)
    except OSError:
        if not place.is_dir():
            raise
