"""What follows from a change for what people see: states, and what is no longer shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generators.catalogue import Catalogue
from generators.sources import Entry


@dataclass(frozen=True, slots=True)
class Consequence:
    """What becomes of a record, whether its own file changed or another one."""

    entry: Entry
    says: str


def consequences(before: Catalogue, after: Catalogue) -> Iterator[Consequence]:
    """Yield every record that is in another state, judged on the same day."""
    known = {entry.path for entry in before.entries}
    for entry in sorted(after.entries, key=lambda entry: entry.path):
        says = (
            _becomes(_state(before, entry), _state(after, entry))
            if entry.path in known
            else _begins(_state(after, entry))
        )
        if says:
            yield Consequence(entry, says)


def _state(catalogue: Catalogue, entry: Entry) -> str | None:
    """Return the state of a record as shown; None where it is not shown at all."""
    if catalogue.find(entry.kind.name, entry.id) is None:
        return None
    return catalogue.status(entry) or ""


def _becomes(before: str | None, after: str | None) -> str:
    if before == after:
        return ""
    if after is None:
        return "会从网站上撤下"
    if before is None:
        return "会重新出现在网站上"
    return f"状态：{before or '没有'} → {after or '没有'}"


def _begins(state: str | None) -> str:
    if state is None:
        return "还不会出现在网站上"
    return f"状态：{state}" if state else ""
