"""文字里有 HTML 或者脚本链接

错在哪里：文字里写了 HTML 标签，或者 javascript: 这样的链接。
为什么要紧：标签会原样显示在页面上；脚本链接是攻击网站的常见办法。

错误的写法：

    summary: 个人最高可贷<b>30万元</b>
    body: 点[这里](javascript:alert(1))

正确的写法：

    summary: 个人最高可贷30万元
    body: 看[办事指南](../../procedures/startup-loan-personal/)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generators.diagnostics import Diagnostic
from generators.records.values import Unsearched
from generators.rules.context import Context

CODE = "markup-in-text"
IS_LOCAL = True
_MARKUP = re.compile(
    r"</?[a-zA-Z][^<>]{0,200}>|<!--|\b(?:javascript|vbscript)\s*:|\bdata:[a-z]+/", re.I
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a finding for every text with a tag or a script link."""
    for source, leaf in context.leaves:
        if not isinstance(leaf.value, str) or leaf.mark(Unsearched) is not None:
            continue
        if match := _MARKUP.search(leaf.value):
            yield Diagnostic(
                CODE,
                f"文字里有“{match.group()[:30]}”",
                source.locate_part(leaf.loc, match.group()),
                hint="只写文字；正文里的链接写成 [文字](网址)",
            )
