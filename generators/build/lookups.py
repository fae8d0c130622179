"""What a part of the site looks up while it is made, so that nobody has to say what depends on what.

An output is given a publication that notes every question it is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar, cast, overload

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

    def all_of(self, kind: str) -> tuple[Entry, ...]:
        self.note(("all", kind))
        return self.whole.all_of(kind)

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
