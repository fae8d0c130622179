"""两条记录用了同一个标题

错在哪里：同一栏目里有两条记录的标题一模一样。
为什么要紧：群众在列表和搜索结果里分不清该点哪一条；也可能是同一条内容录了两遍。

错误的写法：

    # courses/syb-1.yml
    title: SYB创办你的企业
    # courses/syb-2.yml
    title: SYB创办你的企业

正确的写法：

    # courses/syb-2.yml
    title: SYB创办你的企业（周末班）
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.diagnostics import Diagnostic, Note
from generators.rules.context import Context
from generators.sources import Entry

CODE = "duplicate-title"


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a finding for every title used before in the same kind."""
    first: dict[tuple[str, str], Entry] = {}
    for entry in context.catalogue.entries:
        earlier = first.setdefault((entry.kind.name, entry.record.title), entry)
        if earlier is not entry:
            yield Diagnostic(
                CODE,
                f"标题“{entry.record.title}”和 {earlier.source.path} 一样",
                entry.source.locate(("title",)),
                hint="内容不同就改一个标题，内容相同就删掉一条",
                notes=(Note(earlier.source.locate(("title",)), "首次出现在这里"),),
            )
