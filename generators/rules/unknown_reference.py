"""A record refers to an id that no record of that kind has.

The link would lead nowhere, and what people need to go on would be missing from the page.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.diagnostics import Diagnostic
from generators.records import KINDS
from generators.records.values import Reference
from generators.rules.context import Context, nearest

CODE = "unknown-reference"


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield a finding for every reference to an unknown id."""
    for source, leaf in context.leaves():
        if (mark := leaf.mark(Reference)) is None:
            continue
        known, written = context.ids[mark.kind], str(leaf.value).partition("#")[0]
        if written not in known:
            advice = f"先在 {mark.kind}/ 里建这条记录，或者删掉这一行"
            yield Diagnostic(
                CODE,
                f"{KINDS[mark.kind].label}里没有“{written}”",
                source.locate(leaf.loc),
                hint=nearest(written, sorted(known), otherwise=advice),
            )
