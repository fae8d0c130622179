"""Tell whether a site on the disk is whole: it has all that its manifest lists, and no more."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from generators.artifacts import Artifact
from generators.build.manifest import PATH as MANIFEST


def bytes_below(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file by its path."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def faults_of(site: Path) -> list[str]:
    """Return the paths that are missing, altered or not listed."""
    found = bytes_below(site)
    listed = json.loads(found.pop(MANIFEST))["files"]
    wanted = {(file["path"], file["size"], file["sha256"]) for file in listed}
    there = {(path, len(data), sha256(data).hexdigest()) for path, data in found.items()}
    return sorted(path for path, _, _ in wanted ^ there)


def check_whole(site: Path, versions: Iterable[Sequence[Artifact]]) -> None:
    """Fail unless the site is whole, and is one of some versions."""
    assert faults_of(site) == []
    found = bytes_below(site)
    del found[MANIFEST]
    assert found in [{a.path: a.data for a in version} for version in versions]
