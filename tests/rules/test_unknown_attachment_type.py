"""Attachments that nothing can look into."""

from __future__ import annotations

from pathlib import Path

from generators.diagnostics import Severity, Span
from generators.rules.unknown_attachment_type import CODE
from tests.attachment_files import docx
from tests.samples import findings


def test_unknown_types_are_a_warning(tmp_path: Path) -> None:
    """An old format, and a file without any, are named with the way out."""
    old, nameless = findings(tmp_path, CODE, {"attachments/a.doc": b"", "attachments/表": b""})
    assert old.message == "不认识“.doc”这种附件，没有查里面有没有个人信息"
    assert (old.span, old.severity) == (Span("attachments/a.doc"), Severity.WARNING)
    assert old.hint == "另存为 .docx、.xlsx、.pdf、.csv、.jpg 或者 .png；压缩包先解开，逐个放"
    assert nameless.message == "不认识“表”这种附件，没有查里面有没有个人信息"


def test_known_types_and_hidden_files_are_fine(tmp_path: Path) -> None:
    """A type is known in capitals, too; a file of the editor's tools is not offered."""
    files = {"attachments/A.DOCX": docx(""), "attachments/.gitkeep": b""}
    assert findings(tmp_path, CODE, files) == []
