"""办事指南的依据已经失效

错在哪里：办事指南还在用，它的设定依据却已失效或者已废止。
为什么要紧：没有依据的事项不能再办；依据换了新文件的，条件和数额多半也变了。

错误的写法：

    bases: [{policy: startup-loan-2020}]   # 已被 startup-loan-2023 取代

正确的写法：

    bases: [{policy: startup-loan-2023, clause: 第二十八条}]

依据：优化营商环境条例 第三十五条
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.diagnostics import Diagnostic, Severity
from generators.records.procedures import Procedure
from generators.rules.context import Context

CODE = "rests-on-repealed"


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a finding for every basis that has ended while its procedure goes on."""
    catalogue = context.catalogue
    for entry in catalogue.all_of("procedures"):
        status = catalogue.status(entry)
        if not isinstance(entry.record, Procedure) or (status and status.is_over):
            continue
        for place, basis in enumerate(entry.record.bases):
            policy = catalogue.find("policies", basis.policy)
            state = catalogue.status(policy) if policy else None
            if policy and state and state.is_over:
                yield Diagnostic(
                    CODE,
                    f"依据《{policy.record.title}》{state}",
                    entry.source.locate(("bases", place, "policy")),
                    Severity.WARNING,
                    hint="换成现行的依据并核对条件和数额；事项不办了就写 cancelled_on",
                    reference="优化营商环境条例 第三十五条",
                )
