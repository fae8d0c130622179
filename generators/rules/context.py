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

    @cached_property
    def leaves(self) -> tuple[tuple[Source, Leaf], ...]:
        """Return every scalar with its source, of valid records and of drafts alike.

        Most rules look at all of them; walking the records once is enough.
        """
        return tuple((item.source, leaf) for item in self._items() for leaf in item.leaves())

    def _items(self) -> tuple[Entry | Draft, ...]:
        return (*self.catalogue.entries, *self.drafts)
