"""Titles that two records share."""

from __future__ import annotations

from pathlib import Path

from generators.diagnostics import Note, Span
from generators.rules.duplicate_title import CODE
from tests.samples import FAQ, findings, policy


def test_second_title_is_the_fault(tmp_path: Path) -> None:
    """The later of two equal titles is pointed at, with a note at the first."""
    files = {"faqs/a.yml": FAQ, "faqs/b.yml": "sample: 是\n" + FAQ}
    (found,) = findings(tmp_path, CODE, files)
    assert found.message == "标题“贷款利息谁来付？”和 faqs/a.yml 一样"
    assert found.span == Span("faqs/b.yml", 2, 8, 2, 16)
    assert found.hint == "内容不同就改一个标题，内容相同就删掉一条"
    assert found.notes == (Note(Span("faqs/a.yml", 1, 8, 1, 16), "首次出现在这里"),)


def test_same_title_in_another_section_is_fine(tmp_path: Path) -> None:
    """A policy and a question may have the same title."""
    files = {"faqs/a.yml": FAQ, "policies/a.yml": policy(title="贷款利息谁来付？")}
    assert findings(tmp_path, CODE, files) == []
