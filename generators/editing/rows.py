"""A record as rows of sheets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generators.editing.cells import Written, canonical
from generators.editing.plans import Column, Sheet
from generators.records.walk import Loc
from generators.sources.yaml_tree import Tree


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says: to what it belongs, and the values of its sheet's columns.

    *above* is the place of the row on the sheet above that it belongs to, *level* its own
    place and *branch* the title of the field it stands in, where rows hold rows.
    *number* is the row's in the workbook.
    """

    id: str
    values: tuple[Written, ...]
    above: str = ""
    level: str = ""
    branch: str = ""
    number: int = 0


Rows = Mapping[str, Sequence[Row]]
"""The rows of one record, by the title of their sheet."""


def rows_of(sheet: Sheet, identifier: str, data: Tree) -> Iterator[tuple[Sheet, Row]]:
    """Yield the rows that say what *data* says, each with its sheet."""
    yield sheet, Row(identifier, _values(sheet, data))
    for below in sheet.sheets:
        yield from _list_rows(below, identifier, data, above="")


def _list_rows(
    sheet: Sheet, identifier: str, data: Tree, *, above: str
) -> Iterator[tuple[Sheet, Row]]:
    items = value_at(data, sheet.path)
    for number, item in enumerate(items if isinstance(items, list) else (), start=1):
        place = f"{above}.{number}" if above else str(number)
        yield from _item_rows(sheet, Row(identifier, (), above, place), item)


def _item_rows(sheet: Sheet, row: Row, data: Tree) -> Iterator[tuple[Sheet, Row]]:
    yield sheet, Row(row.id, _values(sheet, data), row.above, row.level, row.branch)
    number = 0
    for key, title in sheet.branches:
        inner = value_at(data, (key,))
        for item in inner if isinstance(inner, list) else ():
            number += 1
            place = Row(row.id, (), row.above, f"{row.level}.{number}", title)
            yield from _item_rows(sheet, place, item)
    for below in sheet.sheets:
        yield from _list_rows(below, row.id, data, above=row.level)


def _values(sheet: Sheet, data: Tree) -> tuple[Written, ...]:
    return tuple(canonical(column, _written(column, data)) for column in sheet.columns)


def _written(column: Column, data: Tree) -> Written:
    value = value_at(data, column.path)
    if column.is_list:
        return tuple(v for v in value if isinstance(v, str)) if isinstance(value, list) else None
    return value if isinstance(value, str) else None


def value_at(data: Tree, path: Loc) -> Tree:
    """Return what stands at *path*, or None."""
    for part in path:
        if isinstance(data, dict) and isinstance(part, str):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data
