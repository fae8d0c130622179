"""资讯: interpretations, news, industry reports, founders' stories."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from generators.records.base import Record
from generators.records.parsers import fault
from generators.records.values import (
    Line,
    Markdown,
    PolicyRef,
    ProcedureRef,
)


class Article(Record):
    """News, an interpretation of a policy, an industry report, a founder's story."""

    kind: Literal["政策解读", "动态", "行业报告", "创业典型"] = Field(title="类型")
    author: Line = Field(title="来源", description="撰写科室或供稿单位，不写个人姓名")
    body: Markdown = Field(title="正文", description="可以用 Markdown，不能用 HTML")
    interprets: tuple[PolicyRef, ...] = Field(
        (), title="解读哪项政策", description="类型是“政策解读”时必须写"
    )
    procedures: tuple[ProcedureRef, ...] = Field((), title="相关办事指南")

    @model_validator(mode="after")
    def _interpretation_names_its_policy(self) -> Article:
        if self.kind == "政策解读" and not self.interprets:
            raise fault("incomplete-record", "政策解读要写明解读哪项政策（interprets）", at="kind")
        return self
