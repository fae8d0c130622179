"""政策: what one may get, on what document it rests, and until when."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from generators.records.base import Model, Record
from generators.records.eligibility import Eligibility
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
    fault,
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
    amount_max: Money | None = Field(None, title="最高数额")
    unit: Annotated[Line, Unsearched()] | None = Field(
        None, title="单位", examples=["元", "元/户·年"]
    )
    term_months_max: Count | None = Field(None, title="最长期限（月）")
    times_max: Count | None = Field(None, title="最多次数")
    interest_subsidy: Percent | None = Field(None, title="贴息比例", description="占实际利率的比例")
    floating: Percent | None = Field(None, title="地方可上浮幅度")
    scope: Literal["国家上限", "国家标准", "省标准", "本市标准"] = Field(title="适用范围")
    overrides: PolicyRef | None = Field(None, title="取代哪项政策的标准")
    cites: Line | None = Field(None, title="依据条款")
    effective_on: Day | None = Field(None, title="开始日期")
    expires_on: Day | None = Field(None, title="截止日期")

    @model_validator(mode="after")
    def _amount_has_a_unit(self) -> Benefit:
        if (self.amount_max is None) != (self.unit is None):
            raise fault("amount-without-unit", "数额（amount_max）和单位（unit）要一起写")
        return self


class Policy(Record):
    """A policy in plain words, tied to its document."""

    document: Document = Field(title="政策文件")
    effective_on: Day | None = Field(None, title="施行日期")
    expires_on: Day | None = Field(None, title="有效期至")
    expiry_note: Line | None = Field(None, title="有效期说明")
    repealed_on: Day | None = Field(None, title="废止日期")
    supersedes: tuple[PolicyRef, ...] = Field((), title="取代的政策")
    based_on: tuple[PolicyRef, ...] = Field((), title="上位政策")
    client_stages: tuple[ClientStage, ...] = Field((), title="创业阶段")
    entity_types: tuple[EntityType, ...] = Field((), title="创业组织类型")
    benefits: tuple[Benefit, ...] = Field((), title="支持内容")
    eligibility: Eligibility | None = Field(None, title="资格判断")
    conditions: tuple[Text, ...] = Field((), title="申请条件")
    highlights: tuple[Text, ...] = Field((), title="要点", description="没有具体数额的文件写要点")
    procedures: tuple[ProcedureRef, ...] = Field((), title="怎么办")
    interpretations: tuple[ArticleRef, ...] = Field((), title="政策解读")
    faqs: tuple[FaqRef, ...] = Field((), title="常见问题")
    needs_interpretation: Flag = Field(default=False, title="是否应配解读")

    @model_validator(mode="after")
    def _dates_are_in_order(self) -> Policy:
        if self.effective_on and self.expires_on and self.expires_on < self.effective_on:
            raise fault(
                "validity-order", f"有效期至 {self.expires_on} 早于施行日期 {self.effective_on}"
            )
        if not self.benefits and not self.highlights:
            raise fault(
                "policy-without-substance", "支持内容（benefits）和要点（highlights）至少写一项"
            )
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
