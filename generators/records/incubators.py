"""孵化基地: a base a founder may move into."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generators.records.base import Model, Record
from generators.records.parts import Address, Limit, OpeningHours, PhoneLine
from generators.records.values import (
    ClientStage,
    Count,
    Day,
    Line,
    Number,
    PolicyRef,
    ProcedureRef,
    Text,
)


class Workstations(Model):
    """Places for founders on a counted day."""

    total: Count = Field(title="工位总数")
    free: Count = Field(title="空余工位")
    counted_on: Day = Field(title="统计日期", description="空余工位是哪一天数的")


class Incubator(Record):
    """An incubation base a founder may move into (LD/T 2001 6.5)."""

    level: Literal["国家级", "省级", "市级", "区县级"] = Field(title="级别")
    operator: Line = Field(title="运营单位")
    address: Address = Field(title="地址")
    area_square_metres: Number | None = Field(None, title="面积（平方米）")
    workstations: Workstations = Field(title="工位")
    rent: Text = Field(title="租金和减免")
    industries: tuple[Line, ...] = Field((), title="主要行业")
    client_stages: tuple[ClientStage, ...] = Field((), title="创业阶段")
    conditions: tuple[Text, ...] = Field(title="入驻条件", min_length=1)
    services: tuple[Text, ...] = Field(title="孵化服务", min_length=1)
    stay: Limit = Field(title="孵化期限", description="最长可以入驻多久")
    exit_support: Text | None = Field(None, title="出孵后的支持")
    phones: tuple[PhoneLine, ...] = Field(title="联系电话", min_length=1)
    hours: tuple[OpeningHours, ...] = Field((), title="接待时间")
    procedures: tuple[ProcedureRef, ...] = Field((), title="怎么申请入驻")
    policies: tuple[PolicyRef, ...] = Field((), title="相关政策")
