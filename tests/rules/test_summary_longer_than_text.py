"""Summaries that say more than the text."""

from __future__ import annotations

from pathlib import Path

from generators.diagnostics import Severity, Span
from generators.rules.summary_longer_than_text import CODE
from tests.samples import FAQ, findings, institution


def test_long_summary_is_a_warning(tmp_path: Path) -> None:
    """A summary of 12 characters above an answer of 6 is pointed at."""
    text = FAQ.replace("answer: 财政付一半，您付另一半。", "answer: 财政付一半。")
    (found,) = findings(tmp_path, CODE, {"faqs/a.yml": text})
    assert found.message == "一句话说明有 12 个字，正文一共才 6 个字"
    assert found.span == Span("faqs/a.yml", 2, 10, 2, 22)
    assert (found.severity, found.hint) == (Severity.WARNING, "把细节移到正文里")


def test_as_long_as_the_text_is_fine(tmp_path: Path) -> None:
    """A summary as long as the text, and a record without one text, are no fault."""
    files = {"faqs/a.yml": FAQ, "institutions/a.yml": institution()}
    assert findings(tmp_path, CODE, files) == []
