"""电话太久没有拨通核对

错在哪里：这个电话上一次拨通核对，已经超过规定的天数（site.yml 里的 phone_verified_within_days，一般是180天）。
为什么要紧：群众打不通电话，是政府网站被投诉和通报最多的毛病之一。

错误的写法：

    phones:
      - {name: 咨询电话, number: 0000-1234567, verified_on: 2024-03-01}

正确的写法：

    phones:
      - {name: 咨询电话, number: 0000-1234567, verified_on: 2026-11-02}   # 拨通以后再改日期
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generators.diagnostics import Diagnostic, Severity
from generators.rules.context import Context

CODE = "phone-unverified"
IS_LOCAL = True


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a finding for every phone whose last test is too long ago."""
    catalogue = context.catalogue
    limit = catalogue.site.phone_verified_within_days
    for entry in catalogue.published:
        for leaf in context.leaves_of(entry):
            if leaf.loc[0] != "phones" or leaf.loc[-1] != "verified_on":
                continue
            assert isinstance(leaf.value, date)
            age = (catalogue.as_of - leaf.value).days
            if age > limit:
                yield Diagnostic(
                    CODE,
                    f"这个电话有 {age} 天没有拨通核对，超过了 {limit} 天",
                    entry.source.locate(leaf.loc),
                    Severity.WARNING,
                    hint="拨一次，通了就把日期改成今天，不通就换成能打通的号码",
                )
