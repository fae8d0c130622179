"""The runs of a course: the one to enrol for next, those ahead, those that are over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generators.outputs.templates import period
from generators.records.courses import Course, Session
from generators.records.status import Change, Status


@dataclass(frozen=True, slots=True)
class Run:
    """A run of a course and where it stands."""

    session: Session
    status: Status
    changes: tuple[Change, ...]

    @property
    def when(self) -> str:
        """Say from when until when it is held."""
        return period(self.session.starts_on, self.session.ends_on)


@dataclass(frozen=True, slots=True)
class Timetable:
    """The runs one may still enrol for, the nearest first, and the others, the last first."""

    open: tuple[Run, ...]
    closed: tuple[Run, ...]

    @property
    def next(self) -> Run | None:
        """Return the run whose enrolment closes first."""
        return self.open[0] if self.open else None


def timetable(course: Course, day: date) -> Timetable:
    """Return the runs of a course as they stand on *day*."""
    runs = [Run(s, s.status_on(day), s.changes_after(day)) for s in course.sessions]
    still = [run for run in runs if run.session.enrolment.closes_on >= day]
    past = [run for run in runs if run.session.enrolment.closes_on < day]
    return Timetable(
        tuple(sorted(still, key=lambda run: run.session.enrolment.closes_on)),
        tuple(sorted(past, key=lambda run: run.session.starts_on, reverse=True)),
    )
