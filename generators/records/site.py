"""Who publishes, from `content/site.yml`, and the vocabularies."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from generators.records.base import Model
from generators.records.kinds import KINDS
from generators.records.parsers import fault
from generators.records.parts import Limit, PhoneLine
from generators.records.values import Count, Day, Flag, Line, Text, Url


class Slogan(Model):
    """The first words of the home page and the searches offered under the box."""

    headline: Line = Field(title="首页标题")
    placeholder: Line = Field(title="搜索框提示")
    searches: tuple[Line, ...] = Field(title="热门搜索")


class ComplaintChannel(Model):
    """One of the four channels of LD/T 2001 7.3."""

    kind: Annotated[str, Field(pattern="^(现场|信函|电话|网络)$")] = Field(
        title="渠道", examples=["现场", "信函", "电话", "网络"]
    )
    value: Line = Field(title="地址、号码或网址")
    hours: Line = Field(title="受理时间")
    note: Line | None = Field(None, title="说明")


class Complaints(Model):
    """Who handles complaints, how, and in what time."""

    section: Line = Field(title="负责部门")
    channels: tuple[ComplaintChannel, ...] = Field(
        title="投诉渠道", description="现场、信函、电话、网络四种都要有", min_length=4
    )
    acknowledged_within: Limit = Field(title="受理时限")
    answered_within: Limit = Field(title="答复时限")
    answer: Text = Field(title="结果告知方式")
    escalation: tuple[Text, ...] = Field(title="不满意怎么办", min_length=1)


class Registration(Model):
    """The identifiers a government site shows at its foot (国办发〔2017〕47号)."""

    site_code: Line = Field(title="网站标识码")
    icp: Line = Field(title="ICP备案编号")
    police: Line = Field(title="公安机关备案")


def _check_kind(name: str) -> str:
    if name not in KINDS:
        raise fault("unknown-value", f"没有“{name}”这个栏目，可用的是 {'、'.join(KINDS)}")
    return name


class Freshness(Model):
    """How long a section may go without a new record (国办秘函〔2019〕19号)."""

    kind: Annotated[Line, AfterValidator(_check_kind)] = Field(title="栏目", examples=list(KINDS))
    hint_after_days: Annotated[Count, Field(ge=1)] = Field(title="多少天后提示")
    limit_days: Annotated[Count, Field(ge=1)] = Field(title="限期天数")


class Site(Model):
    """The identity of the site."""

    name: Line = Field(title="网站名称")
    city: Line = Field(title="城市")
    sample: Flag = Field(default=False, title="示例")
    home: Slogan = Field(title="首页")
    host: Line = Field(title="主办单位")
    operator: Line = Field(title="承办单位")
    address: Line = Field(title="地址")
    email: Line | None = Field(None, title="电子邮箱")
    hotlines: tuple[PhoneLine, ...] = Field(title="服务热线", min_length=1)
    complaints: Complaints = Field(title="投诉建议")
    rating_url: Url | None = Field(None, title="好差评入口")
    corrections_url: Url | None = Field(None, title="我为政府网站找错入口")
    registration: Registration = Field(title="备案信息")
    expiring_within_days: Annotated[Count, Field(ge=1, le=365)] = Field(
        60, title="即将到期天数", description="离到期还有这么多天时，标上“即将到期”"
    )
    phone_verified_within_days: Annotated[Count, Field(ge=1)] = Field(
        180, title="电话核对天数", description="电话这么多天没有拨通核对时，检查会提示"
    )
    revisions_from: Day | None = Field(
        None,
        title="从哪天起公开修订记录",
        description="以前的修订不显示；撤回了个人信息以后，写撤回的那一天",
    )
    procedure_profile: Literal["core", "full"] = Field(
        "core", title="办事指南要素", description="core 只查核心要素，full 还提醒国家清单里缺的"
    )
    freshness: tuple[Freshness, ...] = Field((), title="栏目更新期限")


class VocabularyTerm(Model):
    """A label with its address, explanation and other names."""

    label: Line = Field(title="名称")
    slug: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")] = Field(
        title="网址用名", description="只用小写字母、数字和连字符；是网址的一部分，定了不要改"
    )
    explains: Line | None = Field(None, title="解释")
    aliases: tuple[Line, ...] = Field((), title="其他叫法", description="群众会用来搜索的其他叫法")
    broader: Line | None = Field(None, title="上一级", description="同一个词表里的另一个名称")


class Vocabulary(Model):
    """The terms of one vocabulary, in the order they are shown."""

    terms: tuple[VocabularyTerm, ...] = Field(title="词条", min_length=1)
