"""声明: what an office states about clauses that no page can show, from `statements.yml`."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from generators.records.base import Model
from generators.records.parsers import check_url, fault
from generators.records.values import Day, Flag, Line, Text, Unsearched

# A statement that never ends would be forgotten.
LONGEST = timedelta(days=731)
_PATH = re.compile(r"([a-z0-9][a-z0-9-]*/)+")


def _check_link(text: str) -> str:
    """Accept the path of a page of the site, such as `institutions/a-hall/`, or an address."""
    return text if _PATH.fullmatch(text) else check_url(text)


class Proof(Model):
    """What a statement rests on: a document or an archive by name, perhaps a page."""

    name: Line = Field(title="依据", examples=["服务场所登记表（2026年9月）"])
    link: Annotated[Line, AfterValidator(_check_link), Unsearched()] | None = Field(
        None, title="网页", description="站内页面写成 institutions/municipal-hall/，站外写完整网址"
    )


class Statement(Model):
    """What an office says about one clause, on what evidence, and until when it stands."""

    clause: Annotated[Line, Unsearched()] = Field(
        title="条款", description="LD/T 2001—2023 的条款号", examples=["5.1.1", "6.3.2 a)"]
    )
    stance: Literal["做到", "没做到", "不适用"] = Field(
        "做到", title="结论", description="标准写“应”的条款，写“不适用”也算没有通过"
    )
    says: Text = Field(title="声明内容", description="用大白话写怎么做的，或者为什么没做到、不适用")
    evidence: tuple[Proof, ...] = Field(title="依据", min_length=1)
    by: Line = Field(title="声明单位", description="写单位和科室，不写人名")
    made_on: Day = Field(title="声明日期")
    valid_until: Day = Field(title="有效期至", description="最长两年，到期重新声明")

    @model_validator(mode="after")
    def _ends_in_time(self) -> Statement:
        if not self.made_on < self.valid_until <= self.made_on + LONGEST:
            raise fault(
                "out-of-order",
                f"有效期至 {self.valid_until} 要在声明日期 {self.made_on} 以后，最长两年",
                at="valid_until",
            )
        return self

    def stands_on(self, day: date) -> bool:
        """Tell whether the statement has been made and has not run out."""
        return self.made_on <= day <= self.valid_until


class Statements(Model):
    """All statements, at most one a clause."""

    sample: Flag = Field(default=False, title="示例", description="声明是虚构示例时写 true")
    statements: tuple[Statement, ...] = Field((), title="声明")

    @model_validator(mode="after")
    def _one_a_clause(self) -> Statements:
        seen: set[str] = set()
        for place, statement in enumerate(self.statements):
            if statement.clause in seen:
                message = f"条款 {statement.clause} 声明了两次"
                raise fault("duplicate-key", message, at=("statements", place, "clause"))
            seen.add(statement.clause)
        return self

    def on(self, clause: str) -> Statement | None:
        """Return the statement on a clause."""
        return next((s for s in self.statements if s.clause == clause), None)
