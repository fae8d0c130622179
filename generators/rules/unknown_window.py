"""机构没有这个窗口

错在哪里：“机构编号#窗口名称”里的窗口，在那个机构的 windows 里找不到。
为什么要紧：群众到了大厅，找不到您写的那个窗口。

错误的写法：

    windows: [municipal-hall#创业窗口]

正确的写法：

    windows: [municipal-hall#创业服务窗口]
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.diagnostics import Diagnostic, did_you_mean
from generators.records.institutions import Institution
from generators.records.values import Reference
from generators.records.walk import Leaf
from generators.rules.context import Context
from generators.sources import Source

CODE = "unknown-window"


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a finding for every window that its institution does not list."""
    for source, leaf in _referring(context):
        mark = leaf.mark(Reference)
        identifier, _, window = str(leaf.value).partition("#")
        target = context.catalogue.find(mark.kind, identifier) if mark and window else None
        if target is None or not isinstance(target.record, Institution):
            continue
        names = [w.name for w in target.record.windows]
        if window not in names:
            advice = f"窗口写在 {target.source.path} 的 windows 里"
            yield Diagnostic(
                CODE,
                f"“{target.record.title}”没有“{window}”",
                source.locate(leaf.loc),
                hint=did_you_mean(window, names) or advice,
            )


def _referring(context: Context) -> Iterator[tuple[Source, Leaf]]:
    """Yield the leaves of what may be at fault; most records name windows that are there."""
    catalogue = context.catalogue
    known = {
        (entry.kind.name, f"{entry.id}#{window.name}")
        for entry in catalogue.all_of("institutions")
        if isinstance(entry.record, Institution)
        for window in entry.record.windows
    }
    for entry in catalogue.entries:
        if not known.issuperset(entry.windows):
            yield from ((entry.source, leaf) for leaf in entry.leaves())
    for draft in context.drafts:
        yield from ((draft.source, leaf) for leaf in draft.leaves())
