"""Tell who changed what since a workbook was exported: its editor, somebody else, or both."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from hashlib import sha256

from generators.editing.assembly import assemble
from generators.editing.plans import Sheet
from generators.editing.rows import Row, rows_of, value_at
from generators.records.walk import Loc
from generators.sources.yaml_tree import Tree

BASE = "导出时"
"""The hidden sheet that keeps what records said when they were exported."""
_LENGTH = 10
_QUOTED = 60

Base = Mapping[str, str]
"""Of every unit of a record what it said, as a hash; a unit is a column, or a sheet's rows."""


def projected(layout: Sheet, identifier: str, tree: Tree) -> dict[str, Tree]:
    """Return what is left of a record once it has been in a workbook."""
    rows: dict[str, list[Row]] = {}
    for sheet, row in rows_of(layout, identifier, tree):
        rows.setdefault(sheet.title, []).append(row)
    return assemble(layout, rows).data


def fingerprints(layout: Sheet, identifier: str, tree: Tree) -> str:
    """Return the hashes of a record's units, as the text of a cell."""
    data = projected(layout, identifier, tree)
    hashes = {name: _hash(value_at(data, path)) for name, path, _ in units(layout)}
    return json.dumps(hashes, ensure_ascii=False, separators=(",", ":"))


def read_base(text: str) -> Base:
    """Return the hashes that a cell has; none where it is not what was exported."""
    try:
        hashes = json.loads(text)
    except ValueError:
        return {}
    return {str(k): str(v) for k, v in hashes.items()} if isinstance(hashes, dict) else {}


def units(layout: Sheet) -> Iterator[tuple[str, Loc, str | None]]:
    """Yield the units of a record: name, path, and the sheet of those that have their own."""
    for column in layout.columns:
        yield column.title, column.path, None
    for sheet in layout.sheets:
        yield f"{sheet.title}（表）", sheet.path, sheet.title


def _hash(value: Tree) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return sha256(text.encode()).hexdigest()[:_LENGTH]


@dataclass(frozen=True, slots=True)
class Merged:
    """What a record is to say, and the units that were changed on both sides.

    A conflict is a unit's name, what the record says now, and where.
    """

    data: dict[str, Tree]
    conflicts: tuple[tuple[str, str, Loc], ...]


def merge(
    layout: Sheet,
    current: dict[str, Tree],
    wanted: dict[str, Tree],
    base: Base,
    *,
    written: frozenset[str | None],
) -> Merged:
    """Return *current* with those units of *wanted* that the workbook's editor changed.

    *written* are the sheets that say something of the record, also by having no rows of it;
    None is the first one.
    """
    data = deepcopy(current)
    conflicts = []
    for name, path, sheet in units(layout):
        theirs, ours = value_at(current, path), value_at(wanted, path)
        if sheet not in written or ours == theirs:
            continue
        before = base.get(name)
        if before == _hash(ours):
            continue
        if before not in (None, _hash(theirs)):
            conflicts.append((name, _short(theirs), path))
        _set(data, path, ours)
    return Merged(data, tuple(conflicts))


def _short(value: Tree) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = "" if value is None else " ".join(text.split())
    return f"{text[:_QUOTED]}…" if len(text) > _QUOTED else text


def _set(data: dict[str, Tree], path: Loc, value: Tree) -> None:
    """Put a value at a path, or take it away with the parts that are empty then."""
    first, *rest = map(str, path)
    if not rest:
        data.pop(first, None)
        if value is not None:
            data[first] = value
        return
    inner = data.get(first)
    part = dict(inner) if isinstance(inner, dict) else {}
    _set(part, tuple(rest), value)
    data.pop(first, None)
    if part:
        data[first] = part
