"""栏目太久没有更新

错在哪里：栏目里最新的一条，已经超过 site.yml 里 freshness 规定的天数。
为什么要紧：动态类栏目两周不更新、政策和公告类栏目半年不更新，检查时要扣分，累计5个就单项否决。

错误的写法：

    # articles/ 里最新一条的 published_at 是一个月以前

正确的写法：

    # 发布新的内容；确实没有新内容的栏目，把它和别的栏目合并

依据：国办秘函〔2019〕19号
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.diagnostics import Diagnostic, Severity, Span
from generators.records import KINDS
from generators.rules.context import Context

CODE = "stale-section"


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a hint as a section nears its limit, and a warning once it is over it."""
    catalogue = context.catalogue
    for limit in catalogue.site.freshness:
        entries = catalogue.all_of(limit.kind)
        if not entries:
            continue
        newest = max(entry.record.published_at.date() for entry in entries)
        age = (catalogue.as_of - newest).days
        if age > limit.hint_after_days:
            over = age > limit.limit_days
            yield Diagnostic(
                CODE,
                f"“{KINDS[limit.kind].label}”有 {age} 天没有新内容，限期是 {limit.limit_days} 天",
                Span(limit.kind),
                Severity.WARNING if over else Severity.HINT,
                hint="发布新的内容",
                reference="国办秘函〔2019〕19号",
            )
