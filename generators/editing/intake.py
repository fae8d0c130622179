"""The rows of a file that is handed in, matched with the sheets and columns of a kind."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from generators.diagnostics import Diagnostic, Span, did_you_mean
from generators.editing.cells import Cell, Written, read
from generators.editing.exporting import HELP_ID
from generators.editing.identifiers import id_fault
from generators.editing.merging import BASE, Base, read_base
from generators.editing.planning import TABLE_WIDTH, plan
from generators.editing.plans import ABOVE, BRANCH, ID, LEVEL, Column, Sheet, all_sheets
from generators.editing.remarks import Place, Remark
from generators.editing.rows import Row
from generators.editing.tables import Table
from generators.records import KINDS, Kind


@dataclass(slots=True)
class Intake:
    """What a file says: the columns it has, the rows of each record by sheet, and faults."""

    layout: Sheet
    rows: dict[str, dict[str, list[Row]]] = field(default_factory=dict)
    base: dict[str, Base] = field(default_factory=dict)
    columns: dict[tuple[str, str], int] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    def place(self, sheet: Sheet, row: Row, title: str) -> Place:
        """Return the cell of a row in a column, or that of its id where there is none."""
        column = self.columns.get((sheet.title, title)) or self.columns[sheet.title, ID]
        table = self.tables[sheet.title]
        cells = table.rows.get(row.number, ())
        value = _text(cells[column - 1]) if column <= len(cells) else ""
        return Place(table.title, row.number, column, table.header[column - 1], value)


def kind_of(tables: Sequence[Table], file_name: str) -> Kind | None:
    """Return the kind whose records a file has, by the titles of its sheets or its own name."""
    titles = [*(table.title for table in tables), PurePath(file_name).stem]
    names = {name: kind for kind in KINDS.values() for name in (kind.label, kind.name)}
    exact = (names[title] for title in titles if title in names)
    begun = (
        kind
        for kind in KINDS.values()
        if any(t.startswith((kind.label, kind.name)) for t in titles)
    )
    return next(exact, None) or next(begun, None)


def take_in(kind: Kind, tables: Sequence[Table]) -> Intake:
    """Match tables with the sheets of a kind; a table of its own is that of the records."""
    width = max((len(table.header) for table in tables), default=TABLE_WIDTH)
    whole = plan(kind, width=max(width, TABLE_WIDTH))
    named = {table.title: table for table in tables}
    if len(tables) == 1 and not any(sheet.title in named for sheet in all_sheets(whole)):
        named = {whole.title: tables[0]}
    intake = Intake(whole)
    narrowed = _narrowed(whole, named, intake)
    intake.layout = narrowed or replace(whole, columns=(), sheets=())
    for sheet in all_sheets(intake.layout):
        if sheet.title in named:
            _take_rows(sheet, named[sheet.title], intake)
    for row in named[BASE].rows.values() if BASE in named else ():
        identifier, hashes = (str(cell.value) for cell in row[:2])
        intake.base[identifier] = read_base(hashes)
    return intake


def _narrowed(sheet: Sheet, named: Mapping[str, Table], intake: Intake) -> Sheet | None:
    """Return a sheet with the columns and lists that the file has; what it lacks stays as it is."""
    below = tuple(part for s in sheet.sheets if (part := _narrowed(s, named, intake)))
    table = named.get(sheet.title)
    if table is None:
        return replace(sheet, columns=(), sheets=below) if below and not sheet.path else None
    intake.tables[sheet.title] = table
    places = {_plain(title): place for place, title in reversed([*enumerate(table.header, 1)])}
    _note_columns(sheet, places, table, intake)
    columns = tuple(c for c in sheet.columns if (sheet.title, c.title) in intake.columns)
    if (sheet.title, ID) not in intake.columns:
        message, hint = f"“{table.title}”表里没有“编号”这一列", "第一列写编号，标题写“编号”"
        intake.remarks.append(_remark(table, 1, 1, "sheet-column", message, hint))
        return None
    return replace(sheet, columns=columns, sheets=below)


def _note_columns(sheet: Sheet, places: Mapping[str, int], table: Table, intake: Intake) -> None:
    known = {name: title for title, names in _names(sheet) for name in names}
    for name, place in places.items():
        if name in known:
            intake.columns.setdefault((sheet.title, known[name]), place)
        elif name and any(not cell.is_empty for cell in _column(table, place)):
            title = table.header[place - 1]
            message = f"“{table.title}”表里不该有“{title}”这一列"
            titles = [title for title, _ in _names(sheet)]
            hint = did_you_mean(title, titles) or "删掉这一列，或者照导出的表格改标题"
            intake.remarks.append(_remark(table, 1, place, "sheet-column", message, hint))


def _names(sheet: Sheet) -> Iterator[tuple[str, set[str]]]:
    """Yield the titles of a sheet's columns with what they may be called in a header."""
    for key in sheet.keys:
        yield key, {_plain(key), "id"} if key == ID else {_plain(key)}
    for column in sheet.columns:
        yield column.title, {_plain(column.title), _plain(".".join(map(str, column.path)))}


def _text(cell: Cell) -> str:
    value = read(Column((), "", ""), cell)
    return value if isinstance(value, str) else ""


def _plain(title: str) -> str:
    """Return a title without what gets into it by accident."""
    text = unicodedata.normalize("NFKC", title).replace("・", "·")
    return "".join(text.split()).strip("*").lower()


def _column(table: Table, place: int) -> Iterator[Cell]:
    return (row[place - 1] for row in table.rows.values() if place <= len(row))


def _remark(table: Table, row: int, column: int, code: str, message: str, hint: str) -> Remark:
    heading = table.header[column - 1] if column <= len(table.header) else ""
    place = Place(table.title, row, column, heading, heading)
    return Remark(place, Diagnostic(code, message, Span(table.title, row, column), hint=hint))


def _take_rows(sheet: Sheet, table: Table, intake: Intake) -> None:
    for number, cells in table.rows.items():
        reader = _RowReader(sheet, cells, intake.columns)
        identifier = reader.text(ID)
        if identifier == HELP_ID or not reader.is_written():
            continue
        row = reader.row(identifier, number)
        intake.remarks += _row_faults(sheet, table, row, cells, intake)
        if identifier and not id_fault(identifier):
            intake.rows.setdefault(identifier, {}).setdefault(sheet.title, []).append(row)


def _row_faults(
    sheet: Sheet, table: Table, row: Row, cells: Sequence[Cell], intake: Intake
) -> Iterator[Remark]:
    earlier = intake.rows.get(row.id, {}).get(sheet.title, ())
    if not row.id:
        hint = "写上编号：改已有的照抄，新的用小写字母、数字和连字符"
        yield _at(intake, sheet, row, ID, "sheet-row", "这一行没有编号", hint)
    elif earlier and not sheet.path:
        message = f"编号“{row.id}”写了两次，第{earlier[0].number}行已经有了"
        hint = "同一条记录只写一行；不同的记录用不同的编号"
        yield _at(intake, sheet, row, ID, "sheet-row", message, hint)
    elif fault := id_fault(row.id):
        message, hint = fault.split("，", 1)
        yield _at(intake, sheet, row, ID, "sheet-row", message, hint)
    for place, cell in enumerate(cells, start=1):
        if cell.is_uncomputed:
            message, hint = "这个公式没有算出结果", "在 Excel 里打开，保存一次；或者直接写结果"
            yield _remark_of(row, _remark(table, row.number, place, "sheet-formula", message, hint))


def _remark_of(row: Row, remark: Remark) -> Remark:
    return replace(remark, id=row.id)


def _at(
    intake: Intake, sheet: Sheet, row: Row, title: str, code: str, message: str, hint: str
) -> Remark:
    place = intake.place(sheet, row, title)
    span = Span(place.sheet, place.row, place.column)
    return Remark(place, Diagnostic(code, message, span, hint=hint), row.id)


@dataclass(frozen=True, slots=True)
class _RowReader:
    """Reads the cells of one row by the titles of their columns."""

    sheet: Sheet
    cells: Sequence[Cell]
    columns: Mapping[tuple[str, str], int]

    def text(self, title: str) -> str:
        """Return what a key column says."""
        return _text(self._cell(title))

    def value(self, column: Column) -> Written:
        """Return what a record writes for a cell."""
        return read(column, self._cell(column.title))

    def is_written(self) -> bool:
        """Tell whether anything but what is not heeded is written."""
        titles = (*self.sheet.keys, *(column.title for column in self.sheet.columns))
        return any(not self._cell(title).is_empty for title in titles)

    def row(self, identifier: str, number: int) -> Row:
        """Return the row."""
        values = tuple(map(self.value, self.sheet.columns))
        above, level, branch = (
            self.text(key) if key in self.sheet.keys else "" for key in (ABOVE, LEVEL, BRANCH)
        )
        return Row(identifier, values, above, level, branch, number)

    def _cell(self, title: str) -> Cell:
        place = self.columns.get((self.sheet.title, title), 0)
        return self.cells[place - 1] if 0 < place <= len(self.cells) else Cell()
