"""Events: times in order, and what one can still do on a day."""

from __future__ import annotations

from datetime import date

from generators.records.events import Event
from generators.records.status import Status
from tests.samples import enrolment, event, faults, record


def test_event_ends_after_it_starts() -> None:
    """An event that ends before it starts is a fault, one without length is not."""
    assert faults(Event, event(ends_at="2026-12-03 14:00")) == []
    assert faults(Event, event(ends_at="2026-12-03 13:59")) == ["out-of-order"]


def test_enrolment_closes_by_the_end() -> None:
    """One may enrol until the last day of an event, but not after."""
    assert faults(Event, event(enrolment=enrolment(closes_on="2026-12-03"))) == []
    late = event(enrolment=enrolment(closes_on="2026-12-04"))
    assert faults(Event, late) == ["out-of-order"]


def test_status_follows_enrolment() -> None:
    """With enrolment the state says whether one can still enrol."""
    found = record("events", enrolment=enrolment())
    assert found.status_on(date(2026, 11, 27), soon_days=60) is Status.ENROLLING
    assert found.status_on(date(2026, 11, 28), soon_days=60) is Status.ENROLMENT_CLOSED


def test_status_without_enrolment_follows_the_day() -> None:
    """Without enrolment the state says whether it is still to come."""
    found = record("events")
    assert found.status_on(date(2026, 12, 2), soon_days=60) is Status.AHEAD
    assert found.status_on(date(2026, 12, 4), soon_days=60) is Status.ENDED


def test_deadline_is_the_end_of_enrolment() -> None:
    """The deadline is the last day to enrol, or without enrolment the day it starts."""
    closes, starts = date(2026, 11, 27), date(2026, 12, 3)
    assert record("events", enrolment=enrolment()).deadline_on(closes) == closes
    assert record("events", enrolment=enrolment()).deadline_on(date(2026, 11, 28)) is None
    assert record("events").deadline_on(starts) == starts
    assert record("events").deadline_on(date(2026, 12, 4)) is None
