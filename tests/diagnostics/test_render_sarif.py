"""Findings as SARIF 2.1.0, checked against the standard's schema."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from generators.diagnostics import Diagnostic, Note, Severity, Span, render_sarif

SCHEMA = Path(__file__).parent.parent / "schemas" / "sarif-2.1.0.json"
SPAN = Span("content/faqs/标题.yml", 3, 5, 3, 9)


def test_document_is_valid() -> None:
    """What we write is what the OASIS schema asks for."""
    findings = [
        Diagnostic("date-shape", "不对", SPAN, hint="改", reference="LD/T 2001—2023 7.1.1"),
        Diagnostic("duplicate-key", "两次", SPAN, Severity.HINT, notes=(Note(SPAN, "首次"),)),
    ]
    jsonschema.validate(json.loads(render_sarif(findings)), json.loads(SCHEMA.read_text("utf-8")))
    jsonschema.validate(json.loads(render_sarif([])), json.loads(SCHEMA.read_text("utf-8")))


def test_result_says_what_and_where() -> None:
    """A result has the code, the level, the whole message and the place."""
    document = json.loads(render_sarif([Diagnostic("date-shape", "不对", SPAN, hint="改")]))
    (result,) = document["runs"][0]["results"]
    assert (result["ruleId"], result["level"]) == ("date-shape", "error")
    assert result["message"]["text"] == "不对\n改"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/faqs/%E6%A0%87%E9%A2%98.yml"
    assert place["region"] == {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 9}
