"""Packages from npm that tests use, installed from a lock file into the cache."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
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
    # What this machine has fetched before is not asked for again: the lock file has its hash.
    options += ["--prefer-offline", "--fetch-timeout=60000", "--fetch-retries=3"]
    command = [npm, "ci", "--prefix", str(place), *options]
    subprocess.run(command, check=True, env=_environment())
    return place


def _environment() -> dict[str, str]:
    """Return the environment with the system's certificates, which Node does not read itself."""
    trusted = {"NODE_EXTRA_CA_CERTS": str(_CERTIFICATES)} if _CERTIFICATES.is_file() else {}
    return {**trusted, **os.environ}


def _move_into_place(new: Path, place: Path) -> None:
    try:
        new.rename(place)
    except OSError:
        if not place.is_dir():
            raise
