"""Files that are offered but not there."""

from __future__ import annotations

from pathlib import Path

from generators.diagnostics import Span
from generators.rules.missing_attachment import CODE
from tests.samples import as_text, findings, notice

NOTICE = as_text(notice())


def _with_download(path: str) -> str:
    return NOTICE + f"downloads:\n  - {{name: 申报表, file: {path}}}\n"


def test_missing_file_is_at_its_path(tmp_path: Path) -> None:
    """A file that is not in the folder is pointed at in the record."""
    files = {"notices/a.yml": _with_download("attachments/form.docx")}
    (found,) = findings(tmp_path, CODE, files)
    line = len(NOTICE.splitlines()) + 2
    assert found.message == "附件“attachments/form.docx”不存在"
    assert found.span == Span("notices/a.yml", line, 23, line, 44)
    assert found.hint == "把文件放进 attachments/ 目录，文件名大小写要一致"


def test_similar_name_is_suggested(tmp_path: Path) -> None:
    """Where a file has nearly that name it is offered."""
    files = {
        "notices/a.yml": _with_download("attachments/Form.docx"),
        "attachments/form.docx": b"",
    }
    (found,) = findings(tmp_path, CODE, files)
    assert found.hint == "您是不是要写“form.docx”？"


def test_file_that_is_there_is_fine(tmp_path: Path) -> None:
    """A file in a folder of its own below attachments/ is found."""
    files = {
        "notices/a.yml": _with_download("attachments/2026/表.docx"),
        "attachments/2026/表.docx": b"",
    }
    assert findings(tmp_path, CODE, files) == []


def test_folder_is_no_file(tmp_path: Path) -> None:
    """A folder cannot be downloaded."""
    files = {"notices/a.yml": _with_download("attachments/2026"), "attachments/2026/a.docx": b""}
    assert len(findings(tmp_path, CODE, files)) == 1
