"""政策: what one may get, on what document it rests, and until when."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from generators.records.base import Model, Record
from generators.records.eligibility import Eligibility
from generators.records.parsers import fault
from generators.records.status import Status, validity
from generators.records.values import (
    ArticleRef,
    ClientStage,
    Count,
    Day,
    DocumentNumber,
    EntityType,
    FaqRef,
    Flag,
    Line,
    Money,
    PartialDay,
    Percent,
    PolicyRef,
    ProcedureRef,
    Text,
    Unsearched,
    Url,
)

BenefitKind = Literal[
    "创业担保贷款及贴息",
    "一次性创业补贴",
    "场租补贴",
    "带动就业补贴",
    "社会保险补贴",
    "培训补贴",
    "税收减免",
    "孵化基地奖补",
    "场地支持",
    "其他",
]


class Document(Model):
    """The official document a policy rests on."""

    title: Annotated[str, Field(min_length=2, max_length=120)] = Field(title="文件标题")
    number: DocumentNumber | None = Field(None, title="文号")
    issuers: tuple[Line, ...] = Field(title="发文机关", min_length=1)
    level: Literal["国家", "省", "市", "区县"] = Field(title="层级")
    issued_on: PartialDay | None = Field(
        None, title="成文日期", description="只知道年份或月份时写 2016 或 2016-07"
    )
    source_url: Url | None = Field(None, title="官方原文网址")


class Benefit(Model):
    """One thing a policy gives; its validity may differ from the document's."""

    kind: BenefitKind = Field(title="支持类型")
    applies_to: Line = Field(title="给谁")
    gives: Text = Field(title="给什么", description="一句话写清数额、期限和比例")
    amount_max: Money | None = Field(None, title="最高数额", description="和单位（unit）一起写")
    unit: Annotated[Line, Unsearched()] | None = Field(
        None, title="单位", examples=["元", "元/户·年"]
    )
    term_months_max: Count | None = Field(None, title="最长期限（月）")
    times_max: Count | None = Field(None, title="最多次数")
    interest_subsidy: Percent | None = Field(None, title="贴息比例", description="占实际利率的比例")
    floating: Percent | None = Field(
        None, title="地方可上浮幅度", description="在国家标准上，地方最多可以上浮多少"
    )
    scope: Literal["国家上限", "国家标准", "省标准", "本市标准"] = Field(title="适用范围")
    overrides: PolicyRef | None = Field(None, title="取代哪项政策的标准")
    cites: Line | None = Field(None, title="依据条款", examples=["第四条", "第二条第（三）项"])
    effective_on: Day | None = Field(None, title="开始日期")
    expires_on: Day | None = Field(None, title="截止日期")

    @model_validator(mode="after")
    def _amount_has_a_unit(self) -> Benefit:
        if (self.amount_max is None) != (self.unit is None):
            raise fault(
                "amount-without-unit", "数额（amount_max）和单位（unit）要一起写", at="amount_max"
            )
        return self


class Policy(Record):
    """A policy in plain words, tied to its document."""

    document: Document = Field(title="政策文件")
    effective_on: Day | None = Field(None, title="施行日期")
    expires_on: Day | None = Field(None, title="有效期至")
    expiry_note: Line | None = Field(
        None, title="有效期说明", description="文件没有写有效期时，说明情况"
    )
    repealed_on: Day | None = Field(None, title="废止日期")
    supersedes: tuple[PolicyRef, ...] = Field(
        (), title="取代的政策", description="被这项政策取代的旧政策，生效后旧政策显示为已废止"
    )
    based_on: tuple[PolicyRef, ...] = Field(
        (), title="上位政策", description="这项政策依据的上级政策"
    )
    client_stages: tuple[ClientStage, ...] = Field((), title="创业阶段")
    entity_types: tuple[EntityType, ...] = Field((), title="创业组织类型")
    benefits: tuple[Benefit, ...] = Field(
        (), title="支持内容", description="一项支持写一条；没有具体支持的写要点（highlights）"
    )
    eligibility: Eligibility | None = Field(
        None, title="资格判断", description="把条件写成可以逐条判断的样子，并用例子验证"
    )
    conditions: tuple[Text, ...] = Field(
        (),
        title="申请条件",
        description="一条写一个条件，用大白话；出自哪一条写在最后的括号里，例如 正常经营满1年。（第四条）",
    )
    highlights: tuple[Text, ...] = Field((), title="要点", description="没有具体数额的文件写要点")
    procedures: tuple[ProcedureRef, ...] = Field((), title="怎么办")
    interpretations: tuple[ArticleRef, ...] = Field((), title="政策解读")
    faqs: tuple[FaqRef, ...] = Field((), title="常见问题")
    needs_interpretation: Flag = Field(
        default=False, title="是否应配解读", description="写“是”而没有配解读的，检查时会提示"
    )

    @model_validator(mode="after")
    def _dates_are_in_order(self) -> Policy:
        if self.effective_on and self.expires_on and self.expires_on < self.effective_on:
            raise fault(
                "out-of-order",
                f"有效期至 {self.expires_on} 早于施行日期 {self.effective_on}",
                at="expires_on",
            )
        if not self.benefits and not self.highlights:
            raise fault("incomplete-record", "支持内容（benefits）和要点（highlights）至少写一项")
        return self

    def status_on(self, day: date, *, soon_days: int) -> Status:
        """Return the validity on *day*; a repeal by another policy is added by the catalogue."""
        if self.repealed_on and day >= self.repealed_on:
            return Status.REPEALED
        status = validity(
            day, effective_on=self.effective_on, expires_on=self.expires_on, soon_days=soon_days
        )
        ended = [b for b in self.benefits if b.expires_on and b.expires_on < day]
        return Status.PARTLY_EXPIRED if ended and status is Status.IN_FORCE else status

    def deadline_on(self, day: date) -> date | None:
        """Return the last day of validity, where one was given and is not past."""
        return self.expires_on if self.expires_on and self.expires_on >= day else None
