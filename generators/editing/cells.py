"""Values as a record writes them, and as a cell of a workbook holds them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from openpyxl.utils.datetime import from_excel
from pydantic_core import PydanticCustomError

from generators.editing.plans import Column, Shape
from generators.records import parsers, repairs

CellValue = str | int | float | bool | date | datetime | time | timedelta | None
Written = str | tuple[str, ...] | None
"""What a column says of a record: a text as the file has it, or the texts of a list."""

TOO_LONG = "（太长，放不进表格，请在文件里改）"
_LONGEST = 32_000  # Excel takes 32,767 characters in a cell
_SERIALS = range(20_000, 80_000)  # days as Excel counts them: 1954 to 2119
_CONTINUED = "  "
_LISTED = re.compile(r"[、，,；;\n]")
_WHOLE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it was read: its value, how Excel shows it, and whether a formula has no value."""

    value: CellValue = None
    shown_as: str = "General"
    is_uncomputed: bool = False

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is written."""
        blank = self.value is None or (isinstance(self.value, str) and not self.value.strip())
        return blank and not self.is_uncomputed


def canonical(column: Column, written: Written) -> Written:
    """Return what is left of a value once it has been in a cell."""
    return read(column, Cell(cell_value(column, written)))


def cell_value(column: Column, written: Written) -> CellValue:
    """Return what a cell holds for a value."""
    if isinstance(written, tuple):
        text = "\n".join(_continued(item) for item in written)
        return _fitting(text) if text else None
    if written is None:
        return None
    return _fitting(_OUT.get(column.shape, _as_it_is)(written))


def read(column: Column, cell: Cell) -> Written:
    """Return what a record would write for a cell; what makes no sense is left as it is."""
    if cell.is_empty:
        return None
    if column.is_list:
        return _items(column, _text(cell)) or None
    value = _IN.get(column.shape, _text)(cell)
    return value or None


def _fitting(value: CellValue) -> CellValue:
    return TOO_LONG if isinstance(value, str) and len(value) > _LONGEST else value


def _continued(item: str) -> str:
    """Return an item of a list, its further lines indented, as one line is one item."""
    lines = [line for line in item.strip().splitlines() if line.strip()]
    return f"\n{_CONTINUED}".join(lines)


def _items(column: Column, text: str) -> tuple[str, ...]:
    if column.term or column.reference or column.options:
        return tuple(part.strip() for part in _LISTED.split(text) if part.strip())
    items: list[str] = []
    for line in text.splitlines():
        if line.startswith(_CONTINUED) and items and line.strip():
            items[-1] += f"\n{line.removeprefix(_CONTINUED)}"
        elif line.strip():
            items.append(line.strip())
    return tuple(items)


def _as_it_is(text: str) -> CellValue:
    return text.strip()


def _parsed(parse: Callable[[object], CellValue]) -> Callable[[str], CellValue]:
    """Return what reads a text where it can be read, and leaves it where it cannot."""

    def out(text: str) -> CellValue:
        try:
            return parse(text)
        except PydanticCustomError:
            return text.strip()

    return out


def _number(text: object) -> CellValue:
    """Return a number as Excel has it, unless some of its digits would be lost."""
    number = parsers.parse_number(text)
    exact = int(number) if number == number.to_integral_value() else float(number)
    return exact if Decimal(repr(exact)) == number and abs(number) < 10**15 else str(text)


def _flag(text: object) -> CellValue:
    return "是" if parsers.parse_flag(text) else "否"


_OUT: Mapping[Shape, Callable[[str], CellValue]] = {
    Shape.DAY: _parsed(parsers.parse_day),
    Shape.MOMENT: _parsed(parsers.parse_moment),
    Shape.FLAG: _parsed(_flag),
    Shape.NUMBER: _parsed(_number),
    Shape.COUNT: _parsed(_number),
}


def _text(cell: Cell) -> str:
    """Return the text of a cell, as near as can be to what its reader sees."""
    value = cell.value
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n").strip()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _digits(value, cell.shown_as)
    return _moment_text(value) if value is not None else ""


def _digits(value: int | float, shown_as: str = "General") -> str:
    """Return a number without what floats add; a format such as 00000 keeps its zeros."""
    digits = format(Decimal(f"{value:.15g}").normalize(), "f")
    is_padded = re.fullmatch(r"0{2,}", shown_as) and digits.isdecimal()
    return digits.zfill(len(shown_as)) if is_padded else digits


def _moment_text(value: date | datetime | time | timedelta) -> str:
    if isinstance(value, datetime):
        rounded = value + timedelta(seconds=30)
        is_day = value.hour == value.minute == 0
        return f"{value:%Y-%m-%d}" if is_day else f"{rounded:%Y-%m-%d %H:%M}"
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    return f"{value:%H:%M}" if isinstance(value, time) else value.isoformat()


def _dated(cell: Cell) -> str:
    """Return the text of a cell in which a bare number is a day that has lost its format."""
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool) and int(value) in _SERIALS:
        day = from_excel(value)
        return _moment_text(day) if isinstance(day, date) else ""
    return _text(cell)


def _day(cell: Cell) -> str:
    text = _dated(cell)
    return repairs.repaired_day(text) or text


def _moment(cell: Cell) -> str:
    text = _dated(cell)
    if isinstance(cell.value, datetime) and len(text) == len("2026-01-31"):
        return f"{text} 00:00"
    return repairs.repaired_moment(text) or text


def _clock(cell: Cell) -> str:
    value = cell.value
    if isinstance(value, float | int) and 0 < value <= 1:
        return _moment_text(value * _WHOLE_DAY)
    text = _text(cell)
    return repairs.repaired_clock(text) or text


def _month_day(cell: Cell) -> str:
    return f"{cell.value:%m-%d}" if isinstance(cell.value, date) else _text(cell)


def _partial_day(cell: Cell) -> str:
    """Return a day, or its month where Excel shows no more: it makes a day of 2016-07."""
    text = _text(cell)
    if isinstance(cell.value, date) and "d" not in cell.shown_as.lower():
        return text[: len("2016-07")]
    return repairs.repaired_day(text) or text if not text.isdecimal() else text


def _flag_text(cell: Cell) -> str:
    text = _text(cell)
    try:
        return "true" if parsers.parse_flag(repairs.repaired_flag(text) or text) else "false"
    except PydanticCustomError:
        return text


def _percent(cell: Cell) -> str:
    value = cell.value
    if isinstance(value, int | float) and "%" in cell.shown_as:
        return f"{_digits(value * 100)}%"
    text = _text(cell)
    return repairs.repaired_percent(text) or text


def _number_text(cell: Cell) -> str:
    text = _text(cell)
    plain = repairs.repaired_number(text)
    return _digits(float(plain)) if plain and len(plain) < 15 and "." in plain else plain or text


_IN: Mapping[Shape, Callable[[Cell], str]] = {
    Shape.DAY: _day,
    Shape.MOMENT: _moment,
    Shape.CLOCK: _clock,
    Shape.MONTH_DAY: _month_day,
    Shape.PARTIAL_DAY: _partial_day,
    Shape.FLAG: _flag_text,
    Shape.PERCENT: _percent,
    Shape.NUMBER: _number_text,
    Shape.COUNT: _number_text,
}
