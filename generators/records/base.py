"""The fields every record has, and the base of every model."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from generators.records.status import Status
from generators.records.values import (
    AudienceTerm,
    Day,
    Flag,
    Line,
    Moment,
    RegionTerm,
    ServiceArea,
    Summary,
    Title,
    TopicTerm,
    Unsearched,
)


class Model(BaseModel):
    """A frozen part of a record that refuses keys it does not know."""

    # Of the models of all kinds a command needs those of the records that it reads anew.
    model_config = ConfigDict(
        defer_build=True, extra="forbid", frozen=True, str_strip_whitespace=True
    )

    def model_post_init(self, context: object, /) -> None:
        """Forget which fields were given.

        Nobody asks, and a set for each model would be a sixth of a catalogue's memory.
        """
        object.__setattr__(self, "__pydantic_fields_set__", _FORGOTTEN)


_FORGOTTEN: set[str] = set()


# What a record is comes first, what the office needs to know about it last.
_FIRST = ("title", "summary")
_LAST = (
    "audiences",
    "topics",
    "service_area",
    "region",
    "aliases",
    "owner",
    "published_at",
    "updated_on",
    "verified_on",
    "sample",
)


def key_order(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the order in which a file has its keys."""
    fields = tuple(model.model_fields)
    middle = tuple(name for name in fields if name not in _FIRST + _LAST)
    return tuple(name for name in (*_FIRST, *middle, *_LAST) if name in fields)


class Record(Model):
    """What all thirteen kinds share."""

    title: Title = Field(title="标题", description="2—60个字，用群众的叫法")
    summary: Summary = Field(title="一句话说明", description="用大白话写，不超过120个字")
    published_at: Moment = Field(
        title="发布时间", examples=["2026-01-05 09:00", "2026-12-31 15:30"]
    )
    updated_on: Day = Field(title="更新日期", description="内容最近一次改动的日期")
    verified_on: Day = Field(title="核对日期", description="最近一次逐项核对内容的日期")
    owner: Annotated[Line, Unsearched()] = Field(
        title="责任科室", description="负责核对内容的科室，不写人名"
    )
    region: RegionTerm = Field(title="适用地区")
    audiences: tuple[AudienceTerm, ...] = Field((), title="适用人群")
    topics: tuple[TopicTerm, ...] = Field((), title="主题")
    service_area: ServiceArea = Field(
        title="服务领域", description="LD/T 2001—2023 第6章的七类之一"
    )
    aliases: tuple[Line, ...] = Field((), title="别名", description="群众会用来搜索的其他叫法")
    sample: Flag = Field(
        default=False, title="示例", description="内容为虚构示例时写 true，页面上会注明"
    )

    def status_on(self, day: date, *, soon_days: int) -> Status | None:
        """Return the state on *day*, or None for a kind that has no dates to judge."""
        return None

    def deadline_on(self, day: date) -> date | None:
        """Return the last day on which one can still act, seen from *day*."""
        return None

    def turning_days(self, day: date) -> tuple[date, ...]:
        """Return days to come that the record does not name but its state depends on."""
        return ()

    def is_publishable_on(self, day: date) -> bool:
        """Tell whether the record may be shown at all."""
        return True
