"""条件里有兜底的话

错在哪里：申请条件或材料写了“其他条件”“其他材料”“等相关材料”这样的话。
为什么要紧：群众不知道到底要什么，窗口可以随意加条件；没有依据不得增设条件和环节。

错误的写法：

    conditions: [符合法律法规规定的其他条件]

正确的写法：

    conditions: [在示例市有营业执照，正常经营满12个月]

依据：优化营商环境条例 第三十五条
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generators.diagnostics import Diagnostic, Severity
from generators.rules.context import Context

CODE = "catch-all-condition"
IS_LOCAL = True
_CATCH_ALL = re.compile(r"其他(?:相关)?(?:条件|材料|情形|要求|证明)|等(?:相关|有关)(?:材料|证明)")


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a finding for every condition or material that names nothing in particular."""
    for source, leaf in context.leaves:
        if not source.path.startswith("procedures/") or leaf.loc[0] not in (
            "conditions",
            "materials",
        ):
            continue
        if isinstance(leaf.value, str) and (match := _CATCH_ALL.search(leaf.value)):
            yield Diagnostic(
                CODE,
                f"“{match.group()}”没有说清楚要什么",
                source.locate_part(leaf.loc, match.group()),
                Severity.WARNING,
                hint="一条一条写明白，写不出来的就删掉",
                reference="优化营商环境条例 第三十五条",
            )
