"""附件不存在

错在哪里：记录里写了一个附件，attachments 目录里却没有这个文件。
为什么要紧：群众点了下载不到表格，只好跑一趟窗口去拿。

错误的写法：

    blank_form: attachments/startup-loan-aplication.docx

正确的写法：

    blank_form: attachments/startup-loan-application.docx        # 大小写也要一样

依据：政府信息公开条例 第二十四条（提供检索、查阅、下载）
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.diagnostics import Diagnostic, did_you_mean
from generators.records.parsers import is_attachment_path
from generators.records.values import Attachment
from generators.rules.context import Context

CODE = "missing-attachment"
IS_LOCAL = True


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a finding for every attachment that does not exist."""
    names = {path.rpartition("/")[2]: path for path in context.attachments}
    for source, leaf in context.leaves:
        path = str(leaf.value)
        # A path of the wrong shape is a finding of its own.
        if not leaf.mark(Attachment) or not is_attachment_path(path):
            continue
        if path not in context.attachments:
            yield Diagnostic(
                CODE,
                f"附件“{path}”不存在",
                source.locate(leaf.loc),
                hint=did_you_mean(path.rpartition("/")[2], names)
                or "把文件放进 attachments/ 目录，文件名大小写要一致",
            )
