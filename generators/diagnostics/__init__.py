"""A finding as a value, and its renderers."""

from generators.diagnostics.diagnostic import Diagnostic, Note, Severity, Span
from generators.diagnostics.render_json import render_json
from generators.diagnostics.render_text import render_text

__all__ = ["Diagnostic", "Note", "Severity", "Span", "render_json", "render_text"]
