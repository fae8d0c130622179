"""Pages of a site that is still being made, each rendered when somebody asks to see it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock

from generators.build.rendering import part_of, places_of
from generators.build.store import Store
from generators.outputs import Publication


@dataclass(frozen=True)
class Preview:
    """The site of a publication before it is on the disk, for an editor who does not wait."""

    publication: Publication
    store: Store
    _lock: Lock = field(default_factory=Lock)

    def page(self, path: str) -> bytes | None:
        """Return the page at *path*, such as `policies/a/index.html`; None if there is none."""
        with self._lock:  # two visitors need not work out the same at once
            name = self._part(path)
            made = part_of(self.publication, name) if name is not None else ()
            return next((artifact.data for artifact in made if artifact.path == path), None)

    def _part(self, path: str) -> str | None:
        kind, _, identifier = path.removesuffix("/index.html").partition("/")
        # An editor looks at a record's page: the names of all other parts take longer than that page.
        if entry := self.publication.catalogue.find(kind, identifier):
            return f"record_page/{entry.path}"
        return self._places.get(path)

    @cached_property
    def _places(self) -> Mapping[str, str]:
        """Return the part that every file was made in last time, which may be gone since."""
        return places_of(self.publication.catalogue, self.store)


Offer = Callable[[Preview], object]


def keep(preview: Preview) -> None:
    """Offer a preview to nobody."""
