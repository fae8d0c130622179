"""创业项目: a business idea with what it takes and what can go wrong."""

from __future__ import annotations

from datetime import date

from pydantic import Field, model_validator

from generators.records.base import Model, Record
from generators.records.parsers import fault
from generators.records.parts import Channel
from generators.records.status import Status, validity
from generators.records.values import (
    Day,
    Line,
    Money,
    Text,
)


class Investment(Model):
    """What starting costs, as a range in yuan."""

    least: Money = Field(title="最低（元）")
    most: Money = Field(title="最高（元）")

    @model_validator(mode="after")
    def _range_is_in_order(self) -> Investment:
        if self.most < self.least:
            raise fault(
                "out-of-order", f"最高投资 {self.most} 低于最低投资 {self.least}", at="most"
            )
        return self


class Project(Record):
    """A business idea with what it takes and what can go wrong (LD/T 2001 6.1.2 a)."""

    industry: Line = Field(title="行业")
    overview: Text = Field(title="项目概况")
    investment: Investment = Field(title="投资")
    site: Text = Field(title="场地")
    staff: Text = Field(title="人员")
    equipment: Text | None = Field(None, title="设备")
    market: Text | None = Field(None, title="市场")
    provider: Line = Field(title="项目提供方")
    risks: tuple[Text, ...] = Field(
        title="风险提示", description="至少写一条，说清可能亏在哪里", min_length=1
    )
    reviewed_on: Day = Field(title="专家评审日期")
    valid_until: Day = Field(title="信息有效期至")
    contact: tuple[Channel, ...] = Field(title="对接方式", min_length=1)

    def status_on(self, day: date, *, soon_days: int) -> Status:
        """Return whether the information still stands."""
        return validity(day, effective_on=None, expires_on=self.valid_until, soon_days=soon_days)

    def deadline_on(self, day: date) -> date | None:
        """Return the last day for which the information stands."""
        return self.valid_until if self.valid_until >= day else None
