"""A record uses a label that its vocabulary does not have.

People filter by these labels; a label that is one character off is found by nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.diagnostics import Diagnostic
from generators.records.values import Term
from generators.rules.context import Context, nearest

CODE = "unknown-term"
_NAMES = {"audiences": "适用人群", "topics": "主题", "regions": "适用地区"}


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a finding for every label outside its vocabulary."""
    known = {
        name: [term.label for term in vocabulary]
        for name, vocabulary in context.catalogue.vocabularies.items()
    }
    for source, leaf in context.leaves():
        if (mark := leaf.mark(Term)) and leaf.value not in known[mark.name]:
            advice = f"可用的值见 vocabularies/{mark.name}.yml"
            yield Diagnostic(
                CODE,
                f"“{_NAMES[mark.name]}”里没有“{leaf.value}”",
                source.locate(leaf.loc),
                hint=nearest(str(leaf.value), known[mark.name], otherwise=advice),
            )
