"""What else there is on a subject, and how policies have replaced one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generators.catalogue import Catalogue
from generators.records import KINDS
from generators.records.policies import Policy
from generators.sources import Entry

Group = tuple[str, tuple[Entry, ...]]


def by_kind(entries: Iterable[Entry]) -> tuple[Group, ...]:
    """Return (label of the kind, entries) in the order of the site's sections."""
    found = tuple(entries)
    groups = ((kind, tuple(e for e in found if e.kind is kind)) for kind in KINDS.values())
    return tuple((kind.label, group) for kind, group in groups if group)


def successors(catalogue: Catalogue, entry: Entry) -> tuple[Entry, ...]:
    """Return the policies that replace *entry*."""
    return tuple(
        other
        for other in catalogue.referrers(entry, "policies")
        if isinstance(other.record, Policy) and entry.id in other.record.supersedes
    )


def predecessors(catalogue: Catalogue, entry: Entry) -> tuple[Entry, ...]:
    """Return the policies that *entry* replaces."""
    old = entry.record.supersedes if isinstance(entry.record, Policy) else ()
    return tuple(found for identifier in old if (found := catalogue.find("policies", identifier)))


def lineage(catalogue: Catalogue, entry: Entry) -> tuple[Entry, ...]:
    """Return all that *entry* replaced or was replaced by, itself among them, newest first."""
    newer = tuple(_further(entry, lambda e: successors(catalogue, e)))
    older = tuple(_further(entry, lambda e: predecessors(catalogue, e)))
    return (*reversed(newer), entry, *older)


def _further(entry: Entry, step: Callable[[Entry], tuple[Entry, ...]]) -> Iterator[Entry]:
    """Yield what *step* leads to, the nearest first, nothing twice."""
    seen, waiting = {entry.id}, [entry]
    while waiting:
        for found in step(waiting.pop(0)):
            if found.id not in seen:
                seen.add(found.id)
                waiting.append(found)
                yield found
