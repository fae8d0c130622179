"""Whether the answers that a part of the site was made of are still the same.

What a part has made is good as long as each of the questions it asked has the same answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from generators.build.digests import digest, digest_of, digest_of_fact
from generators.build.lookups import FACTS, Lookup
from generators.outputs import Publication
from generators.sources import Entry


class _Known(dict[Lookup, bytes]):
    """What was worked out so far, and a way to work out the rest."""

    def __init__(self, find: Callable[..., bytes]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, lookup: Lookup) -> bytes:
        answer = self[lookup] = self._find(*lookup)
        return answer


class Answers:
    """Digests of the answers that a publication gives, each worked out once."""

    def __init__(self, publication: Publication) -> None:
        self._publication = publication
        self._catalogue = publication.catalogue
        self._address = digest(publication.site_url)
        self._known = _Known(self._found)
        self._met: dict[Lookup, Lookup] = {}

    def prepare(self) -> None:
        """Work out the answers that nearly everything depends on.

        What looks at all records here need not do so in other processes, where looking is copying.
        """
        for question in ("record", "referrers"):
            self.digest((question, path) for path in self._by_path)

    def digest(self, lookups: Iterable[Lookup]) -> bytes:
        """Return a digest of the answers to some questions."""
        answers = map(self._known.__getitem__, lookups)
        # Each answer is as long as any other, so none runs into the next.
        return digest(self._address + b"".join(answers))

    def same(self, lookups: Iterable[Lookup]) -> tuple[Lookup, ...]:
        """Return the questions as they were met first: nearly all are asked by many."""
        return tuple(self._met.setdefault(lookup, lookup) for lookup in lookups)

    def _found(self, question: str, *about: str) -> bytes:
        if question in FACTS:
            return digest_of_fact(self._catalogue, question)
        answer: Callable[..., bytes] = getattr(self, f"_{question}")
        return answer(*about)

    def _entries(self) -> bytes:
        return digest_of(entry.source.digest for entry in self._catalogue.entries)

    def _published(self) -> bytes:
        return self._records(self._catalogue.published)

    def _of(self, kind: str) -> bytes:
        return self._records(self._catalogue.of(kind))

    def _all(self, kind: str) -> bytes:
        return self._records(self._catalogue.all_of(kind))

    def _count(self, kind: str) -> bytes:
        return digest(f"{self._catalogue.count_of(kind)}")

    def _slice(self, kind: str, start: str, stop: str) -> bytes:
        return self._records(self._catalogue.slice_of(kind, int(start), int(stop)))

    def _labelled(self, vocabulary: str, label: str) -> bytes:
        return self._records(self._catalogue.labelled(vocabulary, label))

    def _find(self, kind: str, identifier: str) -> bytes:
        return self._known["record", f"{kind}/{identifier}/"]

    def _referrers(self, path: str) -> bytes:
        entry = self._by_path.get(path)
        return self._records(self._catalogue.referrers(entry) if entry else ())

    def _frame(self, name: str) -> bytes:
        frame = self._publication.frames.get(name)
        return digest_of(frame.pieces if frame else ())

    def _compared(self, kind: str) -> bytes:
        return digest(self._publication.compared.get(kind, ""))

    def _history(self) -> bytes:
        return digest(repr(self._publication.history.revisions))

    def _since(self) -> bytes:
        return digest(str(self._publication.history.since))

    def _revisions(self, page: str) -> bytes:
        return digest(repr(self._publication.history.of(page)))

    def _template(self, name: str) -> bytes:
        return digest(self._publication.templates.source(name))

    def _pages(self) -> bytes:
        return digest_of(part for page in self._publication.pages for part in page)

    def _records(self, entries: Iterable[Entry]) -> bytes:
        return digest(b"".join(self._known["record", entry.path] for entry in entries))

    def _record(self, path: str) -> bytes:
        """Return a digest of a record and of those that replace it, which may end it."""
        entry = self._by_path.get(path)
        if entry is None:
            return digest()
        newer = self._catalogue.successors(entry)
        if not newer:
            return entry.source.digest
        return digest_of(e.source.digest for e in (entry, *newer))

    @cached_property
    def _by_path(self) -> Mapping[str, Entry]:
        return {entry.path: entry for entry in self._catalogue.published}
