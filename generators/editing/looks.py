"""How a workbook looks: colours, widths, heights, and formats of what is still to be written."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from openpyxl.cell.cell import Cell as OpenpyxlCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generators.diagnostics.render_text import display_width
from generators.editing.cells import CellValue
from generators.editing.plans import Column, Shape

HEADER_ROW, HELP_ROW, FIRST_ROW = 1, 2, 3

_FORMATS = {Shape.DAY: "yyyy-mm-dd", Shape.MOMENT: "yyyy-mm-dd hh:mm"}
_NUMBERS = (Shape.NUMBER, Shape.COUNT)
_WIDTHS = {Shape.DAY: 13, Shape.MOMENT: 18, Shape.CLOCK: 9, Shape.FLAG: 9}
_NARROWEST, _WIDEST = 11, 60
_HELP_CELLS = 30  # of help text in each of its lines
_LINE, _MOST_LINES = 15, 10  # points a line, and lines of a cell that are shown

_BLUE = PatternFill("solid", fgColor="1F4E79")
_WARM = PatternFill("solid", fgColor="9C5700")
_GREY = PatternFill("solid", fgColor="F2F2F2")
_TOP = Alignment(vertical="top", wrap_text=True)


def put(cell: OpenpyxlCell, value: CellValue, *, shown: str = "") -> None:
    """Write a value into a cell; a text that begins like a formula stays a text."""
    cell.value = value
    cell.alignment = _TOP
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
    cell.number_format = shown or ("@" if isinstance(value, str) else cell.number_format)


def cell_at(page: Worksheet, row: int, column: int) -> OpenpyxlCell:
    """Return a cell of a sheet of our own, on which none are merged."""
    cell = page.cell(row, column)
    assert isinstance(cell, OpenpyxlCell)
    return cell


def number_format(column: Column) -> str:
    """Return how Excel shows the values of a column; what is text must not become a number."""
    return _FORMATS.get(column.shape, "General" if column.shape in _NUMBERS else "@")


def dress(page: Worksheet, place: int, column: Column) -> None:
    """Give a column its colour, its width and its format, down to the last row of the sheet."""
    dimension = page.column_dimensions[get_column_letter(place)]
    dimension.width = _width(page, place, column)
    dimension.number_format = number_format(column)
    head(cell_at(page, HEADER_ROW, place), is_required=column.is_required)
    _help(cell_at(page, HELP_ROW, place))


def dress_key(page: Worksheet, place: int, width: int) -> None:
    """Give a column that says to what a row belongs its colour."""
    dimension = page.column_dimensions[get_column_letter(place)]
    dimension.width, dimension.number_format, dimension.fill = width, "@", _GREY
    head(cell_at(page, HEADER_ROW, place), is_required=True)
    _help(cell_at(page, HELP_ROW, place))
    for number in range(FIRST_ROW, page.max_row + 1):
        page.cell(number, place).fill = _GREY


def head(cell: OpenpyxlCell, *, is_required: bool = False) -> None:
    """Give a cell the look of a heading."""
    cell.font = Font(bold=True, color="FFFFFF")
    cell.fill = _WARM if is_required else _BLUE
    cell.alignment = Alignment(vertical="center", wrap_text=True)


def _help(cell: OpenpyxlCell) -> None:
    cell.font, cell.fill, cell.alignment = Font(size=9, color="595959"), _GREY, _TOP


def _width(page: Worksheet, place: int, column: Column) -> float:
    values = (page.cell(number, place).value for number in range(FIRST_ROW, page.max_row + 1))
    longest = max((display_width(line) for line in _lines(values)), default=0)
    wanted = max(_NARROWEST, display_width(column.title), longest, len(column.says) and 16)
    return _WIDTHS.get(column.shape) or min(_WIDEST, wanted + 2)


def _lines(values: Iterable[object]) -> Iterable[str]:
    return (line for value in values if value for line in str(value).split("\n"))


def set_heights(page: Worksheet) -> None:
    """Make every row as high as its longest cell, within reason: Excel does so only on editing."""
    widths = [
        page.column_dimensions[get_column_letter(n + 1)].width for n in range(page.max_column)
    ]
    for number, row in enumerate(page.iter_rows(min_row=HELP_ROW), start=HELP_ROW):
        counts = (_wrapped(str(c.value), w) for c, w in zip(row, widths, strict=True) if c.value)
        lines = min(max(counts, default=1), _MOST_LINES)
        page.row_dimensions[number].height = lines * _LINE + 3


def _wrapped(text: str, width: float) -> int:
    """Return how many lines a text takes in a column."""
    return sum(max(1, ceil(display_width(line) / max(width - 1, 1))) for line in text.split("\n"))
