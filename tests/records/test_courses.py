"""Courses: runs in order, and the most useful run decides."""

from __future__ import annotations

from datetime import date

import pytest

from generators.records.courses import Course
from generators.records.status import Status
from tests.samples import course, enrolment, faults, record, session

NEXT_RUN = session(
    starts_on="2027-01-23",
    ends_on="2027-01-24",
    enrolment=enrolment(opens_on="2026-12-14", closes_on="2027-01-18"),
)


def test_run_ends_after_it_starts() -> None:
    """A run of one day is fine, one that ends before it starts is a fault."""
    assert faults(Course, course(sessions=[session(ends_on="2026-12-05")])) == []
    backwards = course(sessions=[session(ends_on="2026-12-04"), session()])
    assert faults(Course, backwards) == ["out-of-order"]


def test_course_has_a_run_and_an_hour() -> None:
    """A course without runs or of no hours is a fault."""
    assert faults(Course, course(sessions=[])) == ["too_short"]
    assert faults(Course, course(hours="0")) == ["greater_than_equal"]


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2026, 11, 27), Status.ENROLLING),
        (date(2026, 12, 6), Status.RUNNING),
        (date(2026, 12, 7), Status.ENROLMENT_AHEAD),
        (date(2027, 1, 18), Status.ENROLLING),
        (date(2027, 1, 25), Status.ENDED),
    ],
)
def test_most_useful_run_decides(day: date, status: Status) -> None:
    """A course is as open as the run that is most open."""
    found = record("courses", sessions=[session(), NEXT_RUN])
    assert found.status_on(day, soon_days=60) is status


def test_deadline_is_the_next_end_of_enrolment() -> None:
    """The deadline is the nearest day on which the enrolment of some run closes."""
    found = record("courses", sessions=[NEXT_RUN, session()])
    assert found.deadline_on(date(2026, 11, 27)) == date(2026, 11, 27)
    assert found.deadline_on(date(2026, 11, 28)) == date(2027, 1, 18)
    assert found.deadline_on(date(2027, 1, 19)) is None
