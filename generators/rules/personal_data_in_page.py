"""页面里有个人信息

错在哪里：手写的页面（pages 目录里的 .md 文件）里有身份证号、个人手机号或者银行卡号。
为什么要紧：页面发出去谁都能看到、能搜到，删掉以后别处还会留着。公开个人信息要本人单独同意。

错误的写法：

    有问题找小王，电话 139xxxx5678。

正确的写法：

    有问题打咨询台电话 0000-1234567。

依据：个人信息保护法 第二十五条（公开要取得单独同意）、第二十八条（敏感个人信息）
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.diagnostics import Diagnostic, Span
from generators.personal_data import personal_data
from generators.rules.context import Context

CODE = "personal-data-in-page"


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a finding for every personal number in a hand-written page."""
    for path, text in context.pages.items():
        for datum in personal_data(text):
            yield Diagnostic(
                CODE,
                f"这里有{datum.kind} {datum.masked}",
                Span.within(path, text, datum.start, datum.end),
                hint="删掉，或者换成单位的座机",
                reference="个人信息保护法 第二十五条",
                secret=True,
            )
