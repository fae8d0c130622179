"""不认识的附件格式

错在哪里：附件是程序读不了的格式，例如 .doc、.xls、.wps、.zip、.rar。
为什么要紧：读不了就查不了里面有没有个人信息；旧格式和压缩包在手机上也常常打不开。

错误的写法：

    attachments/startup-loan-application.doc

正确的写法：

    attachments/startup-loan-application.docx   # 打开旧文件，“另存为” .docx、.xlsx 或者 .pdf
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generators.diagnostics import Diagnostic, Severity, Span
from generators.rules.context import Context
from generators.sources.attachments import is_known

CODE = "unknown-attachment-type"


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a finding for every attachment whose content cannot be looked at."""
    for path in sorted(context.attachments):
        name = PurePosixPath(path)
        # Files such as .gitkeep serve the editor's tools and are never offered.
        if not is_known(path) and not name.name.startswith("."):
            yield Diagnostic(
                CODE,
                f"不认识“{name.suffix or name.name}”这种附件，没有查里面有没有个人信息",
                Span(path),
                Severity.WARNING,
                hint="另存为 .docx、.xlsx、.pdf、.csv、.jpg 或者 .png；压缩包先解开，逐个放",
            )
