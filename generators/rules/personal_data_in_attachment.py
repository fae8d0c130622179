"""附件里有个人信息

错在哪里：附件里有身份证号、个人手机号、银行卡号，或者照片记着拍摄位置、相机主人和作者。没有被引用的附件也查，文档里的批注、删改过的文字和隐藏的工作表也查。
为什么要紧：有的地方公示补贴名单，附件带出一万多人的身份证号和银行账号，被提起公益诉讼。图片和扫描件里的字程序读不出来，发布前要由人看一遍。

错误的写法：

    attachments/2026-11-subsidy-list.xlsx
    # 工作表“名单”第3行：张三  110105××××××××0021  139xxxx5678

正确的写法：

    attachments/2026-11-subsidy-list.xlsx
    # 工作表“名单”第3行：张*  110***********021
    # 身份证号遮住中间，电话、银行账号整列删掉；照片另存一份不带拍摄信息的

依据：个人信息保护法 第二十五条（公开要取得单独同意）、第二十八条（敏感个人信息）
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.diagnostics import Diagnostic, Span
from generators.personal_data import personal_data, stars
from generators.sources.attachments import PHOTO, AttachmentText

CODE = "personal-data-in-attachment"


def check_file(path: str, file: AttachmentText) -> Iterator[Diagnostic]:
    """Yield a finding for every personal number in an attachment and every tell-tale photo."""
    for place, text in file.texts:
        for what in _told(place, text):
            yield Diagnostic(
                CODE,
                f"附件的{place}里有{what}",
                Span(path),
                hint=_hint(place),
                reference="个人信息保护法 第二十五条",
                secret=True,
            )


def _told(place: str, text: str) -> Iterator[str]:
    if place.endswith(PHOTO):
        label, _, name = text.partition("：")
        yield f"{label} {name[:1]}{stars(name[1:])}".strip()
    for datum in personal_data(text):
        yield f"{datum.kind} {datum.masked}"


def _hint(place: str) -> str:
    if place.endswith(PHOTO):
        return "用看图软件“另存为”，去掉拍摄信息，再换上新文件"
    return "在原文件里删掉或者遮住中间的数字，另存以后换上新文件"
