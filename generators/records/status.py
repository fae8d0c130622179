"""The state of a record on a day, computed from its dates and never typed by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from enum import StrEnum


class Status(StrEnum):
    """A state in the words the public reads, most urgent first."""

    ENROLLING = "报名中"
    ON_DISPLAY = "公示中"
    EXPIRING = "即将到期"
    IN_FORCE = "有效"
    PARTLY_EXPIRED = "部分失效"
    RUNNING = "进行中"
    ENROLMENT_AHEAD = "未开始报名"
    AHEAD = "未开始"
    NOT_YET_IN_FORCE = "未生效"
    ENROLMENT_CLOSED = "已截止"
    ENDED = "已结束"
    EXPIRED = "已失效"
    REPEALED = "已废止"

    @property
    def rank(self) -> int:
        """Return the place in a list sorted by urgency, 0 first."""
        return _RANKS[self]

    @property
    def tone(self) -> str:
        """Return the visual tone: open, soon, ahead or over; the word stays the message."""
        return _TONES[self]

    @property
    def is_over(self) -> bool:
        """Tell whether nobody can act on the record any more."""
        return self.tone == "over"


_RANKS = {status: rank for rank, status in enumerate(Status)}
_TONES = {
    Status.ENROLLING: "open",
    Status.ON_DISPLAY: "open",
    Status.EXPIRING: "soon",
    Status.IN_FORCE: "open",
    Status.PARTLY_EXPIRED: "soon",
    Status.RUNNING: "open",
    Status.ENROLMENT_AHEAD: "ahead",
    Status.AHEAD: "ahead",
    Status.NOT_YET_IN_FORCE: "ahead",
    Status.ENROLMENT_CLOSED: "over",
    Status.ENDED: "over",
    Status.EXPIRED: "over",
    Status.REPEALED: "over",
}


def validity(
    day: date, *, effective_on: date | None, expires_on: date | None, soon_days: int
) -> Status:
    """Judge a validity period; both ends count as days of validity."""
    if effective_on and day < effective_on:
        return Status.NOT_YET_IN_FORCE
    if expires_on and day > expires_on:
        return Status.EXPIRED
    if expires_on and day > expires_on - timedelta(days=soon_days):
        return Status.EXPIRING
    return Status.IN_FORCE


def attendance(
    day: date,
    *,
    opens_on: date | None,
    closes_on: date | None,
    starts_on: date,
    ends_on: date,
) -> Status:
    """Judge something people enrol for; without enrolment dates only the run itself counts."""
    if day > ends_on:
        return Status.ENDED
    if closes_on and day <= closes_on:
        return Status.ENROLMENT_AHEAD if opens_on and day < opens_on else Status.ENROLLING
    if day >= starts_on:
        return Status.RUNNING
    return Status.ENROLMENT_CLOSED if closes_on else Status.AHEAD


def display(day: date, *, starts_on: date, ends_on: date) -> Status:
    """Judge a period of public notice (公示期)."""
    if day < starts_on:
        return Status.AHEAD
    return Status.ON_DISPLAY if day <= ends_on else Status.ENDED


Change = tuple[date, Status]


def changes(
    status_on: Callable[[date], Status | None],
    dates: Iterable[date],
    *,
    after: date,
    soon_days: int = 0,
) -> tuple[Change, ...]:
    """Return each day later than *after* on which the state becomes another, and that state.

    A state can only change on one of *dates*, on the day that follows it, or when it is near.
    """
    found: list[Change] = []
    current = status_on(after)
    for day in sorted(_turning_points(dates, after, soon_days)):
        status = status_on(day)
        if status and status is not current:
            found.append((day, status))
        current = status
    return tuple(found)


def _turning_points(dates: Iterable[date], after: date, soon_days: int) -> set[date]:
    near = {day for day in dates if after <= day < date.max}
    days = near | {day + timedelta(1) for day in near}
    if soon_days:
        # Where validity() first says that something is about to end.
        days |= {day - timedelta(soon_days - 1) for day in near}
    return {day for day in days if day > after}
