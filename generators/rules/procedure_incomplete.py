"""办事指南还缺国家清单里的要素

错在哪里：site.yml 里写了 procedure_profile: full，这份指南还缺国家政务服务事项要素表里的项目。
为什么要紧：要素齐全的指南才能和全国平台对接，群众也少跑一趟。缺了不影响发布。

错误的写法：

    # 没有 item_code（事项编码），也没有 places.online（网上办理）

正确的写法：

    item_code: 000000000000
    places:
      windows: [municipal-hall#创业服务窗口]
      online: {name: 示例市政务服务网, depth: 在线申请}

依据：国办秘函〔2019〕19号；国家政务服务平台事项要素
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.diagnostics import Diagnostic, Severity
from generators.records.procedures import Procedure
from generators.rules.context import Context

CODE = "procedure-incomplete"


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a finding for every procedure that lacks elements of the national list."""
    if context.catalogue.site.procedure_profile != "full":
        return
    for entry in context.catalogue.all_of("procedures"):
        if isinstance(entry.record, Procedure) and (missing := lacking(entry.record)):
            yield Diagnostic(
                CODE,
                f"还缺 {len(missing)} 项：{'、'.join(missing)}",
                entry.source.locate(("title",)),
                Severity.WARNING,
                hint="补上缺的要素；暂时只发布核心要素，就在 site.yml 写 procedure_profile: core",
                reference="国家政务服务平台事项要素",
            )


def lacking(record: Procedure) -> list[str]:
    """Return the elements of the national list that a procedure does not have (domain: 1.2)."""
    elements = {
        "事项编码": record.item_code,
        "法定办结时限": record.time_limit.statutory,
        "网上办理": record.places.online,
        "审查标准": all(step.review for step in record.steps),
        "每个环节的结果": all(step.result for step in record.steps),
        "法律救济": record.remedies,
        "不归我们管": record.wrong_doors,
        "常见问题": record.faqs,
    }
    return [name for name, present in elements.items() if not present]
