"""栏目是空的

错在哪里：这个栏目一条记录也没有。
为什么要紧：空栏目会自动从导航里隐藏；检查时，空白栏目达到5个就单项否决。

错误的写法：

    content/mentors/        # 目录是空的

正确的写法：

    content/mentors/zhang-catering.yml

依据：国办秘函〔2019〕19号
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.diagnostics import Diagnostic, Severity, Span
from generators.records import KINDS
from generators.rules.context import Context

CODE = "empty-section"


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a finding for every kind without a published record."""
    drafted = {draft.source.path.partition("/")[0] for draft in context.drafts}
    for kind in KINDS.values():
        if not context.catalogue.count_of(kind.name) and kind.name not in drafted:
            yield Diagnostic(
                CODE,
                f"“{kind.label}”栏目没有能公开的内容，已从导航里隐藏",
                Span(kind.name),
                Severity.WARNING,
                hint=f"在 {kind.name}/ 里至少写一条记录",
                reference="国办秘函〔2019〕19号",
            )
