"""What may be applied for in one part of every year only."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.records.parts import YearlyWindow
from generators.records.procedures import Procedure
from generators.records.status import Status
from tests.samples import catalogue, entry, faults, procedure, record

SPRING = {"opens": "03-01", "closes": "04-30"}
WINDOW = YearlyWindow(opens="03-01", closes="04-30")
DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))


@given(DAYS)
def test_window_contains_its_day_or_comes_next(day: date) -> None:
    """The window of a day has not ended, and none that has not ended lies before it."""
    opens, closes = WINDOW.from_day(day)
    assert opens <= closes
    assert closes >= day
    assert closes.year - day.year == (day > date(day.year, 4, 30))


@pytest.mark.parametrize(
    ("day", "status", "deadline"),
    [
        (date(2026, 2, 28), Status.AHEAD, date(2026, 4, 30)),
        (date(2026, 3, 1), Status.IN_FORCE, date(2026, 4, 30)),
        (date(2026, 4, 30), Status.IN_FORCE, date(2026, 4, 30)),
        (date(2026, 5, 1), Status.AHEAD, date(2027, 4, 30)),
    ],
)
def test_state_and_deadline_recur_every_year(day: date, status: Status, deadline: date) -> None:
    """Both ends of the window count; after it the next year's is shown."""
    said = record("procedures", yearly_window=SPRING)
    assert said.status_on(day, soon_days=60) is status
    assert said.deadline_on(day) == deadline


def test_cancelled_procedure_has_no_next_window() -> None:
    """What is cancelled does not open again."""
    said = record("procedures", yearly_window=SPRING, cancelled_on="2026-04-01")
    assert said.status_on(date(2026, 5, 1), soon_days=60) is Status.EXPIRED


def test_browser_is_told_of_the_next_two_windows() -> None:
    """A page that grows old still says when applications open and close."""
    found = catalogue(entry("procedures", "a", yearly_window=SPRING))
    changes = found.status_changes(found.of("procedures")[0])
    assert changes == (
        (date(2027, 3, 1), Status.IN_FORCE),
        (date(2027, 5, 1), Status.AHEAD),
        (date(2028, 3, 1), Status.IN_FORCE),
        (date(2028, 5, 1), Status.AHEAD),
    )


@pytest.mark.parametrize(
    ("window", "code"),
    [
        ({"opens": "02-29", "closes": "04-30"}, "date-shape"),
        ({"opens": "3-1", "closes": "04-30"}, "date-shape"),
        ({"opens": "11-01", "closes": "02-01"}, "out-of-order"),
    ],
)
def test_faulty_windows_are_refused(window: dict[str, str], code: str) -> None:
    """A day that not every year has, another shape, and a window over the new year are faults."""
    assert faults(Procedure, procedure(yearly_window=window)) == [code]
