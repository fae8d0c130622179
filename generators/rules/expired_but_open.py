"""已经结束的，文字里还写着“报名中”

错在哪里：活动、课程或政策已经截止，标题或说明里还写着“报名中”“正在受理”一类的话。
为什么要紧：状态由日期算出来，写在文字里的不会跟着变；群众会白跑一趟。

错误的写法：

    title: 创业大赛（报名中）
    enrolment: {closes_on: 2026-06-30, how: 网上报名}

正确的写法：

    title: 创业大赛
    enrolment: {closes_on: 2026-06-30, how: 网上报名}   # “报名中”“已截止”自动显示
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generators.diagnostics import Diagnostic, Severity
from generators.rules.context import Context

CODE = "expired-but-open"
_OPEN = re.compile(r"报名中|正在报名|火热报名|接受报名|受理中|正在受理|进行中|公示中")
_FIELDS = ("title", "summary")


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a finding for every ended record that still speaks as if it were open."""
    catalogue = context.catalogue
    for entry in catalogue.published:
        record = entry.record
        # Few speak of what is open, and of many the state takes longer to tell.
        if not _speaks_of_open(record.title, record.summary):
            continue
        status = catalogue.status(entry)
        for field in _FIELDS if status and status.is_over else ():
            if match := _OPEN.search(getattr(record, field)):
                yield Diagnostic(
                    CODE,
                    f"状态是“{status}”，文字里还写着“{match.group()}”",
                    entry.source.locate_part((field,), match.group()),
                    Severity.WARNING,
                    hint="去掉这几个字，状态会按日期自动显示",
                )


# An edit changes the words of one record of ten thousand.
@lru_cache(maxsize=1 << 17)
def _speaks_of_open(*words: str) -> bool:
    return any(map(_OPEN.search, words))
