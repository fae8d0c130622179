"""记录里有个人信息

错在哪里：记录文件里写了身份证号、个人手机号或者银行卡号。写在注释里的也算，文件本身别人也看得到。
为什么要紧：发到网上就是公开。公开个人信息要本人单独同意；有的地方公示名单带出身份证号，被立案和通报。

错误的写法：

    contact:
      - {kind: 电话, value: 139xxxx5678, note: 找小王}

正确的写法：

    contact:
      - {kind: 电话, value: 0000-1234567, note: 工作日 9:00—17:00}

    # 名单里要区分同名的人，身份证号遮住中间：110***********021

依据：个人信息保护法 第二十五条（公开要取得单独同意）、第二十八条（敏感个人信息）
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.diagnostics import Diagnostic, Span
from generators.personal_data import PersonalDatum, personal_data
from generators.rules.context import Context

CODE = "personal-data-in-record"
IS_LOCAL = True
_SHORTEST = 11  # a mobile


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a finding for every personal number in a YAML file, comments too."""
    for source in context.sources():
        text = source.text
        for datum in personal_data(text):
            yield _finding(datum, Span.within(source.path, text, datum.start, datum.end))
    for source, leaf in context.leaves:
        # A number that is divided, or written with escapes, is only seen in the value.
        if len(value := str(leaf.value)) < _SHORTEST:
            continue
        for datum in personal_data(value):
            if value[datum.start : datum.end] not in source.text:
                yield _finding(datum, source.locate(leaf.loc))


def _finding(datum: PersonalDatum, span: Span) -> Diagnostic:
    return Diagnostic(
        CODE,
        f"这里有{datum.kind} {datum.masked}",
        span,
        hint="删掉，或者换成单位的座机；必须区分同名的人时遮住中间的数字",
        reference="个人信息保护法 第二十五条",
        secret=True,
    )
