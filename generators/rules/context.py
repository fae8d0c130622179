"""What a rule may look at: the catalogue, the ids that exist, the attachments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from generators.catalogue import Catalogue
from generators.records.walk import Leaf
from generators.sources import Draft, Entry, Source


@dataclass(frozen=True, slots=True)
class Context:
    """The catalogue, with *ids* by kind also of records that are themselves faulty."""

    catalogue: Catalogue
    drafts: tuple[Draft, ...]
    ids: dict[str, frozenset[str]]
    attachments: frozenset[str]

    def leaves(self) -> Iterator[tuple[Source, Leaf]]:
        """Yield every scalar with its source, of valid records and of drafts alike."""
        items: tuple[Entry | Draft, ...] = (*self.catalogue.entries, *self.drafts)
        for item in items:
            for leaf in item.leaves():
                yield item.source, leaf


def nearest(written: str, known: Iterable[str], *, otherwise: str) -> str:
    """Return advice: the known values nearest to what was written."""
    close = get_close_matches(written, list(known), n=2, cutoff=0.5)
    return f"您是不是要写“{'”或“'.join(close)}”？" if close else otherwise
