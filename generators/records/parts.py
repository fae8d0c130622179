"""Parts that several kinds share: time limits, contacts, opening hours, enrolment."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from generators.records.base import Model
from generators.records.parsers import fault
from generators.records.values import (
    Clock,
    Count,
    Day,
    FilePath,
    Flag,
    LastDay,
    Line,
    MonthDay,
    Number,
    Phone,
    RegionTerm,
    Unsearched,
    Url,
    Weekdays,
)
from generators.workdays import TimeUnit


class Limit(Model):
    """A length of time with its unit, never implicit."""

    amount: Annotated[Count, Field(le=3650)] = Field(title="数量")
    unit: TimeUnit = Field(title="单位", description="不写单位的时限没有意义，工作日和自然日要分清")

    def __str__(self) -> str:
        return f"{self.amount}个{self.unit}" if self.unit not in ("年",) else f"{self.amount}年"


class PhoneLine(Model):
    """A public service phone and the day somebody last dialled it."""

    name: Line = Field(title="电话名称")
    number: Phone = Field(title="电话号码")
    verified_on: Day = Field(title="拨通核对日期")


class Channel(Model):
    """One way to reach somebody."""

    hours: ClassVar[None] = None  # those of the desk or the office it belongs to

    kind: Literal["现场", "信函", "电话", "网络", "邮箱", "微信公众号"] = Field(title="方式")
    value: Line = Field(
        title="地址、号码或网址", description="电话写号码，现场和信函写地址，网络写网址"
    )
    note: Line | None = Field(None, title="说明")


class Address(Model):
    """Where a place is and how to get there."""

    district: RegionTerm = Field(title="区县")
    street: Line = Field(title="详细地址")
    directions: Line | None = Field(None, title="怎么去")
    latitude: Annotated[Number, Field(ge=3, le=54)] | None = Field(
        None, title="纬度", description="十进制的度数"
    )
    longitude: Annotated[Number, Field(ge=73, le=136)] | None = Field(
        None, title="经度", description="十进制的度数"
    )


class OpeningHours(Model):
    """Hours on some weekdays; the hour 24:00 closes a day."""

    days: Weekdays = Field(title="星期")
    opens: Clock = Field(title="开始")
    closes: Clock = Field(title="结束")

    @model_validator(mode="after")
    def _closes_after_opening(self) -> OpeningHours:
        if self.closes <= self.opens:
            raise fault(
                "out-of-order", f"结束时间 {self.closes} 早于开始时间 {self.opens}", at="closes"
            )
        return self


class HoursException(Model):
    """A day with other hours: holidays, make-up working days."""

    on: Day = Field(title="日期")
    note: Line = Field(title="当天安排", examples=["全天不办公", "照常办公"])


class Enrolment(Model):
    """When and how one may enrol."""

    opens_on: Day | None = Field(None, title="报名开始")
    closes_on: LastDay = Field(title="报名截止")
    how: Line = Field(title="报名方式")
    url: Url | None = Field(None, title="报名网址")
    seats: Count | None = Field(None, title="名额")

    @model_validator(mode="after")
    def _closes_after_opening(self) -> Enrolment:
        if self.opens_on and self.closes_on < self.opens_on:
            raise fault(
                "out-of-order",
                f"报名截止日 {self.closes_on} 早于报名开始日 {self.opens_on}",
                at="closes_on",
            )
        return self


class YearlyWindow(Model):
    """The part of every year in which one may apply; both days count."""

    opens: MonthDay = Field(title="每年开始", description="只写月和日", examples=["03-01", "09-01"])
    closes: MonthDay = Field(
        title="每年截止", description="只写月和日", examples=["04-30", "10-31"]
    )

    @model_validator(mode="after")
    def _closes_after_opening(self) -> YearlyWindow:
        if self.closes < self.opens:
            raise fault(
                "out-of-order",
                f"每年截止 {self.closes} 早于每年开始 {self.opens}；跨年的写成两段",
                at="closes",
            )
        return self

    def from_day(self, day: date) -> tuple[date, date]:
        """Return the window that *day* is in, or else the next one."""
        opens, closes = self._in(day.year)
        return (opens, closes) if day <= closes else self._in(day.year + 1)

    def _in(self, year: int) -> tuple[date, date]:
        return date.fromisoformat(f"{year}-{self.opens}"), date.fromisoformat(
            f"{year}-{self.closes}"
        )


class Download(Model):
    """A file offered for download, named in words."""

    name: Line = Field(title="文件名称")
    file: FilePath = Field(title="文件路径")


class Fee(Model):
    """Whether something costs money, and on what basis."""

    charged: Flag = Field(title="是否收费")
    standard: Line | None = Field(None, title="收费标准", description="收费的必须写")
    basis: Line | None = Field(None, title="收费依据", description="收费的必须写")

    @model_validator(mode="after")
    def _charge_is_explained(self) -> Fee:
        if self.charged and not (self.standard and self.basis):
            raise fault(
                "missing-reason",
                "收费的，要写明收费标准（standard）和收费依据（basis）",
                at="charged",
            )
        return self


class Consent(Model):
    """A person's separate consent to publication (个人信息保护法 第二十五条)."""

    given_on: Day = Field(title="同意日期")
    expires_on: Day = Field(title="同意到期日")
    scope: Line = Field(title="同意公开的内容")
    evidence: Annotated[Line, Unsearched()] = Field(
        title="同意书编号", description="存档的书面同意书的编号"
    )
