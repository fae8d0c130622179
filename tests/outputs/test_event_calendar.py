"""Months as tables: the right days, the right marks, and what stands on them."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from generators.outputs.event_calendar import Cell, Month, by_month, month_table, months_of
from generators.outputs.occasions import Occasion, occasions
from tests.samples import AS_OF, catalogue, entry, known_days, session

DECEMBER = Month(2026, 12)


def _cells(month: Month, *found: Occasion) -> dict[int, Cell]:
    table = month_table(month, by_month(found)[month], known_days())
    return {cell.day.day: cell for week in table.weeks for cell in week if cell}


def _lasting(first: str, last: str) -> Occasion:
    run = session(starts_on=first, ends_on=last)
    (occasion,) = occasions(catalogue(entry("courses", "a", sessions=[run])))
    return occasion


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_table_has_every_day_once_below_its_weekday(day: date) -> None:
    """Each day of a month stands once, in the column of its weekday."""
    month = Month.of(day)
    weeks = month_table(month, [], known_days()).weeks
    placed = {cell.day: column for week in weeks for column, cell in enumerate(week) if cell}
    assert placed[day] == day.weekday()
    assert len(placed) == (date(month.next.year, month.next.month, 1) - day.replace(day=1)).days


def test_days_off_and_working_weekends_are_marked() -> None:
    """The marks are those of the published arrangement for 2026."""
    october = _cells(Month(2026, 10))
    assert [day for day, cell in october.items() if cell.mark == "休"] == [*range(1, 8)]
    assert [day for day, cell in october.items() if cell.mark == "班"] == [10]


def test_year_that_is_not_published_has_no_marks() -> None:
    """Nothing is said of days off that nobody has published."""
    table = month_table(Month(2031, 10), [], known_days())
    assert not table.holidays_known
    assert not any(cell.mark for week in table.weeks for cell in week if cell)


def test_short_occasion_stands_on_each_of_its_days() -> None:
    """Two days of a course are two entries."""
    cells = _cells(DECEMBER, _lasting("2026-12-05", "2026-12-06"))
    assert [day for day, cell in cells.items() if cell.entered] == [5, 6]


def test_long_occasion_stands_where_it_begins_and_ends() -> None:
    """Four weeks of a course do not fill the table."""
    cells = _cells(DECEMBER, _lasting("2026-12-01", "2026-12-28"))
    notes = {day: item.note for day, cell in cells.items() for item in cell.entered}
    assert notes == {1: "开始", 28: "结束"}


def test_months_in_which_nothing_goes_on_have_no_page() -> None:
    """There is a page for the day's own month and for those of occasions, over a year's end."""
    found = [_lasting("2026-12-30", "2027-02-02")]
    assert [str(month) for month in months_of(by_month(found), AS_OF - timedelta(60))] == [
        "2026年9月",
        "2026年12月",
        "2027年1月",
        "2027年2月",
    ]


def test_month_knows_its_address() -> None:
    """Addresses sort as time does."""
    assert Month(2027, 1).path == "calendar/2027-01/"
