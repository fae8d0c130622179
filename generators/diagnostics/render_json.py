"""Findings for programs: one documented JSON document."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generators.diagnostics.diagnostic import Diagnostic, Span

_SEVERITIES = {"错误": "error", "警告": "warning", "提示": "hint"}


def render_json(diagnostics: Sequence[Diagnostic]) -> str:
    """Render findings as `{"version": 1, "findings": [...]}`, in the order given."""
    document = {"version": 1, "findings": [_finding(d) for d in diagnostics]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _finding(diagnostic: Diagnostic) -> dict[str, object]:
    return {
        "code": diagnostic.code,
        "severity": _SEVERITIES[diagnostic.severity],
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "reference": diagnostic.reference,
        "span": _span(diagnostic.span),
        "notes": [{"span": _span(n.span), "text": n.text} for n in diagnostic.notes],
    }


def _span(span: Span) -> dict[str, object]:
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
