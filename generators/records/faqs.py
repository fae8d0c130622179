"""常见问题: a question and its answer."""

from __future__ import annotations

from pydantic import Field

from generators.records.base import Record
from generators.records.values import (
    FaqRef,
    Markdown,
    PolicyRef,
    ProcedureRef,
)


class Faq(Record):
    """A question in the words people use; `title` is the question."""

    answer: Markdown = Field(
        title="回答", description="先给结论，再说怎么办；可以用 Markdown，不能用 HTML"
    )
    policies: tuple[PolicyRef, ...] = Field((), title="相关政策")
    procedures: tuple[ProcedureRef, ...] = Field((), title="相关办事指南")
    see_also: tuple[FaqRef, ...] = Field((), title="相关问题")
