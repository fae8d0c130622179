"""放假调休: the days off and make-up working days of a year, as its notice says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Annotated

from pydantic import Field, model_validator

from generators.records.base import Model
from generators.records.parsers import fault
from generators.records.values import Count, Day, DocumentNumber, Line, Url
from generators.workdays import Calendar

_WEEKDAYS = "一二三四五六日"


class HolidayNotice(Model):
    """The notice that the days come from."""

    title: Line = Field(title="通知标题")
    number: DocumentNumber | None = Field(None, title="文号", description="拿不准就不写")
    issuer: Line = Field(title="发文机关")
    issued_on: Day | None = Field(None, title="成文日期")
    source_url: Url | None = Field(None, title="官方原文网址")


class Holiday(Model):
    """A row of days off under one name; both ends are days off."""

    name: Line = Field(title="节日")
    starts_on: Day = Field(title="第一天")
    ends_on: Day = Field(title="最后一天")

    @model_validator(mode="after")
    def _ends_after_start(self) -> Holiday:
        if self.ends_on < self.starts_on:
            raise fault(
                "out-of-order",
                f"最后一天 {self.ends_on} 早于第一天 {self.starts_on}",
                at="ends_on",
            )
        return self

    def days(self) -> Iterator[date]:
        """Yield every day of the row."""
        ordinals = range(self.starts_on.toordinal(), self.ends_on.toordinal() + 1)
        return map(date.fromordinal, ordinals)


class Holidays(Model):
    """The arrangement of a year (全国年节及纪念日放假办法)."""

    year: Annotated[Count, Field(ge=2000, le=2100)] = Field(
        title="年份", description="和文件名一样"
    )
    notice: HolidayNotice = Field(title="通知")
    off: tuple[Holiday, ...] = Field(
        title="放假", description="一个节日写一条，连在一起的周末也写进去", min_length=1
    )
    work: tuple[Day, ...] = Field((), title="补班", description="要上班的周六、周日，一天写一项")

    @model_validator(mode="after")
    def _days_are_in_the_year(self) -> Holidays:
        first, last = date(self.year, 1, 1), date(self.year, 12, 31)
        written = [
            *((h.starts_on, ("off", n, "starts_on")) for n, h in enumerate(self.off)),
            *((h.ends_on, ("off", n, "ends_on")) for n, h in enumerate(self.off)),
            *((day, ("work", n)) for n, day in enumerate(self.work)),
        ]
        for day, place in written:
            # A row may begin on 31 December or end on 1 January of the year beside.
            if not first - timedelta(1) <= day <= last + timedelta(1):
                raise fault("holidays-disagree", f"{day} 不在 {self.year} 年", at=place)
        return self

    @model_validator(mode="after")
    def _work_is_on_weekends(self) -> Holidays:
        off = self.days_off()
        for number, day in enumerate(self.work):
            if day in off:
                raise fault("holidays-disagree", f"{day} 又放假又补班", at=("work", number))
            if day.weekday() < 5:
                message = f"{day} 是周{_WEEKDAYS[day.weekday()]}，本来就上班，不用写进补班"
                raise fault("holidays-disagree", message, at=("work", number))
        return self

    def days_off(self) -> frozenset[date]:
        """Return every day of every row."""
        return frozenset(day for holiday in self.off for day in holiday.days())


def calendar(years: Iterable[Holidays]) -> Calendar:
    """Return the calendar that the arrangements of some years make up."""
    known = tuple(years)
    return Calendar(
        frozenset(holidays.year for holidays in known),
        frozenset().union(*(holidays.days_off() for holidays in known)),
        frozenset(day for holidays in known for day in holidays.work),
    )
