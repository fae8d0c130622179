"""The calendar of events and courses: what comes next, and a page for every month."""

from __future__ import annotations

from calendar import Calendar as Weeks
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generators.artifacts import Artifact
from generators.outputs.calendar_files import FEED
from generators.outputs.occasions import Occasion, occasions
from generators.outputs.publication import Publication
from generators.workdays import Calendar

PATH = "calendar/"
# What lasts longer stands in the table on its first and last day only.
_LONG = 7
_NEXT = 10


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of a year."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> Month:
        """Return the month that a day is in."""
        return cls(day.year, day.month)

    @property
    def path(self) -> str:
        """Return the folder of its page."""
        return f"{PATH}{self.year}-{self.month:02}/"

    @property
    def next(self) -> Month:
        """Return the month after it."""
        return Month(self.year, self.month + 1) if self.month < 12 else Month(self.year + 1, 1)

    def __str__(self) -> str:
        return f"{self.year}年{self.month}月"


@dataclass(frozen=True, slots=True)
class Entered:
    """An occasion in the table; *note* says that something long begins or ends."""

    occasion: Occasion
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of the table: its mark is 休 on a day off and 班 on a make-up working day."""

    day: date
    mark: str
    entered: tuple[Entered, ...]


Week = tuple[Cell | None, ...]
_GoesOn = Mapping[Month, Sequence[Occasion]]
_ByDay = Mapping[date, Sequence[Entered]]


@dataclass(frozen=True, slots=True)
class MonthTable:
    """A month as weeks from Monday on; days of other months are None."""

    month: Month
    weeks: tuple[Week, ...]
    holidays_known: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A month as a page shows it, with the ways to others."""

    table: MonthTable
    before: Month | None
    after: Month | None
    months: tuple[Month, ...]


def event_calendar(publication: Publication) -> Iterator[Artifact]:
    """Yield `/calendar/` and a page for every month in which something goes on."""
    found = occasions(publication.catalogue)
    goes_on = by_month(found)
    months = months_of(goes_on, publication.catalogue.as_of)
    yield _overview(publication, found, goes_on, months)
    for month in months:
        yield _month_page(publication, month, goes_on, months)


def by_month(found: Iterable[Occasion]) -> _GoesOn:
    """Return what goes on in each month in which anything does, in the order given."""
    months: defaultdict[Month, list[Occasion]] = defaultdict(list)
    for occasion in found:
        for month in _stretch(Month.of(occasion.first_day), Month.of(occasion.last_day)):
            months[month].append(occasion)
    return months


def months_of(busy: Iterable[Month], day: date) -> list[Month]:
    """Return the months in which something goes on, and that of *day*, in their order."""
    return sorted({Month.of(day), *busy})


def month_table(month: Month, found: Sequence[Occasion], calendar: Calendar) -> MonthTable:
    """Return the table of a month with what was *found* to go on in it."""
    entered = _entered(found)
    weeks = Weeks().monthdatescalendar(month.year, month.month)
    return MonthTable(
        month,
        tuple(tuple(_cell(month, day, entered, calendar) for day in week) for week in weeks),
        holidays_known=month.year in calendar.years,
    )


def _overview(
    publication: Publication,
    found: Sequence[Occasion],
    goes_on: _GoesOn,
    months: Sequence[Month],
) -> Artifact:
    day = publication.catalogue.as_of
    coming = [o for o in found if o.first_day >= day]
    return publication.page(
        PATH,
        frame="calendar",
        title="活动日历",
        description="创业活动和培训开班的日历：哪天、在哪里、怎么报名，可以订阅到手机",
        template="pages/calendar.html",
        running=[o for o in found if o.first_day < day <= o.last_day],
        coming=coming[:_NEXT],
        left_out=len(coming) - _NEXT,
        feed=f"{publication.base_url}{FEED}",
        shown=_shown(publication, Month.of(day), goes_on, months),
    )


def _month_page(
    publication: Publication, month: Month, goes_on: _GoesOn, months: Sequence[Month]
) -> Artifact:
    found = goes_on.get(month, ())
    return publication.page(
        month.path,
        frame="calendar/_",
        title=f"{month}活动日历",
        description=f"{month}的创业活动和培训开班：哪天、在哪里、怎么报名",
        template="pages/month.html",
        starting=[o for o in found if Month.of(o.first_day) == month],
        lasting=[o for o in found if Month.of(o.first_day) < month],
        shown=_shown(publication, month, goes_on, months),
    )


def _shown(
    publication: Publication, month: Month, goes_on: _GoesOn, months: Sequence[Month]
) -> Shown:
    place = months.index(month)
    return Shown(
        month_table(month, goes_on.get(month, ()), publication.catalogue.calendar),
        before=months[place - 1] if place else None,
        after=months[place + 1] if place + 1 < len(months) else None,
        months=tuple(months),
    )


def _cell(month: Month, day: date, entered: _ByDay, calendar: Calendar) -> Cell | None:
    if Month.of(day) != month:
        return None
    return Cell(day, _mark(day, calendar), tuple(entered.get(day, ())))


def _mark(day: date, calendar: Calendar) -> str:
    if day in calendar.work:
        return "班"
    return "休" if day in calendar.off else ""


def _entered(found: Iterable[Occasion]) -> _ByDay:
    """Return what is entered on each day; what is short on each of its days."""
    days: defaultdict[date, list[Entered]] = defaultdict(list)
    for occasion in found:
        first, last = occasion.first_day, occasion.last_day
        if (last - first).days < _LONG:
            for number in range(first.toordinal(), last.toordinal() + 1):
                days[date.fromordinal(number)].append(Entered(occasion))
        else:
            days[first].append(Entered(occasion, "开始"))
            days[last].append(Entered(occasion, "结束"))
    return days


def _stretch(first: Month, last: Month) -> Iterator[Month]:
    while first <= last:
        yield first
        first = first.next
