"""The strip of states: nothing lost, in order, and the day where it belongs."""

from __future__ import annotations

import re
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from generators.outputs.lifelines import lifeline, stretches
from generators.records.status import Status

STATES = (
    (None, Status.NOT_YET_IN_FORCE),
    (date(2025, 1, 1), Status.IN_FORCE),
    (date(2026, 12, 2), Status.EXPIRING),
    (date(2027, 1, 1), Status.EXPIRED),
)


def test_stretches_follow_one_another_without_a_gap() -> None:
    """A state lasts until the day before the next; the first and last are open."""
    parts = stretches(STATES)
    assert [part.until for part in parts] == [
        date(2024, 12, 31),
        date(2026, 12, 1),
        date(2026, 12, 31),
        None,
    ]


def test_strip_is_filled_and_the_short_stretch_can_be_seen() -> None:
    """The parts make up the whole width, thirty days among two years included."""
    drawn = lifeline(STATES, date(2026, 1, 1))
    widths = [float(w) for w in re.findall(r'x="[\d.]+" width="([\d.]+)"', drawn)][:-1]
    assert abs(sum(widths) - 100) < 0.5
    assert min(widths) >= 2.5


@given(st.integers(-1000, 1000), st.integers(0, 400))
def test_later_day_never_stands_further_left(start: int, later: int) -> None:
    """The line moves to the right as days pass, and stays on the strip."""
    day = date(2026, 1, 1) + timedelta(start)
    first, second = (_line(d) for d in (day, day + timedelta(later)))
    assert 0 <= first <= second <= 100


def _line(day: date) -> float:
    found = re.search(r'lifeline__day" x="([\d.]+)"', lifeline(STATES, day))
    assert found
    return float(found[1])
