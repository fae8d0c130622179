"""服务机构: an office, counter, school, bank or guarantor people deal with."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generators.records.base import Model, Record
from generators.records.parts import Address, HoursException, OpeningHours, PhoneLine
from generators.records.values import (
    Flag,
    Line,
    Unsearched,
    Url,
)


class Window(Model):
    """A counter of an institution."""

    name: Line = Field(title="窗口名称")
    room: Line | None = Field(None, title="位置")
    serves: tuple[Line, ...] = Field(title="办理什么", min_length=1)


class Institution(Record):
    """An office, counter, training school, bank or guarantor people deal with."""

    kind: Literal[
        "公共就业服务机构",
        "政务服务大厅",
        "街道（乡镇）服务窗口",
        "培训机构",
        "经办银行",
        "担保机构",
        "其他机构",
    ] = Field(title="机构类型")
    address: Address = Field(title="地址")
    windows: tuple[Window, ...] = Field(
        (), title="窗口", description="办事指南里用“编号#窗口名称”引用"
    )
    hours: tuple[OpeningHours, ...] = Field(title="办公时间", min_length=1)
    exceptions: tuple[HoursException, ...] = Field(
        (), title="特殊安排", description="节假日、调休等和平时不一样的日子"
    )
    phones: tuple[PhoneLine, ...] = Field(title="电话", min_length=1)
    first_contact: Line = Field(title="首问负责岗位", description="写岗位，不写人名")
    services: tuple[Line, ...] = Field(title="服务内容", min_length=1)
    credit_code: (
        Annotated[str, Field(pattern=r"^[0-9A-HJ-NP-RTUW-Y]{18}$"), Unsearched()] | None
    ) = Field(None, title="统一社会信用代码", description="18位数字和大写字母")
    website: Url | None = Field(None, title="网址")
    accessible: Flag = Field(default=False, title="有无障碍通道")
