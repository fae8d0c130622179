"""`manifest.json`: every file of the site with its size and digest, for those who copy or check it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generators.artifacts import Artifact

PATH = "manifest.json"
_quoted = json.JSONEncoder(ensure_ascii=False).encode
VERSION = 1


class Fingerprint(NamedTuple):
    """What tells a file's bytes from others: how many they are, and their SHA-256."""

    size: int
    sha256: bytes

    @classmethod
    def of(cls, data: bytes) -> Fingerprint:
        """Take the fingerprint of *data*."""
        return cls(len(data), hashlib.sha256(data).digest())


def manifest(files: Mapping[str, Fingerprint]) -> Artifact:
    """List *files* by path, a file a line; the manifest itself is not among them."""
    entries = ",\n".join(
        f'{{"path": {_quoted(path)}, "size": {file.size}, "sha256": "{file.sha256.hex()}"}}'
        for path, file in sorted(files.items())
    )
    return Artifact.of_text(PATH, f'{{"version": {VERSION}, "files": [\n{entries}\n]}}\n')


def fingerprints(site: Path) -> dict[str, Fingerprint]:
    """Return what a site's manifest says of each file; nothing where there is none."""
    try:
        files = json.loads((site / PATH).read_bytes())["files"]
        return {f["path"]: Fingerprint(f["size"], bytes.fromhex(f["sha256"])) for f in files}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def listed(site: Path) -> int:
    """Return how many files a site's manifest lists; none where there is no site."""
    try:
        return max(0, (site / PATH).read_bytes().count(b"\n") - 2)
    except OSError:
        return 0
