"""一句话说明比正文还长

错在哪里：一句话说明（summary）的字数超过了正文。
为什么要紧：说明是给人先看一眼的，细节该在正文里；多半是把两处填反了。

错误的写法：

    summary: 很长很长的一段说明……
    body: 详见上文。

正确的写法：

    summary: 个人最高可贷30万元，财政贴息50%。
    body: |
      谁能申请、怎么算、怎么办……
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.diagnostics import Diagnostic, Severity
from generators.records import Record
from generators.records.values import Attachment, Choice, Reference, Term, Unsearched
from generators.records.walk import Leaf
from generators.rules.context import Context

CODE = "summary-longer-than-text"
IS_LOCAL = True
_NOT_PROSE = (Attachment, Choice, Reference, Term, Unsearched)
_NOT_TEXT = {*Record.model_fields, "document", "kind", "author"}


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a finding for every record that says more in its summary than in all the rest."""
    for entry in context.catalogue.entries:
        text = sum(len(str(leaf.value)) for leaf in context.leaves_of(entry) if _is_text(leaf))
        if len(entry.record.summary) > text:
            yield Diagnostic(
                CODE,
                f"一句话说明有 {len(entry.record.summary)} 个字，正文一共才 {text} 个字",
                entry.source.locate(("summary",)),
                Severity.WARNING,
                hint="把细节移到正文里",
            )


def _is_text(leaf: Leaf) -> bool:
    """Tell whether a leaf is prose: not a choice, a code, an address or a shared field."""
    if not isinstance(leaf.value, str) or leaf.loc[0] in _NOT_TEXT:
        return False
    return not any(isinstance(mark, _NOT_PROSE) for mark in leaf.marks)
