"""Findings as GitHub workflow commands."""

from __future__ import annotations

from generators.diagnostics import Diagnostic, Severity, Span, render_github


def test_command_names_the_place_and_escapes_its_parts() -> None:
    """Newlines, percent signs, colons and commas cannot break the command."""
    span = Span("content/faqs/a,b.yml", 3, 5, 3, 9)
    finding = Diagnostic("date-shape", "100%\n不对", span, hint="改成 a:b")
    assert render_github([finding]) == (
        "::error file=content/faqs/a%2Cb.yml,line=3,col=5,endColumn=9,title=date-shape"
        "::100%25%0A不对%0A改成 a:b\n"
    )


def test_columns_are_left_out_of_spans_of_several_lines() -> None:
    """GitHub ignores an annotation that has columns on several lines."""
    finding = Diagnostic("x", "长", Span("a.yml", 3, 5, 4, 2), Severity.HINT)
    assert render_github([finding]) == "::notice file=a.yml,line=3,endLine=4,title=x::长\n"
