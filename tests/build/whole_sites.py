"""Tell whether a site on the disk is whole: it has all that its manifest lists, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from generators.artifacts import Artifact


def faults_of(site: Path) -> list[str]:
    """Return the paths that are missing, altered or not listed."""
    listed = json.loads((site / "manifest.json").read_text("utf-8"))["files"]
    wanted = {file["path"]: (file["size"], file["sha256"]) for file in listed}
    found = {
        file.relative_to(site).as_posix(): _fingerprint(file.read_bytes())
        for file in site.rglob("*")
        if file.is_file() and file != site / "manifest.json"
    }
    return sorted(path for path, _ in wanted.items() ^ found.items())


def _fingerprint(data: bytes) -> tuple[int, str]:
    return len(data), sha256(data).hexdigest()


def check_whole(site: Path, versions: Iterable[Sequence[Artifact]]) -> None:
    """Fail unless the site is whole, and is one of some versions."""
    assert faults_of(site) == []
    found = {
        (file.relative_to(site).as_posix(), file.read_bytes())
        for file in site.rglob("*")
        if file.is_file() and file != site / "manifest.json"
    }
    assert found in [{(a.path, a.data) for a in version} for version in versions]
