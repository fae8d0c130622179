"""创业导师: who gives advice, with consent."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from generators.records.base import Record
from generators.records.parts import Channel, Consent, Fee
from generators.records.status import Status, validity
from generators.records.values import (
    ClientStage,
    Day,
    Line,
    Text,
)


class Mentor(Record):
    """A mentor, published only while consent lasts (个人信息保护法 第二十五条)."""

    public_name: Line = Field(
        title="公开称呼", description="本人同意公开的称呼", examples=["王老师", "李律师"]
    )
    organisation: Line = Field(title="所在单位")
    fields: tuple[Line, ...] = Field(title="擅长领域", min_length=1)
    client_stages: tuple[ClientStage, ...] = Field((), title="服务阶段")
    services: tuple[Text, ...] = Field(title="能帮什么", min_length=1)
    experience: Text = Field(title="经历")
    booking: tuple[Channel, ...] = Field(title="怎么预约", min_length=1)
    availability: Line = Field(title="可约时间")
    appointed_from: Day = Field(title="聘期开始")
    appointed_until: Day = Field(title="聘期结束")
    fee: Fee = Field(title="收费")
    consent: Consent = Field(title="公开同意", description="没有同意或者同意到期，页面自动撤下")

    def is_publishable_on(self, day: date) -> bool:
        """Tell whether consent covers *day*."""
        return self.consent.given_on <= day <= self.consent.expires_on

    def status_on(self, day: date, *, soon_days: int) -> Status:
        """Return the state of the appointment."""
        return validity(
            day,
            effective_on=self.appointed_from,
            expires_on=self.appointed_until,
            soon_days=soon_days,
        )
