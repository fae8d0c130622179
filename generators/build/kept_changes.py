"""Changes that were read once, kept in the cache for the next build."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import generators
from generators.changes.differences import Difference
from generators.changes.files import Action, FileChange


def kept_in(cache: Path) -> dict[str, FileChange]:
    """Return what was kept, by its key; nothing where another version of the program kept it."""
    try:
        told = json.loads(cache.read_text("utf-8"))
        is_ours = told["layout"] == _layout()
        return {key: _thawed(row) for key, row in told["changes"].items()} if is_ours else {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def keep(cache: Path, changes: Mapping[str, FileChange]) -> None:
    """Write the cache beside its place and move it there; without a disk it only takes longer."""
    told = {"layout": _layout(), "changes": {key: _frozen(c) for key, c in changes.items()}}
    fresh = cache.with_suffix(f".{os.getpid()}")
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps(told, ensure_ascii=False), "utf-8")
        fresh.replace(cache)
    except OSError:
        fresh.unlink(missing_ok=True)


def _layout() -> str:
    """Return what tells the cache of one version of the program from another's."""
    root = Path(generators.__file__).parent
    files = sorted(file for room in ("changes", "records") for file in (root / room).glob("*.py"))
    own = (*files, root / "wording.py", root / "personal_data.py")
    return hashlib.sha256(b"".join(file.read_bytes() for file in own)).hexdigest()[:16]


def _frozen(change: FileChange) -> list[object]:
    rows = [[d.place, d.says, d.is_quiet] for d in change.differences]
    return [change.path, change.action, change.label, change.title, rows, change.old_path]


def _thawed(row: Sequence[object]) -> FileChange:
    path, action, label, title, rows, old_path = row
    assert isinstance(rows, list)
    told = tuple(Difference(str(p), str(says), is_quiet=bool(quiet)) for p, says, quiet in rows)
    return FileChange(str(path), Action(str(action)), str(label), str(title), told, str(old_path))
