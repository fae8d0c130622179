"""Findings as GitHub workflow commands, which mark lines in a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from generators.diagnostics.diagnostic import Diagnostic, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def render_github(diagnostics: Sequence[Diagnostic]) -> str:
    """Render a command a line; columns are left out of spans of several lines, as GitHub asks."""
    return "".join(f"{_command(diagnostic)}\n" for diagnostic in diagnostics)


def _command(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    place = {"file": span.path, "line": span.line}
    if span.line == span.end_line:
        place |= {"col": span.column, "endColumn": span.end_column}
    else:
        place |= {"endLine": span.end_line}
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in place.items())
    title = _property(diagnostic.code)
    text = _text("\n".join(filter(None, (diagnostic.message, diagnostic.hint))))
    return f"::{_COMMANDS[diagnostic.severity]} {properties},title={title}::{text}"


def _text(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _text(value).replace(":", "%3A").replace(",", "%2C")
