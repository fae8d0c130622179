"""The list of a site's files."""

from __future__ import annotations

import json
from pathlib import Path

from generators.build.manifest import Fingerprint, listed, manifest


def test_files_are_listed_by_path_one_a_line(tmp_path: Path) -> None:
    """The order in which files came does not matter, and a difference of lines is readable."""
    files = {"b.html": Fingerprint.of(b"b"), "a/中.html": Fingerprint.of(b"")}
    artifact = manifest(files)
    assert artifact == manifest(dict(reversed(files.items())))
    said = json.loads(artifact.data)
    assert [file["path"] for file in said["files"]] == ["a/中.html", "b.html"]
    (tmp_path / artifact.path).write_bytes(artifact.data)
    assert listed(tmp_path) == 2


def test_no_files_are_listed_where_there_is_no_site(tmp_path: Path) -> None:
    """Before the first build nothing is known."""
    assert listed(tmp_path / "none") == 0
    assert json.loads(manifest({}).data) == {"version": 1, "files": []}
