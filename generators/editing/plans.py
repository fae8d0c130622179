"""What the workbook of a kind looks like: a sheet of records, one for each list in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from generators.records.values import Reference
from generators.records.walk import Loc

ID, ABOVE, LEVEL, BRANCH = "编号", "上一级", "层次", "写在"
"""The columns that say to what a row belongs: a record, a row of the sheet above, of its own."""


class Shape(Enum):
    """How a value is held in a cell."""

    TEXT = "text"
    DAY = "day"
    MOMENT = "moment"
    CLOCK = "clock"
    MONTH_DAY = "month and day"
    PARTIAL_DAY = "partial day"
    FLAG = "flag"
    PERCENT = "percent"
    NUMBER = "number"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: *path* leads from what a row describes to the value, or to a list of values."""

    path: Loc
    title: str
    says: str
    shape: Shape = Shape.TEXT
    options: tuple[str, ...] = ()
    term: str | None = None
    reference: Reference | None = None
    is_list: bool = False
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: *path* leads from what a row of the sheet above describes to the list.

    *branches* are the fields, key and title, that hold further rows of the same sheet; the
    rows of a *table* are lists of texts. Where the record must have the list, but it may be
    empty, it *may_be_empty*.
    """

    title: str
    says: str
    columns: tuple[Column, ...]
    path: Loc = ()
    sheets: tuple[Sheet, ...] = ()
    branches: tuple[tuple[str, str], ...] = ()
    is_nested: bool = False
    is_table: bool = False
    is_required: bool = False
    may_be_empty: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the titles of the columns that say to what a row belongs."""
        if self.branches:
            return (ID, LEVEL, BRANCH)
        return (ID, ABOVE) if self.is_nested else (ID,)


def all_sheets(sheet: Sheet) -> Iterator[Sheet]:
    """Yield a sheet and those for the lists in it."""
    yield sheet
    for below in sheet.sheets:
        yield from all_sheets(below)
