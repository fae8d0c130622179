"""Attachments that nobody offers."""

from __future__ import annotations

from pathlib import Path

from generators.editing.unused_attachments import unused_attachments
from generators.sources import Source


def test_attachment_that_nothing_names_is_found(tmp_path: Path) -> None:
    """A file is used where a record or a page names it, and with it what has its name."""
    for name in ("used.docx", "on-page.docx", "survey.csv", "survey.yml", "old.docx"):
        file = tmp_path / "attachments" / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"")
    sources = [
        Source("faqs/a.yml", b"form: attachments/used.docx\nfile: attachments/survey.csv\n"),
        Source("pages/a.md", b"[form](../attachments/on-page.docx)"),
    ]
    (found,) = unused_attachments(tmp_path, sources)
    assert (found.code, found.span.path) == ("unused-attachment", "attachments/old.docx")
