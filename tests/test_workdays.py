"""Time limits: the same ends in Python and in the browser, and never a guess."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import chinese_calendar
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generators.catalogue import Catalogue
from generators.outputs.calendar_table import table_of
from generators.workdays import Calendar, TimeUnit
from tests.conftest import ROOT
from tests.node import run_module
from tests.samples import known_days

SCRIPTS = ROOT / "overrides" / "assets" / "workdays"
VECTORS = json.loads((ROOT / "tests" / "vectors" / "workdays.json").read_text("utf-8"))
YEARS = (2024, 2025, 2026)
# The project's own years, and one of which only the weekends are off.
CALENDAR = known_days()

_DAYS = st.dates(date(2023, 12, 1), date(2026, 12, 31))
_UNITS = st.sampled_from(["工作日", "自然日", "月", "年"])
_AMOUNTS = st.integers(1, 60)


@pytest.fixture(scope="module")
def calendar(catalogue: Catalogue) -> Calendar:
    """Return the calendar of the project's own content."""
    return catalogue.calendar


@pytest.mark.parametrize("vector", VECTORS, ids=lambda v: f"{v['start']}+{v['amount']}{v['unit']}")
def test_vector(calendar: Calendar, vector: dict[str, Any]) -> None:
    """A period ends on the day that was worked out by hand."""
    start = date.fromisoformat(vector["start"])
    end = calendar.add(start, vector["amount"], vector["unit"])
    assert end == (date.fromisoformat(vector["end"]) if vector["end"] else None)


def test_browser_counts_the_same(calendar: Calendar, tmp_path: Path) -> None:
    """The browser's module gives the same end for every vector."""
    source = (
        f"import {{add}} from '{(SCRIPTS / 'workdays.mjs').as_uri()}'\n"
        f"const calendar = {json.dumps(table_of(calendar, YEARS))}\n"
        f"const vectors = {json.dumps(VECTORS)}\n"
        "const ends = vectors.map((v) => add(calendar, v.start, v.amount, v.unit))\n"
        "console.log(JSON.stringify(ends))"
    )
    assert run_module(source, tmp_path) == [vector["end"] for vector in VECTORS]


def test_browser_knows_the_same_working_days(calendar: Calendar, tmp_path: Path) -> None:
    """Of every day of five years the browser's module says the same, or that it does not know."""
    days = [date(2023, 1, 1) + timedelta(n) for n in range(5 * 365)]
    source = (
        f"import {{isWorkday}} from '{(SCRIPTS / 'workdays.mjs').as_uri()}'\n"
        f"const calendar = {json.dumps(table_of(calendar, YEARS))}\n"
        f"const days = {json.dumps([day.isoformat() for day in days])}\n"
        "console.log(JSON.stringify(days.map((day) => isWorkday(calendar, day))))"
    )
    assert run_module(source, tmp_path) == [calendar.is_workday(day) for day in days]


@pytest.mark.parametrize("year", YEARS)
def test_every_day_agrees_with_chinesecalendar(calendar: Calendar, year: int) -> None:
    """Our tables and those of an independent package say the same of every day."""
    first = date(year, 1, 1)
    days = [first + timedelta(n) for n in range(366) if (first + timedelta(n)).year == year]
    differing = [d for d in days if calendar.is_workday(d) != chinese_calendar.is_workday(d)]
    assert differing == []


def test_2026_has_248_working_days(calendar: Calendar) -> None:
    """The working days of a whole year are counted from the day before it."""
    assert calendar.workdays_between(date(2025, 12, 31), date(2026, 12, 31)) == 248


@pytest.mark.parametrize("day", [date(2023, 12, 29), date(2027, 1, 4), date.max])
def test_other_years_are_not_known(calendar: Calendar, day: date) -> None:
    """Not even a plain weekday of a year without a notice is called a working day."""
    assert calendar.is_workday(day) is None
    assert calendar.workdays_between(day - timedelta(3), day) is None
    assert calendar.subtract(day, 1, "工作日") is None
    assert Calendar().is_workday(day) is None


@given(start=_DAYS, amount=_AMOUNTS)
def test_year_that_is_not_known_is_never_guessed(start: date, amount: int) -> None:
    """A period has no end as soon as a year is taken away that it reaches into."""
    end = CALENDAR.add(start, amount, "工作日")
    assume(end)
    assert end
    less = Calendar(CALENDAR.years - {end.year}, CALENDAR.off, CALENDAR.work)
    assert less.add(start, amount, "工作日") is None


@pytest.mark.parametrize("unit", ["工作日", "自然日", "月", "年", "小时"])
def test_end_of_time_is_no_fault(unit: TimeUnit) -> None:
    """A period that would end after the last day there is has no end."""
    assert CALENDAR.add(date(9999, 12, 31), 3650, unit) is None
    assert CALENDAR.subtract(date(1, 1, 1), 3650, unit) is None


@given(start=_DAYS, amount=_AMOUNTS, unit=_UNITS)
def test_never_ends_on_a_day_off(start: date, amount: int, unit: TimeUnit) -> None:
    """Whatever the unit, the last day is a working day after the first."""
    end = CALENDAR.add(start, amount, unit)
    assert end is None or (CALENDAR.is_workday(end) and end > start)


@given(start=_DAYS, amount=_AMOUNTS)
def test_subtracting_returns(start: date, amount: int) -> None:
    """From the end as many working days back is the working day it began on."""
    end = CALENDAR.add(start, amount, "工作日")
    assume(end and CALENDAR.is_workday(start))
    assert end
    assert CALENDAR.subtract(end, amount, "工作日") == start
    assert CALENDAR.workdays_between(start, end) == amount


@given(end=_DAYS, amount=_AMOUNTS, unit=_UNITS)
def test_subtracting_gives_the_last_day_in_time(end: date, amount: int, unit: TimeUnit) -> None:
    """Who begins on the day found is in time, who begins one working day later is not."""
    start = CALENDAR.subtract(end, amount, unit)
    assume(start)
    assert start
    in_time, next_day = CALENDAR.add(start, amount, unit), CALENDAR.add(start, 1, "工作日")
    assert in_time
    assert in_time <= end
    late = CALENDAR.add(next_day, amount, unit) if next_day else None
    assert late is None or late > end


@given(start=_DAYS, days=st.integers(0, 40), amount=_AMOUNTS, more=_AMOUNTS, unit=_UNITS)
def test_later_or_longer_never_ends_earlier(
    start: date, days: int, amount: int, more: int, unit: TimeUnit
) -> None:
    """A period that begins later, or is longer, ends on the same day or later."""
    end = CALENDAR.add(start, amount, unit)
    later = CALENDAR.add(start + timedelta(days), amount, unit)
    longer = CALENDAR.add(start, amount + more, unit)
    assert not (end and later) or end <= later
    assert not (end and longer) or end <= longer
