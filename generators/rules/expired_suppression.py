"""暂不检查的网址过期了

错在哪里：links.yml 里写了暂时不检查的网址，到期日已经过了。
为什么要紧：说好只放一阵子的，没有人再看，就一直没有人知道它打不开；群众点了也是白点。

错误的写法：

    suppressions:
      - {url: "https://www.shili.example/", reason: 对方在升级, until: 2026-06-30}   # 早过了

正确的写法：

    suppressions: []        # 能打开了就删掉这一条

依据：国办秘函〔2019〕19号（链接可用）
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.diagnostics import Diagnostic, Severity
from generators.records.links import Links
from generators.rules.context import Context
from generators.sources import read_model

CODE = "expired-suppression"


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield what is wrong with `links.yml`, and every address that is passed over for too long."""
    source = context.setting("links.yml")
    if source is None:
        return
    reading = read_model(source, Links)
    yield from reading.findings
    for place, suppression in enumerate(reading.value.suppressions if reading.value else ()):
        if not suppression.holds_on(context.catalogue.as_of):
            yield Diagnostic(
                CODE,
                f"说好到 {suppression.until} 为止不检查，已经过了",
                source.locate(("suppressions", place, "until")),
                Severity.WARNING,
                hint="能打开了就删掉这一条；还打不开就换网址，或者写明原因、改定新的日期",
                reference="国办秘函〔2019〕19号",
            )
