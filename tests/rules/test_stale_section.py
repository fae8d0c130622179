"""Sections in which nothing new has appeared."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.diagnostics import Severity, Span
from generators.rules.stale_section import CODE
from tests.samples import article, faq, findings


@pytest.mark.parametrize(
    ("published_at", "age", "severity"),
    [
        ("2026-11-11 09:00", 11, Severity.HINT),
        ("2026-11-08 09:00", 14, Severity.HINT),
        ("2026-11-07 23:59", 15, Severity.WARNING),
    ],
)
def test_stale_section(published_at: str, age: int, severity: Severity, tmp_path: Path) -> None:
    """News older than ten days are a hint, older than fourteen a warning."""
    files = {"articles/a.yml": article(published_at=published_at)}
    (found,) = findings(tmp_path, CODE, files)
    assert found.message == f"“资讯解读”有 {age} 天没有新内容，限期是 14 天"
    assert (found.severity, found.span) == (severity, Span("articles"))
    assert found.hint == "发布新的内容"


def test_newest_record_counts(tmp_path: Path) -> None:
    """One new record makes up for old ones, and a section without a limit is never stale."""
    files = {
        "articles/a.yml": article(published_at="2020-01-01 09:00"),
        "articles/b.yml": article(published_at="2026-11-12 09:00"),
        "faqs/a.yml": faq(published_at="2020-01-01 09:00"),
    }
    assert findings(tmp_path, CODE, files) == []
