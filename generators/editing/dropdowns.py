"""The drop-downs of a workbook: short ones in the cell, long ones from a hidden sheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generators.editing.choices import choices, choices_title
from generators.editing.looks import FIRST_ROW, cell_at, head, put
from generators.editing.plans import Column
from generators.outputs.known_values import Known

CHOICES, HIDDEN = "可选值", "选项"
"""The sheet to look values up, and the hidden one that drop-downs take them from."""
_LONGEST_INLINE = 200  # characters; Excel takes 255
_LAST_ROW = 5000
_VALUE_WIDTH, _SAYS_WIDTH = 32, 48


@dataclass(frozen=True, slots=True)
class _List:
    """Values that several columns may offer, with what explains them."""

    title: str
    values: Mapping[str, str]


class DropDowns:
    """The lists that have been offered so far, for the sheet that holds them."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._lists: list[_List] = []

    def offer(self, page: Worksheet, place: int, column: Column) -> None:
        """Let a column choose among what exists; of a list the values can be looked up only."""
        values = choices(column, self._known)
        if not values:
            return
        if column.is_list:
            self._place(column, values)
        elif column.term or column.reference or not _is_short(values):
            letter = get_column_letter(self._place(column, values))
            formula = f"'{HIDDEN}'!${letter}$2:${letter}${len(values) + 1}"
            # What a reference names may be a record that is written in the same workbook.
            _limit(page, place, formula, is_strict=not column.reference)
        else:
            _limit(page, place, f'"{",".join(values)}"', is_strict=True)

    def says(self, column: Column) -> str:
        """Return the help of a column, and where to look up what may be chosen."""
        is_known = bool(choices(column, self._known)) and bool(column.term or column.reference)
        looked_up = f"可选的见“{CHOICES}”表。" if is_known else ""
        lines = "一行写一项（Alt+回车换行）。" if column.is_list else ""
        return f"{column.says}{looked_up}{lines}"

    def _place(self, column: Column, values: Mapping[str, str]) -> int:
        """Return the place of a list on the hidden sheet, where each stands once."""
        known = [list(other.values) for other in self._lists]
        if list(values) not in known:
            self._lists.append(_List(choices_title(column), values))
            return len(self._lists)
        return known.index(list(values)) + 1

    def write(self, book: Workbook) -> None:
        """Write the hidden sheet, and one that explains the values to whoever looks them up."""
        shown, hidden = book.create_sheet(CHOICES), book.create_sheet(HIDDEN)
        hidden.sheet_state = "hidden"
        shown.freeze_panes = "A2"
        place = 1
        for number, offered in enumerate(self._lists, start=1):
            _write(hidden, number, [offered.title, *offered.values], _VALUE_WIDTH)
            _write(shown, place, [offered.title, *offered.values], _VALUE_WIDTH)
            if any(offered.values.values()):
                place += 1
                _write(shown, place, ["说明", *offered.values.values()], _SAYS_WIDTH)
            place += 1


def limit_ids(page: Worksheet, ids_of: str) -> None:
    """Let the first column name an id of the sheet *ids_of*."""
    _limit(page, 1, f"'{ids_of}'!$A${FIRST_ROW}:$A${_LAST_ROW}", is_strict=False)


def limit_branches(page: Worksheet, place: int, titles: Iterable[str]) -> None:
    """Let a column name one of the lists that hold rows of the same sheet."""
    _limit(page, place, f'"{",".join(titles)}"', is_strict=True)


def _is_short(values: Iterable[str]) -> bool:
    """Tell whether Excel takes the values in the cell: commas would cut them."""
    return len(",".join(values)) <= _LONGEST_INLINE and not any(set(v) & set(',"') for v in values)


def _limit(page: Worksheet, place: int, formula: str, *, is_strict: bool) -> None:
    rule = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=True)
    rule.errorStyle = "stop" if is_strict else "warning"
    rule.errorTitle = "不在列表里"
    rule.error = "请从下拉列表里选一个。" if is_strict else "列表里没有。确实是新加的，可以继续。"
    letter = get_column_letter(place)
    rule.add(f"{letter}{FIRST_ROW}:{letter}{_LAST_ROW}")
    page.add_data_validation(rule)


def _write(page: Worksheet, place: int, texts: Iterable[str], width: int) -> None:
    page.column_dimensions[get_column_letter(place)].width = width
    for number, text in enumerate(texts, start=1):
        put(cell_at(page, number, place), text)
    head(cell_at(page, 1, place))
