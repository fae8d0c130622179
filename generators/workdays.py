"""When a time limit ends: 民法典 201 to 204, counted from the published days off (放假调休)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from itertools import islice, takewhile
from typing import Literal

TimeUnit = Literal["工作日", "自然日", "月", "年", "小时"]

_HOURS = 24
# No period of one of these units is shorter.
_LEAST_DAYS = {"工作日": 1, "自然日": 1, "月": 28, "年": 365, "小时": 1 / _HOURS}


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days off and the make-up working days of the *years* whose notice is known.

    Of a day in any other year nothing is known: where an answer would need it, it is None.
    """

    years: frozenset[int] = frozenset()
    off: frozenset[date] = frozenset()
    work: frozenset[date] = frozenset()

    def is_workday(self, day: date) -> bool | None:
        """Tell whether offices work on *day*; None where that is not known."""
        if day.year not in self.years:
            return None
        return day in self.work or (day.weekday() < 5 and day not in self.off)

    def add(self, start: date, amount: int, unit: TimeUnit) -> date | None:
        """Return the last day of a period, or None where it needs a year that is not known.

        The day it begins on does not count (201); a last day off gives way to the next
        working day (203). Hours run through days off and may begin late in the day. Nothing
        at all is done on the spot.
        """
        if amount == 0:
            return start
        if unit == "小时":
            return _days_later(start, -(-amount // _HOURS))
        if unit == "工作日":
            return self._first(start.toordinal() + 1, skipped=amount - 1)
        last = _period_end(start, amount, unit)
        return self._first(last.toordinal()) if last else None

    def subtract(self, end: date, amount: int, unit: TimeUnit) -> date | None:
        """Return the last working day on which a period may begin and still end by *end*."""
        latest = end.toordinal() - int(amount * _LEAST_DAYS[unit])
        for day in self._workdays(latest, -1):
            last = self.add(day, amount, unit)
            if last and last <= end:
                return day if self.years.issuperset(range(day.year, end.year + 1)) else None
        return None

    def workdays_between(self, start: date, end: date) -> int | None:
        """Count the working days after *start* up to and including *end*."""
        ordinals = range(start.toordinal() + 1, end.toordinal() + 1)
        answers = [self.is_workday(date.fromordinal(ordinal)) for ordinal in ordinals]
        return None if None in answers else answers.count(True)

    def _first(self, ordinal: int, *, skipped: int = 0) -> date | None:
        return next(islice(self._workdays(ordinal, 1), skipped, None), None)

    def _workdays(self, ordinal: int, step: int) -> Iterator[date]:
        """Yield the working days from a day on, or back from it, as far as they are known."""
        ordinals = range(ordinal, date.max.toordinal() + 1 if step > 0 else 0, step)
        days = takewhile(lambda day: day.year in self.years, map(date.fromordinal, ordinals))
        return filter(self.is_workday, days)


def _period_end(start: date, amount: int, unit: TimeUnit) -> date | None:
    if unit == "自然日":
        return _days_later(start, amount)
    return _months_later(start, amount * 12 if unit == "年" else amount)


def _days_later(day: date, days: int) -> date | None:
    ordinal = day.toordinal() + days
    return date.fromordinal(ordinal) if ordinal <= date.max.toordinal() else None


def _months_later(day: date, months: int) -> date | None:
    """Return the same day of a later month, or the last day of a month without it (202)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
