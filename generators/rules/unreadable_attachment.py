"""附件打不开，查不了

错在哪里：附件损坏了，加了密码，或者大得不正常，程序读不出里面的内容。
为什么要紧：读不出来就查不了里面有没有个人信息；群众下载了多半也打不开。

错误的写法：

    attachments/startup-loan-application.docx   # 加了打开密码

正确的写法：

    attachments/startup-loan-application.docx   # 去掉密码，另存一份，自己先打开看看
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.diagnostics import Diagnostic, Span
from generators.sources.attachments import AttachmentText

CODE = "unreadable-attachment"


def check_file(path: str, file: AttachmentText) -> Iterator[Diagnostic]:
    """Yield a finding where an attachment cannot be read to its end."""
    if file.fault:
        yield Diagnostic(
            CODE,
            f"附件读不出来：{file.fault}",
            Span(path),
            hint="在电脑上打开，去掉密码，重新另存一份换上；打不开就找原文件",
        )
