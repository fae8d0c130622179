"""A finding as a value: its order and its gravity."""

from __future__ import annotations

from generators.diagnostics import Diagnostic, Severity, Span


def test_findings_sort_by_place_then_gravity() -> None:
    """Findings are ordered by file, line, column, then the gravest first, then code."""
    ordered = [
        Diagnostic("z", "错", Span("a.yml", 2, 9, 2, 10)),
        Diagnostic("b", "错", Span("a.yml", 10, 1, 10, 2)),
        Diagnostic("c", "错", Span("a.yml", 10, 1, 10, 2)),
        Diagnostic("a", "错", Span("a.yml", 10, 1, 10, 2), Severity.WARNING),
        Diagnostic("a", "错", Span("b.yml")),
    ]
    mixed = ordered[3:] + ordered[:3]
    assert sorted(mixed, key=lambda finding: finding.sort_key) == ordered


def test_only_errors_stop_a_build() -> None:
    """A warning and a hint are findings that let a build go on."""
    stops = {s: Diagnostic("x", "错", Span("a.yml"), s).is_error for s in Severity}
    assert stops == {Severity.ERROR: True, Severity.WARNING: False, Severity.HINT: False}
