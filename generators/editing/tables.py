"""The tables of a file that an editor hands in: a workbook, or a CSV in whatever encoding."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell as OpenpyxlCell
from openpyxl.cell.cell import MergedCell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from generators.diagnostics import Diagnostic, Span
from generators.editing.cells import Cell
from generators.sources.text import UnreadableError, decode

MAX_BYTES = 20_000_000
_SEPARATORS = ",\t;"


AnyCell = OpenpyxlCell | MergedCell


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet as it was read: its title, its header, and its other rows by their number."""

    title: str
    header: tuple[str, ...]
    rows: Mapping[int, tuple[Cell, ...]]


class NoTableError(Exception):
    """A file that has no tables, with the finding that says why."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.message)
        self.finding = finding


def read_tables(file: Path) -> list[Table]:
    """Read the sheets of a workbook, or the only one of a CSV; raise `NoTableError` for others."""
    data = file.read_bytes()
    if len(data) > MAX_BYTES:
        raise _refused(file, f"文件超过了 {MAX_BYTES // 1_000_000} MB", "分成几个文件导入")
    if data.startswith(b"PK"):
        return _of_workbook(file, data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise _refused(file, "这是旧格式的 .xls 文件", "在 Excel 里另存为 .xlsx，再导入")
    return [_of_csv(file, data)]


def _refused(file: Path, message: str, hint: str) -> NoTableError:
    return NoTableError(Diagnostic("not-a-table", message, Span(file.name), hint=hint))


def _of_workbook(file: Path, data: bytes) -> list[Table]:
    """Read what is written, and of formulas what they came to, where they were computed."""
    try:
        written = load_workbook(BytesIO(data))
        has_formulas = any(cell.data_type == "f" for cell in _all_cells(written))
        values = load_workbook(BytesIO(data), data_only=True) if has_formulas else written
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError):
        hint = "用 Excel 或 WPS 打开，另存为 .xlsx，再导入"
        raise _refused(file, "这个文件打不开，可能已经损坏，或者设了密码", hint) from None
    return [_of_sheet(values[sheet.title], sheet) for sheet in written.worksheets]


def _all_cells(book: Workbook) -> Iterator[AnyCell]:
    return (cell for page in book.worksheets for row in page.iter_rows() for cell in row)


def _of_sheet(values: Worksheet, written: Worksheet) -> Table:
    pairs = zip(values.iter_rows(), written.iter_rows(), strict=True)
    rows = {number: list(map(_cell, *pair)) for number, pair in enumerate(pairs, start=1)}
    for merged in written.merged_cells.ranges:
        first = rows[merged.min_row][merged.min_col - 1]
        for row, column in merged.cells:
            rows[row][column - 1] = first
    return _table(written.title, rows)


def _cell(value: AnyCell, written: AnyCell) -> Cell:
    read, shown_as = value.value, str(value.number_format)
    if written.data_type == "f" and read is None:
        return Cell(None, shown_as, is_uncomputed=True)
    if read is None or isinstance(read, str | int | float | date | time | timedelta):
        return Cell(read, shown_as)
    return Cell(str(read), shown_as)


def _table(title: str, rows: Mapping[int, Sequence[Cell]]) -> Table:
    """Return a table without its empty rows."""
    written = {n: tuple(row) for n, row in rows.items() if not all(cell.is_empty for cell in row)}
    first = min(written, default=0)
    header = written.pop(first, ())
    return Table(title, tuple(str(cell.value or "").strip() for cell in header), written)


def _of_csv(file: Path, data: bytes) -> Table:
    try:
        text, _ = decode(file.name, data)
    except UnreadableError as error:
        raise NoTableError(error.findings[0]) from None
    if "\0" in text:
        raise _refused(file, "这个文件不是表格", "导入 .xlsx 或 .csv 文件")
    first = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=first.count)
    lines = csv.reader(StringIO(text), delimiter=separator)
    try:
        rows = {n: [Cell(value) for value in line] for n, line in enumerate(lines, start=1)}
    except csv.Error:
        raise _refused(file, "这个 CSV 读不下去，引号没有配对", "用 Excel 打开另存一次") from None
    return _table(file.stem, rows)
