"""引用的记录不存在

错在哪里：这里写了另一条记录的编号（它的文件名，不带 .yml），可是没有这条记录。
为什么要紧：页面上会少一个链接，群众找不到下一步。依据写错了，整份指南就没有依据。

错误的写法：

    bases: [{policy: startup-loan-2032}]

正确的写法：

    bases: [{policy: startup-loan-2023}]        # 那条记录已经删掉的，这里也删掉
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.diagnostics import Diagnostic, did_you_mean
from generators.records import KINDS
from generators.records.values import Reference
from generators.rules.context import Context

CODE = "unknown-reference"
IS_LOCAL = True


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a finding for every reference to an unknown id."""
    for source, leaf in context.leaves:
        if (mark := leaf.mark(Reference)) is None:
            continue
        known, written = context.ids[mark.kind], str(leaf.value)
        if mark.fragment:
            written = written.partition("#")[0]
        if written not in known:
            advice = f"先在 {mark.kind}/ 里建这条记录，或者删掉这一行"
            yield Diagnostic(
                CODE,
                f"{KINDS[mark.kind].label}里没有“{written}”",
                source.locate(leaf.loc),
                hint=did_you_mean(written, known) or advice,
            )
