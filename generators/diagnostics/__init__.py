"""A finding as a value, and its renderers."""

from generators.diagnostics.diagnostic import Diagnostic, Edit, Note, Severity, Span
from generators.diagnostics.render_github import render_github
from generators.diagnostics.render_html import render_html
from generators.diagnostics.render_json import render_json
from generators.diagnostics.render_sarif import render_sarif
from generators.diagnostics.render_text import render_text
from generators.diagnostics.suggestions import did_you_mean

__all__ = [
    "Diagnostic",
    "Edit",
    "Note",
    "Severity",
    "Span",
    "did_you_mean",
    "render_github",
    "render_html",
    "render_json",
    "render_sarif",
    "render_text",
]
