"""What a part of the site looks up while it is made, and whether the answers are still the same.

An output is given a publication that notes every question it is asked. What it made is good as
long as each of those questions has the same answer; nobody has to say what depends on what.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar, cast, overload

from generators.build.digests import digest, digest_of, digest_of_fact
from generators.catalogue import Catalogue
from generators.changes.history import History, Revision
from generators.outputs import HostPage, Publication
from generators.outputs.templates import Templates
from generators.sources import Entry

Lookup = tuple[str, ...]
"""A question: which one, and what it is about."""
Note = Callable[[Lookup], None]
V = TypeVar("V")

# What a catalogue has beside the records.
FACTS = ("as_of", "site", "vocabularies", "calendar", "statements", "synonyms")


def noting(publication: Publication, note: Note) -> Publication:
    """Return a publication that gives the same answers, and notes each question."""
    return replace(
        publication,
        catalogue=cast(Catalogue, _NotingCatalogue(publication.catalogue, note)),
        frames=_NotingMapping("frame", publication.frames, note),
        compared=_NotingMapping("compared", publication.compared, note),
        pages=cast(tuple[HostPage, ...], _NotingPages(publication.pages, note)),
        templates=cast(Templates, _NotingTemplates(publication.templates, note)),
        history=cast(History, _NotingHistory(publication.history, note)),
    )


@dataclass(frozen=True, slots=True)
class _NotingCatalogue:
    """Answers as a catalogue does; what it has no method for, nobody can ask unnoticed."""

    whole: Catalogue
    note: Note

    def __getattr__(self, name: str) -> Any:
        if name not in FACTS:
            raise AttributeError(f"{name} of a catalogue is not noted in {__name__}")
        self.note((name,))
        return getattr(self.whole, name)

    @property
    def entries(self) -> tuple[Entry, ...]:
        self.note(("entries",))
        return self.whole.entries

    @property
    def published(self) -> tuple[Entry, ...]:
        self.note(("published",))
        return self.whole.published

    def find(self, kind: str, identifier: str) -> Entry | None:
        self.note(("find", kind, identifier.partition("#")[0]))
        return self.whole.find(kind, identifier)

    def of(self, kind: str) -> tuple[Entry, ...]:
        self.note(("of", kind))
        return self.whole.of(kind)

    def count_of(self, kind: str) -> int:
        self.note(("count", kind))
        return self.whole.count_of(kind)

    def slice_of(self, kind: str, start: int, stop: int) -> tuple[Entry, ...]:
        self.note(("slice", kind, f"{start}", f"{stop}"))
        return self.whole.slice_of(kind, start, stop)

    def labelled(self, vocabulary: str, label: str) -> tuple[Entry, ...]:
        self.note(("labelled", vocabulary, label))
        return self.whole.labelled(vocabulary, label)

    def referrers(self, entry: Entry, kind: str | None = None) -> tuple[Entry, ...]:
        self.note(("referrers", entry.path))
        return self.whole.referrers(entry, kind)

    def related(self, entry: Entry) -> tuple[Entry, ...]:
        self._note_state(entry)
        self.note(("referrers", entry.path))
        return self.whole.related(entry)

    def term(self, vocabulary: str, label: str) -> object:
        self.note(("vocabularies",))
        return self.whole.term(vocabulary, label)

    def successors(self, entry: Entry) -> tuple[Entry, ...]:
        self._note_state(entry)
        return self.whole.successors(entry)

    def urgency(self, entry: Entry) -> object:
        self._note_state(entry)
        return self.whole.urgency(entry)

    def status(self, entry: Entry) -> object:
        self._note_state(entry)
        return self.whole.status(entry)

    def status_changes(self, entry: Entry) -> object:
        self._note_state(entry)
        return self.whole.status_changes(entry)

    def states(self, entry: Entry) -> object:
        self._note_state(entry)
        return self.whole.states(entry)

    def _note_state(self, entry: Entry) -> None:
        """Note what a state depends on: the record and its successors, the day, how soon is soon."""
        self.note(("record", entry.path))
        self.note(("as_of",))
        self.note(("site",))


@dataclass(frozen=True, slots=True)
class _NotingMapping(Mapping[str, V]):
    question: str
    whole: Mapping[str, V]
    note: Note

    def __getitem__(self, name: str) -> V:
        self.note((self.question, name))
        return self.whole[name]

    def __iter__(self) -> Iterator[str]:
        raise TypeError(f"all of {self.question} cannot be noted")

    def __len__(self) -> int:
        raise TypeError(f"the number of {self.question} cannot be noted")


@dataclass(frozen=True, slots=True)
class _NotingHistory:
    whole: History
    note: Note

    @property
    def revisions(self) -> tuple[Revision, ...]:
        self.note(("history",))
        return self.whole.revisions

    @property
    def since(self) -> date | None:
        self.note(("since",))
        return self.whole.since

    def of(self, page: str) -> Sequence[Revision]:
        self.note(("revisions", page))
        return self.whole.of(page)


@dataclass(frozen=True, slots=True)
class _NotingPages(Sequence[HostPage]):
    whole: Sequence[HostPage]
    note: Note

    @overload
    def __getitem__(self, place: int) -> HostPage: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[HostPage]: ...
    def __getitem__(self, place: int | slice) -> HostPage | Sequence[HostPage]:
        self.note(("pages",))
        return self.whole[place]

    def __len__(self) -> int:
        self.note(("pages",))
        return len(self.whole)


@dataclass(frozen=True, slots=True)
class _NotingTemplates:
    whole: Templates
    note: Note

    def render(self, name: str, **values: object) -> str:
        self.note(("template", name))
        return self.whole.render(name, **values)


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
