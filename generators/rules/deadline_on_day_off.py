"""截止日落在放假的日子

错在哪里：报名、申请或提意见的最后一天，正好放假或者是周末，窗口和电话都没有人。
为什么要紧：最后一天才来的人最多，却找不到人办。公示期的最后一天放假，等于少听一天意见。

错误的写法：

    enrolment: {closes_on: 2026-10-03, how: 到窗口报名}    # 国庆放假

正确的写法：

    enrolment: {closes_on: 2026-10-08, how: 到窗口报名}    # 放假以后第一个工作日

依据：《民法典》第二百零三条
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generators.diagnostics import Diagnostic, Severity
from generators.records import KINDS
from generators.records.values import ActBy
from generators.records.walk import title_at
from generators.rules.context import Context
from generators.workdays import Calendar

CODE = "deadline-on-day-off"
IS_LOCAL = True
_WEEKDAYS = "一二三四五六日"


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a hint for every coming last day to act that is known to be a day off."""
    catalogue = context.catalogue
    for source, leaf in context.leaves:
        day = leaf.value
        if not leaf.mark(ActBy) or not isinstance(day, date) or day < catalogue.as_of:
            continue
        # Of a year that is not known nothing is said.
        if catalogue.calendar.is_workday(day) is False:
            title = title_at(KINDS[source.path.partition("/")[0]].model, leaf.loc)
            yield Diagnostic(
                CODE,
                f"“{title}”{day}（周{_WEEKDAYS[day.weekday()]}）不上班，没有人办",
                source.locate(leaf.loc),
                Severity.HINT,
                hint=f"改到工作日：{_nearest(catalogue.calendar, day)}",
                reference="《民法典》第二百零三条",
            )


def _nearest(calendar: Calendar, day: date) -> str:
    """Return the working days before and after a day off, as far as they are known."""
    around = (calendar.subtract(day, 0, "工作日"), calendar.add(day, 1, "工作日"))
    return " 或 ".join(str(known) for known in around if known)
