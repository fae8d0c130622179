"""Values of records as cells hold them, and cells as Excel leaves them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.editing.cells import TOO_LONG, Cell, CellValue, canonical, cell_value, read
from generators.editing.plans import Column, Shape


def _column(shape: Shape = Shape.TEXT, **changes: bool | str) -> Column:
    return Column(("x",), "列", "", shape=shape, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("shape", "written", "held"),
    [
        (Shape.DAY, "2026-12-31", date(2026, 12, 31)),
        (Shape.DAY, "下周三", "下周三"),
        (Shape.MOMENT, "2026-12-31 09:00", datetime(2026, 12, 31, 9)),
        (Shape.FLAG, "true", "是"),
        (Shape.FLAG, "否", "否"),
        (Shape.FLAG, "no", "no"),
        (Shape.NUMBER, "300000", 300000),
        (Shape.NUMBER, "79.483", 79.483),
        (Shape.NUMBER, "0.12345678901234567890", "0.12345678901234567890"),
        (Shape.COUNT, "12", 12),
        (Shape.PERCENT, "50%", "50%"),
        (Shape.CLOCK, "09:00", "09:00"),
        (Shape.TEXT, "0000-1234567", "0000-1234567"),
        (Shape.TEXT, "12333", "12333"),
    ],
)
def test_values_go_out_as_what_they_are(shape: Shape, written: str, held: CellValue) -> None:
    """Days are days and numbers numbers; what cannot be read is left as it is written."""
    assert cell_value(_column(shape), written) == held


@pytest.mark.parametrize(
    ("shape", "cell", "written"),
    [
        (Shape.DAY, Cell(datetime(2026, 12, 31)), "2026-12-31"),
        (Shape.DAY, Cell(46387), "2026-12-31"),
        (Shape.DAY, Cell("2026/3/1"), "2026-03-01"),
        (Shape.DAY, Cell("2026年3月1日"), "2026-03-01"),
        (Shape.DAY, Cell("2026-02-30"), "2026-02-30"),
        (Shape.DAY, Cell(20261231), "2026-12-31"),
        (Shape.MOMENT, Cell(datetime(2026, 12, 31, 8, 59, 59, 999999)), "2026-12-31 09:00"),
        (Shape.MOMENT, Cell("2026/3/1 9:00"), "2026-03-01 09:00"),
        (Shape.MOMENT, Cell(datetime(2026, 12, 31)), "2026-12-31 00:00"),
        (Shape.CLOCK, Cell(time(12, 30)), "12:30"),
        (Shape.CLOCK, Cell(0.5208333333), "12:30"),
        (Shape.CLOCK, Cell(timedelta(hours=9)), "09:00"),
        (Shape.CLOCK, Cell("9：00"), "09:00"),
        (Shape.CLOCK, Cell("24:00"), "24:00"),
        (Shape.MONTH_DAY, Cell(datetime(2026, 3, 1)), "03-01"),
        (Shape.PARTIAL_DAY, Cell(datetime(2016, 7, 1), "yyyy-mm"), "2016-07"),
        (Shape.PARTIAL_DAY, Cell(datetime(2016, 7, 1), "yyyy-mm-dd"), "2016-07-01"),
        (Shape.PARTIAL_DAY, Cell(2016), "2016"),
        (Shape.FLAG, Cell(True), "true"),
        (Shape.FLAG, Cell("是"), "true"),
        (Shape.FLAG, Cell("NO"), "false"),
        (Shape.FLAG, Cell("也许"), "也许"),
        (Shape.PERCENT, Cell(0.5, "0%"), "50%"),
        (Shape.PERCENT, Cell(0.0235, "0.00%"), "2.35%"),
        (Shape.PERCENT, Cell("５０％"), "50%"),
        (Shape.PERCENT, Cell(0.5), "0.5"),
        (Shape.NUMBER, Cell("300,000"), "300000"),
        (Shape.NUMBER, Cell(0.1 + 0.2), "0.3"),
        (Shape.NUMBER, Cell(3e5), "300000"),
        (Shape.COUNT, Cell(12.0), "12"),
        (Shape.TEXT, Cell(12333), "12333"),
        (Shape.TEXT, Cell(12333.0), "12333"),
        (Shape.TEXT, Cell(1234567, "00000000"), "01234567"),
        (Shape.TEXT, Cell("  两行\r\n字 "), "两行\n字"),
        (Shape.TEXT, Cell(datetime(2026, 3, 1)), "2026-03-01"),
        (Shape.TEXT, Cell("  "), None),
    ],
)
def test_cells_are_read_as_a_record_writes_them(
    shape: Shape, cell: Cell, written: str | None
) -> None:
    """What Excel made of a value is undone; what has no safe answer is left for the check."""
    assert read(_column(shape), cell) == written


def test_a_list_is_one_line_an_item() -> None:
    """Further lines of an item are indented, so that they are no items of their own."""
    column = _column(is_list=True)
    held = cell_value(column, ("第一条", "第二条\n还有一行"))
    assert held == "第一条\n第二条\n  还有一行"
    assert read(column, Cell(held)) == ("第一条", "第二条\n还有一行")
    assert read(column, Cell("一\n\n 二 \n")) == ("一", "二")


def test_lists_of_known_values_may_be_on_one_line() -> None:
    """Labels and ids have no commas in them, so a comma divides them."""
    assert read(_column(is_list=True, term="audiences"), Cell("妇女、退役军人,残疾人")) == (
        "妇女",
        "退役军人",
        "残疾人",
    )
    assert read(_column(is_list=True), Cell("想创业、有执照")) == ("想创业、有执照",)


def test_what_is_too_long_for_a_cell_is_not_cut() -> None:
    """A mark stands in its place, before and after, so that an import does not touch it."""
    assert canonical(_column(), "长" * 40_000) == TOO_LONG


@given(st.sampled_from(Shape), st.text(max_size=30))
def test_going_through_a_cell_twice_changes_nothing_more(shape: Shape, text: str) -> None:
    """What a cell gives is what it gives again."""
    once = canonical(_column(shape), text)
    assert canonical(_column(shape), once) == once


@given(st.dates())
def test_every_day_comes_back(day: date) -> None:
    """A day goes out and comes back as itself."""
    assert canonical(_column(Shape.DAY), day.isoformat()) == day.isoformat()


@given(st.decimals(-(10**9), 10**9, places=4))
def test_every_number_comes_back(number: object) -> None:
    """A number comes back with the same worth."""
    back = canonical(_column(Shape.NUMBER), f"{number}")
    assert isinstance(back, str)
    assert float(back) == float(f"{number}")
