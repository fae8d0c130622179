"""Attachments that cannot be opened."""

from __future__ import annotations

from pathlib import Path

from generators.diagnostics import Severity, Span
from generators.rules.unreadable_attachment import CODE
from tests.attachment_files import docx, pdf
from tests.samples import findings


def test_damaged_and_locked_files_are_found(tmp_path: Path) -> None:
    """It is said of each file why it could not be read."""
    files = {"attachments/a.docx": b"PK", "attachments/b.pdf": pdf("a", password="secret")}
    damaged, locked = findings(tmp_path, CODE, files)
    assert damaged.message == "附件读不出来：文件已经损坏"
    assert (damaged.span, damaged.severity) == (Span("attachments/a.docx"), Severity.ERROR)
    assert damaged.hint == "在电脑上打开，去掉密码，重新另存一份换上；打不开就找原文件"
    assert locked.message == "附件读不出来：文件加了密码或者限制"


def test_readable_files_are_fine(tmp_path: Path) -> None:
    """Files that open are no finding."""
    files = {"attachments/a.docx": docx(""), "attachments/b.pdf": pdf("a")}
    assert findings(tmp_path, CODE, files) == []
