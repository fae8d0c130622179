"""Faults that need the whole catalogue to see, one file per fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generators.diagnostics import Diagnostic
from generators.rules import missing_attachment, unknown_reference, unknown_term, unknown_window
from generators.rules.context import Context

Rule = Callable[[Context], Iterator[Diagnostic]]

RULES: Mapping[str, Rule] = {
    rule.CODE: rule.check
    for rule in (missing_attachment, unknown_reference, unknown_term, unknown_window)
}


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield the findings of every rule."""
    for rule in RULES.values():
        yield from rule(context)
