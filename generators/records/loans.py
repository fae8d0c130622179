"""融资产品: a loan a founder can ask for."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from generators.records.base import Record
from generators.records.parts import Fee
from generators.records.values import (
    Count,
    Day,
    InstitutionRef,
    LastDay,
    Number,
    PolicyRef,
    ProcedureRef,
    Text,
)


class Loan(Record):
    """A loan product for founders (LD/T 2001 6.6)."""

    bank: InstitutionRef = Field(title="经办银行")
    amount_max: Number = Field(title="最高额度（元）")
    term_months_max: Count = Field(title="最长期限（月）")
    rate: Text = Field(title="利率", description="写清年利率和贴息以后个人实际承担多少")
    guarantee: Text = Field(title="担保方式")
    conditions: tuple[Text, ...] = Field(title="申请条件", min_length=1)
    fee: Fee = Field(title="费用")
    policies: tuple[PolicyRef, ...] = Field((), title="贴息政策")
    procedures: tuple[ProcedureRef, ...] = Field((), title="怎么申请")
    available_from: Day | None = Field(None, title="开办日期")
    available_until: LastDay | None = Field(None, title="停办日期")

    def deadline_on(self, day: date) -> date | None:
        """Return the last day on which one can apply."""
        return (
            self.available_until if self.available_until and self.available_until >= day else None
        )
