"""政策互相取代，绕成了一圈

错在哪里：甲取代乙，乙又（直接或隔着几项）取代甲；或者上位政策绕回了自己。
为什么要紧：页面上会把每一项都标成“已废止”，群众找不到现在该看哪一项。

错误的写法：

    # policies/a.yml
    supersedes: [b]
    # policies/b.yml
    supersedes: [a]

正确的写法：

    # policies/b.yml（较新的）
    supersedes: [a]
    # policies/a.yml 不写 supersedes
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generators.diagnostics import Diagnostic
from generators.records.policies import Policy
from generators.rules.context import Context
from generators.sources import Entry

CODE = "reference-cycle"
_FIELDS = ("supersedes", "based_on")


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a finding for every policy that reaches itself."""
    policies = {e.id: e for e in context.catalogue.entries if isinstance(e.record, Policy)}
    for field in _FIELDS:
        for entry in policies.values():
            for place, target in enumerate(getattr(entry.record, field)):
                if path := _path(target, entry.id, policies, field):
                    yield Diagnostic(
                        CODE,
                        f"绕成了一圈：{' → '.join((entry.id, *path))}",
                        entry.source.locate((field, place)),
                        hint="只让较新的政策写 supersedes，只让下位政策写 based_on",
                    )


def _path(start: str, goal: str, policies: Mapping[str, Entry], field: str) -> list[str]:
    """Return the ids from *start* to *goal*, or nothing where there is no way."""
    ways, seen = [[start]], {start}
    while ways:
        way = ways.pop(0)
        if way[-1] == goal:
            return way
        entry = policies.get(way[-1])
        for following in getattr(entry.record, field) if entry else ():
            if following not in seen:
                seen.add(following)
                ways.append([*way, following])
    return []
