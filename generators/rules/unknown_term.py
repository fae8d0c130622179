"""没有这个人群、主题或地区

错在哪里：适用人群、主题、适用地区只能写 vocabularies 目录里已有的名称，差一个字也不行。
为什么要紧：群众按这些名称筛选。差一个字，谁也找不到这一条。

错误的写法：

    audiences: [高校毕业]

正确的写法：

    audiences: [高校毕业生]        # 要用新名称的，先加到 vocabularies 目录的文件里
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generators.diagnostics import Diagnostic, did_you_mean
from generators.records.values import Term
from generators.rules.context import Context

CODE = "unknown-term"
IS_LOCAL = True
_FEW = 10
_NAMES = {"audiences": "适用人群", "topics": "主题", "regions": "适用地区"}


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a finding for every label outside its vocabulary."""
    known = {
        name: [term.label for term in vocabulary]
        for name, vocabulary in context.catalogue.vocabularies.items()
    }
    for source, leaf in context.leaves:
        if (mark := leaf.mark(Term)) and leaf.value not in known[mark.name]:
            label = str(leaf.value)
            yield Diagnostic(
                CODE,
                f"“{_NAMES[mark.name]}”里没有“{label}”",
                source.locate(leaf.loc),
                hint=_advice(label, mark.name, known[mark.name]),
            )


def _advice(label: str, name: str, known: Sequence[str]) -> str:
    if any(mark in label for mark in "，、；"):
        return "几项写在一起了：每项之间用半角逗号加一个空格隔开，例如 [高校毕业生, 退役军人]"
    few = f"可用的值：{'、'.join(known)}" if len(known) <= _FEW else None
    return did_you_mean(label, known) or few or f"可用的值见 vocabularies/{name}.yml"
