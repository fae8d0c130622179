"""The state on a day: the last day of a period still counts, the day after does not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.records.status import Status, attendance, display, validity

START, END = date(2026, 3, 1), date(2026, 12, 31)
BEFORE, AFTER = START - timedelta(days=1), END + timedelta(days=1)
DAYS = st.dates(date(2026, 1, 1), date(2027, 6, 30))


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (BEFORE, Status.NOT_YET_IN_FORCE),
        (START, Status.IN_FORCE),
        (END - timedelta(days=60), Status.IN_FORCE),
        (END - timedelta(days=59), Status.EXPIRING),
        (END, Status.EXPIRING),
        (AFTER, Status.EXPIRED),
    ],
)
def test_validity_includes_both_ends(day: date, status: Status) -> None:
    """A rule holds from its first to its last day, and is expiring in the last sixty."""
    assert validity(day, effective_on=START, expires_on=END, soon_days=60) is status


@given(DAYS)
def test_validity_without_dates_is_in_force(day: date) -> None:
    """Where no date was given none is invented."""
    assert validity(day, effective_on=None, expires_on=None, soon_days=60) is Status.IN_FORCE


def test_validity_may_lack_one_end() -> None:
    """A rule without an end stays in force, one without a start has always been."""
    open_end = validity(date(2099, 1, 1), effective_on=START, expires_on=None, soon_days=60)
    open_start = validity(date(1999, 1, 1), effective_on=None, expires_on=END, soon_days=60)
    assert (open_end, open_start) == (Status.IN_FORCE, Status.IN_FORCE)


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2026, 11, 2), Status.ENROLMENT_AHEAD),
        (date(2026, 11, 3), Status.ENROLLING),
        (date(2026, 11, 27), Status.ENROLLING),
        (date(2026, 11, 28), Status.ENROLMENT_CLOSED),
        (date(2026, 12, 3), Status.RUNNING),
        (date(2026, 12, 5), Status.RUNNING),
        (date(2026, 12, 6), Status.ENDED),
    ],
)
def test_attendance_with_enrolment(day: date, status: Status) -> None:
    """Enrolment is open on its last day, and an event runs on its last day."""
    judged = attendance(
        day,
        opens_on=date(2026, 11, 3),
        closes_on=date(2026, 11, 27),
        starts_on=date(2026, 12, 3),
        ends_on=date(2026, 12, 5),
    )
    assert judged is status


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2026, 12, 2), Status.AHEAD),
        (date(2026, 12, 3), Status.RUNNING),
        (date(2026, 12, 4), Status.ENDED),
    ],
)
def test_attendance_without_enrolment(day: date, status: Status) -> None:
    """Without enrolment only the day itself counts."""
    run = date(2026, 12, 3)
    assert attendance(day, opens_on=None, closes_on=None, starts_on=run, ends_on=run) is status


def test_enrolment_without_a_first_day_is_open() -> None:
    """Where no first day was given one may enrol at once."""
    run = date(2026, 12, 3)
    judged = attendance(date(2026, 1, 1), opens_on=None, closes_on=run, starts_on=run, ends_on=run)
    assert judged is Status.ENROLLING


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (BEFORE, Status.AHEAD),
        (START, Status.ON_DISPLAY),
        (END, Status.ON_DISPLAY),
        (AFTER, Status.ENDED),
    ],
)
def test_display_includes_both_ends(day: date, status: Status) -> None:
    """Objections are heard from the first to the last day of a public notice."""
    assert display(day, starts_on=START, ends_on=END) is status


def test_ranks_follow_urgency() -> None:
    """What one can still act on comes before what is ahead, and that before what is over."""
    ordered = sorted(Status, key=lambda status: status.rank)
    assert ordered[0] is Status.ENROLLING
    tones = [status.tone for status in ordered]
    assert tones.index("ahead") > max(i for i, tone in enumerate(tones) if tone in ("open", "soon"))
    assert tones.index("over") > max(i for i, tone in enumerate(tones) if tone == "ahead")


def test_over_is_what_nobody_can_act_on() -> None:
    """The four states that are over are said to be over, and no other."""
    over = {status.value for status in Status if status.is_over}
    assert over == {"已截止", "已结束", "已失效", "已废止"}
