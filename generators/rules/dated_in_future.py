"""日期在今天之后

错在哪里：发布时间、更新日期、核对日期或拨通核对日期，写成了还没到的日子。
为什么要紧：没有发生的事不能写成已经发生；伪造发布日期，检查时单项否决。

错误的写法：

    updated_on: 2062-10-30      # 2026 打反了

正确的写法：

    updated_on: 2026-10-30

依据：国办秘函〔2019〕19号（弄虚作假）
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from generators.diagnostics import Diagnostic
from generators.records.walk import title_at
from generators.rules.context import Context

CODE = "dated-in-future"
IS_LOCAL = True
_PAST_FIELDS = {"published_at", "updated_on", "verified_on", "counted_on", "reviewed_on"}


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a finding for every day of something done that has not come yet."""
    today = context.catalogue.as_of
    for entry in context.catalogue.entries:
        for leaf in context.leaves_of(entry):
            if leaf.loc[-1] not in _PAST_FIELDS or not isinstance(leaf.value, date):
                continue
            day = leaf.value.date() if isinstance(leaf.value, datetime) else leaf.value
            if day > today:
                yield Diagnostic(
                    CODE,
                    f"“{title_at(type(entry.record), leaf.loc)}”写的 {day} 还没有到（今天按 {today} 算）",
                    entry.source.locate(leaf.loc),
                    hint="改成实际的日期",
                    reference="国办秘函〔2019〕19号",
                )
