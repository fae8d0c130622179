"""改进措施过了期限还没有完成

错在哪里：改进台账里的完成期限已过，却没有写完成日期。
为什么要紧：向群众承诺的改进要兑现；标准要求按评价结果持续改进。

错误的写法：

    due_on: 2026-10-31        # 已经过了，又没有 done_on

正确的写法：

    due_on: 2026-10-31
    done_on: 2026-10-28
    result: 三个区县的窗口都已接通电子证照。

依据：LD/T 2001—2023 7.4.1
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.diagnostics import Diagnostic, Severity
from generators.records.reports import Report
from generators.rules.context import Context

CODE = "overdue-improvement"


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a finding for every measure whose day has passed without a result."""
    today = context.catalogue.as_of
    for entry in context.catalogue.all_of("reports"):
        if not isinstance(entry.record, Report):
            continue
        for place, measure in enumerate(entry.record.improvements):
            if measure.done_on is None and measure.due_on < today:
                yield Diagnostic(
                    CODE,
                    f"期限 {measure.due_on} 已过 {(today - measure.due_on).days} 天，还没有完成",
                    entry.source.locate(("improvements", place, "due_on")),
                    Severity.WARNING,
                    hint="完成了就写 done_on 和 result；没完成就写明原因，改定新的期限",
                    reference="LD/T 2001—2023 7.4.1",
                )
