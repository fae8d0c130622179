"""What a rule may look at: the catalogue, the ids that exist, pages and attachments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generators.catalogue import Catalogue
from generators.records.walk import Leaf
from generators.sources import Draft, Entry, Source
from generators.sources.attachments import AttachmentText


@dataclass(frozen=True)
class Context:
    """The catalogue, with *ids* by kind also of records that are themselves faulty.

    *pages* are the texts of hand-written pages, *files* what could be read in the attachments,
    *settings* the YAML files that are no records.
    """

    catalogue: Catalogue
    drafts: tuple[Draft, ...]
    ids: dict[str, frozenset[str]]
    attachments: frozenset[str]
    pages: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, AttachmentText] = field(default_factory=dict)
    settings: tuple[Source, ...] = ()

    def sources(self) -> Iterator[Source]:
        """Yield every YAML file below the content, faulty or not."""
        yield from self.settings
        yield from (item.source for item in self._items())

    def setting(self, path: str) -> Source | None:
        """Return a YAML file that is no record."""
        return next((source for source in self.settings if source.path == path), None)

    @property
    def leaves(self) -> Iterator[tuple[Source, Leaf]]:
        """Yield every scalar with its source, of valid records and of drafts alike."""
        for item in self._items():
            for leaf in self.leaves_of(item):
                yield item.source, leaf

    def leaves_of(self, item: Entry | Draft) -> tuple[Leaf, ...]:
        """Return every scalar of a record."""
        return self._walked[item.source.path]

    @cached_property
    def _walked(self) -> Mapping[str, tuple[Leaf, ...]]:
        """Walk all records: most rules look at every scalar, and walking once is enough."""
        return {item.source.path: tuple(item.leaves()) for item in self._items()}

    def _items(self) -> tuple[Entry | Draft, ...]:
        return (*self.catalogue.entries, *self.drafts)
