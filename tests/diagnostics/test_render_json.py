"""Findings for programs: one document."""

from __future__ import annotations

import json

import pytest

from generators.diagnostics import Diagnostic, Note, Severity, Span, render_json


def test_nothing_found() -> None:
    """Without findings the document is there all the same."""
    assert render_json([]) == '{\n  "version": 1,\n  "findings": []\n}\n'


def test_whole_document() -> None:
    """Every part of a finding is in the document, Chinese as it is, nothing as null."""
    found = Diagnostic(
        "duplicate-key",
        "字段“title”写了两次",
        Span("faqs/a.yml", 3, 1, 3, 6),
        notes=(Note(Span("faqs/a.yml", 1, 1, 1, 6), "首次出现在这里"),),
        reference="LD/T 2001—2023",
    )
    text = render_json([found])
    assert "字段“title”写了两次" in text
    assert json.loads(text) == {
        "version": 1,
        "findings": [
            {
                "code": "duplicate-key",
                "severity": "error",
                "message": "字段“title”写了两次",
                "hint": None,
                "reference": "LD/T 2001—2023",
                "span": _span(3, 1, 6),
                "notes": [{"span": _span(1, 1, 6), "text": "首次出现在这里"}],
            }
        ],
    }


def _span(line: int, column: int, end_column: int) -> dict[str, object]:
    return {
        "path": "faqs/a.yml",
        "line": line,
        "column": column,
        "end_line": line,
        "end_column": end_column,
    }


@pytest.mark.parametrize(
    ("severity", "word"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.HINT, "hint")],
)
def test_severities_are_english_words(severity: Severity, word: str) -> None:
    """Programs are told the gravity in a word that does not change with the language."""
    document = json.loads(render_json([Diagnostic("x", "错", Span("a.yml"), severity)]))
    assert document["findings"][0]["severity"] == word


def test_order_is_kept() -> None:
    """Findings are in the order they were given."""
    found = [Diagnostic(code, "错", Span("a.yml")) for code in ("b", "a", "c")]
    assert [f["code"] for f in json.loads(render_json(found))["findings"]] == ["b", "a", "c"]
