"""A reference such as `municipal-hall#创业服务窗口` names a window the institution lacks.

An applicant would stand in the hall and look for a counter that does not exist.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.diagnostics import Diagnostic
from generators.records.institutions import Institution
from generators.records.values import Reference
from generators.rules.context import Context, nearest

CODE = "unknown-window"


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a finding for every window that its institution does not list."""
    for source, leaf in context.leaves():
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
                hint=nearest(window, names, otherwise=advice),
            )
