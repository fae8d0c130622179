"""培训课程: a course and its runs."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from generators.records.base import Model, Record
from generators.records.parsers import fault
from generators.records.parts import Enrolment, Fee
from generators.records.status import Change, Status, attendance, changes
from generators.records.values import (
    ClientStage,
    Count,
    Day,
    InstitutionRef,
    Line,
    PolicyRef,
    ProcedureRef,
    Text,
)


class Session(Model):
    """One run of a course."""

    name: Line = Field(title="期次")
    starts_on: Day = Field(title="开课日期")
    ends_on: Day = Field(title="结课日期")
    place: Line = Field(title="上课地点")
    enrolment: Enrolment = Field(title="报名")

    @model_validator(mode="after")
    def _ends_after_start(self) -> Session:
        if self.ends_on < self.starts_on:
            raise fault(
                "out-of-order",
                f"结课日期 {self.ends_on} 早于开课日期 {self.starts_on}",
                at="ends_on",
            )
        return self

    def status_on(self, day: date) -> Status:
        """Return where this run stands on *day*."""
        return attendance(
            day,
            opens_on=self.enrolment.opens_on,
            closes_on=self.enrolment.closes_on,
            starts_on=self.starts_on,
            ends_on=self.ends_on,
        )

    def changes_after(self, day: date) -> tuple[Change, ...]:
        """Return the later days on which this run stands elsewhere."""
        dates = (self.enrolment.opens_on, self.enrolment.closes_on, self.starts_on, self.ends_on)
        return changes(self.status_on, (known for known in dates if known), after=day)


class Course(Record):
    """A training course and its runs (LD/T 2001 6.3)."""

    programme: Literal["GYB", "SYB", "IYB", "EYB", "网络创业", "创业模拟实训", "专题培训"] = Field(
        title="培训项目"
    )
    institution: InstitutionRef = Field(title="培训机构")
    hours: Annotated[Count, Field(ge=1)] = Field(title="课时")
    outline: tuple[Text, ...] = Field(
        title="学什么", description="一条写一项学习内容", min_length=1
    )
    sessions: tuple[Session, ...] = Field(
        title="开班安排", description="一期写一条；状态由日期算出来", min_length=1
    )
    client_stages: tuple[ClientStage, ...] = Field((), title="创业阶段")
    conditions: tuple[Text, ...] = Field((), title="报名条件")
    fee: Fee = Field(title="学费")
    policies: tuple[PolicyRef, ...] = Field((), title="补贴政策")
    procedures: tuple[ProcedureRef, ...] = Field((), title="怎么申请补贴")
    certificate: Line | None = Field(None, title="证书")
    evaluation: Text | None = Field(None, title="培训效果评估")
    follow_up: Text | None = Field(None, title="后续服务")

    def status_on(self, day: date, *, soon_days: int) -> Status:
        """Return the most useful state among the runs."""
        return min((s.status_on(day) for s in self.sessions), key=lambda status: status.rank)

    def deadline_on(self, day: date) -> date | None:
        """Return the next day on which enrolment closes."""
        closings = [s.enrolment.closes_on for s in self.sessions if s.enrolment.closes_on >= day]
        return min(closings, default=None)
