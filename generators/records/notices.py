"""公告公示: announcements and public notices of subsidy batches."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from generators.records.base import Model, Record
from generators.records.parsers import fault
from generators.records.parts import Channel, Download
from generators.records.status import Status, display
from generators.records.values import (
    Day,
    LastDay,
    Line,
    Markdown,
    Money,
    PolicyRef,
    ProcedureRef,
    Text,
    Url,
)


class NoticeTable(Model):
    """A published table, without the data that subsidy lists must not show (domain: §7)."""

    columns: tuple[Line, ...] = Field(title="列名", min_length=1)
    rows: tuple[tuple[Line, ...], ...] = Field(
        title="各行",
        description="每行的格数和列名一样多；不写身份证号、银行账号、住址和手机号",
        min_length=1,
    )

    @model_validator(mode="after")
    def _rows_fit_columns(self) -> NoticeTable:
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                raise fault(
                    "ragged-table",
                    f"第 {number} 行有 {len(row)} 格，表头有 {len(self.columns)} 列",
                    at=("rows", number - 1),
                )
        return self


class DisplayPeriod(Model):
    """The days during which objections are heard (公示期)."""

    starts_on: Day = Field(title="公示开始")
    ends_on: LastDay = Field(title="公示结束")
    objections: tuple[Channel, ...] = Field(title="提出异议的方式", min_length=1)

    @model_validator(mode="after")
    def _ends_after_start(self) -> DisplayPeriod:
        if self.ends_on < self.starts_on:
            raise fault(
                "out-of-order",
                f"公示结束 {self.ends_on} 早于公示开始 {self.starts_on}",
                at="ends_on",
            )
        return self


class Notice(Record):
    """An announcement or a public notice of a batch of subsidies."""

    kind: Literal["公告", "公示", "结果公布"] = Field(title="类型")
    body: Markdown = Field(title="正文", description="可以用 Markdown，不能用 HTML")
    batch: Line | None = Field(None, title="批次")
    display: DisplayPeriod | None = Field(None, title="公示期", description="类型是“公示”时必须写")
    table: NoticeTable | None = Field(None, title="名单")
    total: Money | None = Field(None, title="合计金额（元）")
    progress: Text | None = Field(None, title="拨付进度")
    policies: tuple[PolicyRef, ...] = Field((), title="依据政策")
    procedures: tuple[ProcedureRef, ...] = Field((), title="相关办事指南")
    downloads: tuple[Download, ...] = Field((), title="附件")
    source_url: Annotated[Url | None, Field(title="原文网址")] = None

    @model_validator(mode="after")
    def _display_has_a_period(self) -> Notice:
        if self.kind == "公示" and self.display is None:
            raise fault("incomplete-record", "公示要写公示期（display）", at="kind")
        return self

    def status_on(self, day: date, *, soon_days: int) -> Status | None:
        """Return whether objections are still heard."""
        if self.display is None:
            return None
        return display(day, starts_on=self.display.starts_on, ends_on=self.display.ends_on)

    def deadline_on(self, day: date) -> date | None:
        """Return the last day for objections."""
        return self.display.ends_on if self.display and self.display.ends_on >= day else None
