"""Sections without a record."""

from __future__ import annotations

from pathlib import Path

from generators.diagnostics import Severity, Span
from generators.records import KINDS
from generators.rules.empty_section import CODE
from tests.samples import FAQ, findings


def test_every_empty_section_is_named(tmp_path: Path) -> None:
    """With one question all sections but the questions are empty."""
    found = findings(tmp_path, CODE, {"faqs/a.yml": FAQ})
    assert {f.span.path for f in found} == KINDS.keys() - {"faqs"}
    policies = next(f for f in found if f.span.path == "policies")
    assert policies.message == "“创业政策”栏目没有能公开的内容，已从导航里隐藏"
    assert policies.hint == "在 policies/ 里至少写一条记录"
    assert (policies.severity, policies.span) == (Severity.WARNING, Span("policies"))


def test_section_with_a_faulty_record_is_not_empty(tmp_path: Path) -> None:
    """Who has begun to fill a section is told of the fault in the record, not of emptiness."""
    found = findings(tmp_path, CODE, {"faqs/a.yml": "title: 只有标题\n"})
    assert "faqs" not in {f.span.path for f in found}
