"""Findings for a person in a browser: the source line with the fault marked, everything escaped."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from generators.diagnostics.diagnostic import Diagnostic, Severity, Span
from generators.diagnostics.render_text import LineOf, excerpt

_CLASSES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "hint"}


def render_html(diagnostics: Sequence[Diagnostic], line_of: LineOf, *, most: int = 20) -> str:
    """Render at most *most* findings as the items of a list, and count the rest."""
    items = "".join(f"<li>{_render_one(d, line_of)}</li>" for d in diagnostics[:most])
    rest = len(diagnostics) - most
    return items + (f"<li>另有 {rest} 个问题，见终端。</li>" if rest > 0 else "")


def _render_one(diagnostic: Diagnostic, line_of: LineOf) -> str:
    parts = [
        f'<p class="{_CLASSES[diagnostic.severity]}"><b>{diagnostic.severity}</b> '
        f"{escape(diagnostic.message)} <code>{escape(diagnostic.code)}</code></p>",
        _place(diagnostic.span, line_of, secret=diagnostic.secret),
    ]
    for note in diagnostic.notes:
        parts += [f"<p>说明：{escape(note.text)}</p>", _place(note.span, line_of)]
    if diagnostic.hint:
        parts.append(f"<p>怎么改：{escape(diagnostic.hint)}</p>")
    if diagnostic.reference:
        parts.append(f"<p>依据：{escape(diagnostic.reference)}</p>")
    return "".join(parts)


def _place(span: Span, line_of: LineOf, *, secret: bool = False) -> str:
    place = f"<p>{escape(span.path)} 第 {span.line} 行</p>"
    text = line_of(span.path, span.line)
    if text is None:
        return place
    before, marked, after = (escape(part) for part in excerpt(span, text, secret=secret))
    return f"{place}<pre>{before}<mark>{marked}</mark>{after}</pre>"
