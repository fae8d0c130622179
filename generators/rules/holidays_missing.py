"""缺少放假调休的安排

错在哪里：今年的放假调休没有录入；或者已经到了11月，明年的还没有录入。国务院办公厅一般在11月初公布明年的安排。
为什么要紧：办结日期按工作日算。没有录入的年份不猜，页面上只能写“具体日期以国务院办公厅公布的节假日安排为准”，群众不知道最迟哪天办完。

错误的写法：

    content/holidays/               # 到了2026年11月，只有 2026.yml

正确的写法：

    content/holidays/2026.yml
    content/holidays/2027.yml       # 通知公布以后，照着2026年的写一份

依据：全国年节及纪念日放假办法
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.diagnostics import Diagnostic, Severity, Span
from generators.rules.context import Context

CODE = "holidays-missing"
_NOTICE_MONTH = 11


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a warning for this year, and from November for the next, where it is not known."""
    day = context.catalogue.as_of
    wanted = [day.year, day.year + 1] if day.month >= _NOTICE_MONTH else [day.year]
    written = {source.path for source in context.settings}
    for year in wanted:
        path = f"holidays/{year}.yml"
        if year not in context.catalogue.calendar.years and path not in written:
            yield Diagnostic(
                CODE,
                f"没有 {year} 年的放假调休，算不出落在 {year} 年的办结日期",
                Span(path),
                Severity.WARNING,
                hint="国务院办公厅公布以后，照着已有的年份写一份；没有公布的不要猜",
                reference="全国年节及纪念日放假办法",
            )
