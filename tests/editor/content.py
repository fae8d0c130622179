"""The project's own content, and the schemas an editor has of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generators.catalogue import Catalogue
from generators.outputs.editor_schemas import editor_schemas
from generators.records import KINDS
from tests.conftest import ROOT

CONTENT = ROOT / "content"
SETTINGS = ROOT / ".vscode" / "settings.json"


def known_ids() -> Mapping[str, set[str]]:
    """Return the ids of all records, by kind."""
    return {kind: {file.stem for file in (CONTENT / kind).glob("*.yml")} for kind in KINDS}


def schemas(catalogue: Catalogue) -> dict[str, Any]:
    """Return the schemas of the project's content by the names of their files."""
    artifacts = editor_schemas(catalogue, known_ids())
    return {artifact.path: json.loads(artifact.data) for artifact in artifacts}


def settings() -> dict[str, Any]:
    """Return the editor settings that the project comes with."""
    read: dict[str, Any] = json.loads(SETTINGS.read_text("utf-8"))
    return read


def files_by_schema() -> Mapping[str, list[Path]]:
    """Return the files of the content by the schema that the settings give them."""
    globs = {
        Path(schema).name: [pattern] if isinstance(pattern, str) else pattern
        for schema, pattern in settings()["yaml.schemas"].items()
    }
    return {
        schema: sorted(file for pattern in patterns for file in ROOT.glob(pattern))
        for schema, patterns in globs.items()
    }
