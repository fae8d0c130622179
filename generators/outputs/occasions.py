"""What has a day: the runs of courses, the events, and the last days for something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from generators.catalogue import Catalogue
from generators.outputs.templates import as_day, clock, period
from generators.records.courses import Course, Session
from generators.records.events import Event
from generators.records.loans import Loan
from generators.records.notices import Notice
from generators.records.parts import Enrolment
from generators.records.policies import Policy
from generators.records.procedures import Procedure
from generators.records.projects import Project
from generators.records.status import Change, Status
from generators.sources import Entry

# The last day for an event that one need not enrol for.
BEGINS = "活动开始"


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day for something: *name* says for what, *part* for which run or benefit."""

    entry: Entry
    name: str
    day: date
    part: str = ""
    since: date | None = None

    @property
    def title(self) -> str:
        """Return a line that is understood away from the page."""
        return f"{self.name}：{_titled(self.entry, self.part)}"

    def opens_after(self, day: date) -> bool:
        """Tell whether one has to wait until after *day* before one can act."""
        return self.since is not None and self.since > day


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something people go to: an event with its hours, or a run of a course with its days."""

    entry: Entry
    name: str
    starts: date | datetime
    ends: date | datetime
    place: str
    status: Status | None
    changes: tuple[Change, ...]
    run: str = ""

    @property
    def title(self) -> str:
        """Return a line that is understood away from the page."""
        return _titled(self.entry, self.run)

    @property
    def first_day(self) -> date:
        """Return the day it begins on."""
        return as_day(self.starts)

    @property
    def last_day(self) -> date:
        """Return the day it ends on."""
        return as_day(self.ends)

    def when(self, year: int | None = None) -> str:
        """Say from when until when; the days of *year* are said without it."""
        return period(self.starts, self.ends, year)

    @property
    def time(self) -> str:
        """Return the hour it begins at, where one is known."""
        return clock(self.starts)


def occasions(catalogue: Catalogue) -> list[Occasion]:
    """Return every run and event, in the order in which they begin."""
    entries = (*catalogue.of("courses"), *catalogue.of("events"))
    found = (occasion for entry in entries for occasion in occasions_of(catalogue, entry))
    return sorted(found, key=lambda o: (o.first_day, o.time, o.last_day, o.entry.path, o.run))


def occasions_of(catalogue: Catalogue, entry: Entry) -> Iterator[Occasion]:
    """Yield what one goes to, past or to come; nothing for other kinds."""
    match entry.record:
        case Course() as course:
            for session in course.sessions:
                yield _run_of(entry, session, catalogue.as_of)
        case Event() as event:
            yield Occasion(
                entry,
                event.kind,
                event.starts_at,
                event.ends_at,
                event.place,
                catalogue.status(entry),
                catalogue.status_changes(entry),
            )


def _run_of(entry: Entry, session: Session, day: date) -> Occasion:
    return Occasion(
        entry,
        "培训",
        session.starts_on,
        session.ends_on,
        session.place,
        session.status_on(day),
        session.changes_after(day),
        run=session.name,
    )


def deadlines(catalogue: Catalogue) -> list[Deadline]:
    """Return every last day that is not past, the nearest first."""
    found = (d for entry in catalogue.published for d in deadlines_of(catalogue, entry))
    return sorted(found, key=lambda d: (d.day, d.entry.path, d.name, d.part))


def deadlines_of(catalogue: Catalogue, entry: Entry) -> list[Deadline]:
    """Return the last days of a record that are not past."""
    found = (
        _ends_of_policy(catalogue, entry)
        if isinstance(entry.record, Policy)
        else _last_days(entry, catalogue.as_of)
    )
    return sorted((d for d in found if d.day >= catalogue.as_of), key=lambda d: d.day)


def _last_days(entry: Entry, day: date) -> Iterator[Deadline]:
    match entry.record:
        case Course(sessions=sessions):
            yield from (_closing(entry, run.enrolment, run.name) for run in sessions)
        case Event(enrolment=Enrolment() as enrolment):
            yield _closing(entry, enrolment)
        case Event(starts_at=starts_at):
            yield Deadline(entry, BEGINS, starts_at.date())
        case Notice(display=display) if display:
            yield Deadline(entry, "公示结束", display.ends_on, since=display.starts_on)
        case Procedure(yearly_window=window) if window:
            opens, closes = window.from_day(day)
            yield Deadline(entry, "申请截止", closes, since=opens)
        case Loan(available_until=date() as last, available_from=first):
            yield Deadline(entry, "停办", last, since=first)
        case Project(valid_until=last):
            yield Deadline(entry, "信息到期", last)


def _closing(entry: Entry, enrolment: Enrolment, run: str = "") -> Deadline:
    return Deadline(entry, "报名截止", enrolment.closes_on, run, since=enrolment.opens_on)


_ENDS = {Status.EXPIRED: "政策到期", Status.REPEALED: "政策废止"}


def _ends_of_policy(catalogue: Catalogue, entry: Entry) -> Iterator[Deadline]:
    """Yield the last day of a policy, whatever ends it, and those of its benefits before."""
    policy, status = entry.record, catalogue.status(entry)
    if not isinstance(policy, Policy) or status is None or status.is_over:
        return
    last = _last_day(catalogue.status_changes(entry))
    if last:
        yield Deadline(entry, _ENDS[last[1]], last[0], since=policy.effective_on)
    for benefit in policy.benefits:
        ends = benefit.expires_on
        if ends and (last is None or ends < last[0]):
            yield Deadline(entry, "支持到期", ends, benefit.kind, since=benefit.effective_on)


def _last_day(changes: Iterable[Change]) -> tuple[date, Status] | None:
    """Return the day before a state that is over, and that state."""
    first = next((change for change in changes if change[1].is_over), None)
    return (date.fromordinal(first[0].toordinal() - 1), first[1]) if first else None


def _titled(entry: Entry, part: str) -> str:
    return f"{entry.record.title}（{part}）" if part else entry.record.title
