"""活动赛事: contests, roadshows, salons."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from generators.records.base import Model, Record
from generators.records.parsers import fault
from generators.records.parts import Channel, Enrolment
from generators.records.status import Status, attendance
from generators.records.values import (
    ClientStage,
    Count,
    IncubatorRef,
    Line,
    Markdown,
    Moment,
)


class Prize(Model):
    """What a winner receives."""

    name: Line = Field(title="奖项")
    number: Count = Field(title="名额")
    gives: Line = Field(title="奖励")


class Event(Record):
    """A contest, roadshow, salon, exhibition or call (LD/T 2001 6.7)."""

    kind: Literal["大赛", "路演", "沙龙", "展示", "典型选树", "招募", "宣讲", "招聘对接"] = Field(
        title="活动类型"
    )
    starts_at: Moment = Field(title="开始时间")
    ends_at: Moment = Field(title="结束时间")
    place: Line = Field(title="地点", description="线上活动写平台名称")
    online: Literal["线下", "线上", "线上线下同步"] = Field("线下", title="形式")
    organiser: Line = Field(title="主办单位")
    host: IncubatorRef | None = Field(None, title="承办孵化基地")
    details: Markdown = Field(title="活动内容", description="可以用 Markdown，不能用 HTML")
    enrolment: Enrolment | None = Field(None, title="报名", description="不用报名就不写")
    client_stages: tuple[ClientStage, ...] = Field((), title="创业阶段")
    prizes: tuple[Prize, ...] = Field((), title="奖励")
    repeats: Line | None = Field(None, title="举办频次")
    contact: tuple[Channel, ...] = Field(title="联系方式", min_length=1)
    results: Markdown | None = Field(
        None, title="活动结果", description="办完以后补上；可以用 Markdown，不能用 HTML"
    )

    @model_validator(mode="after")
    def _times_are_in_order(self) -> Event:
        if self.ends_at < self.starts_at:
            ends, starts = (f"{t:%Y-%m-%d %H:%M}" for t in (self.ends_at, self.starts_at))
            raise fault("out-of-order", f"结束时间 {ends} 早于开始时间 {starts}", at="ends_at")
        if self.enrolment and self.enrolment.closes_on > self.ends_at.date():
            raise fault("out-of-order", "报名截止日晚于活动结束日", at=("enrolment", "closes_on"))
        return self

    def status_on(self, day: date, *, soon_days: int) -> Status:
        """Return where the event stands on *day*."""
        return attendance(
            day,
            opens_on=self.enrolment.opens_on if self.enrolment else None,
            closes_on=self.enrolment.closes_on if self.enrolment else None,
            starts_on=self.starts_at.date(),
            ends_on=self.ends_at.date(),
        )

    def deadline_on(self, day: date) -> date | None:
        """Return the day enrolment closes, or without enrolment the day it starts."""
        last = self.enrolment.closes_on if self.enrolment else self.starts_at.date()
        return last if last >= day else None
