"""All entries on a day, frozen: look-ups, back-references, and each record's status."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from generators.records import KINDS
from generators.records.policies import Policy
from generators.records.site import Site, VocabularyTerm
from generators.records.statements import Statements
from generators.records.status import Change, Status, changes
from generators.records.synonyms import Synonyms
from generators.sources import Entry
from generators.workdays import Calendar

Vocabularies = Mapping[str, tuple[VocabularyTerm, ...]]
Urgency = tuple[int, date, float, str]


@dataclass(frozen=True)
class Catalogue:
    """Everything that is published on *as_of*, and what it refers to."""

    site: Site
    vocabularies: Vocabularies
    entries: tuple[Entry, ...]
    as_of: date
    calendar: Calendar = field(default_factory=Calendar)
    statements: Statements = field(default_factory=Statements)
    synonyms: Synonyms = field(default_factory=Synonyms)

    @cached_property
    def published(self) -> tuple[Entry, ...]:
        """Return the entries that may be shown on the day."""
        return tuple(e for e in self.entries if e.record.is_publishable_on(self.as_of))

    @cached_property
    def _by_path(self) -> Mapping[tuple[str, str], Entry]:
        return {(e.kind.name, e.id): e for e in self.published}

    @cached_property
    def _by_kind(self) -> Mapping[str, tuple[Entry, ...]]:
        groups: dict[str, list[Entry]] = {name: [] for name in KINDS}
        for entry in self.published:
            groups[entry.kind.name].append(entry)
        return {name: tuple(group) for name, group in groups.items()}

    @cached_property
    def _sorted(self) -> dict[str, tuple[Entry, ...]]:
        return {}

    def prepare(self) -> None:
        """Work out every look-up, so that processes which are forked have it already."""
        for name in ("_by_path", "_by_term", "_terms"):
            getattr(self, name)
        for kind in KINDS:
            self.of(kind)
        for entry in self.published:
            self.referrers(entry)

    def find(self, kind: str, identifier: str) -> Entry | None:
        """Return the published entry with that id; a `#fragment` is ignored."""
        return self._by_path.get((kind, identifier.partition("#")[0]))

    def of(self, kind: str) -> tuple[Entry, ...]:
        """Return the published entries of a kind, the most urgent or newest first."""
        if kind not in self._sorted:
            self._sorted[kind] = tuple(sorted(self._by_kind[kind], key=self.urgency))
        return self._sorted[kind]

    def all_of(self, kind: str) -> tuple[Entry, ...]:
        """Return the published entries of a kind as they lie, to whom no order matters."""
        return self._by_kind[kind]

    def count_of(self, kind: str) -> int:
        """Return how many entries of a kind are published."""
        return len(self._by_kind[kind])

    def slice_of(self, kind: str, start: int, stop: int) -> tuple[Entry, ...]:
        """Return some of the published entries of a kind, by their places in `of`."""
        return self.of(kind)[start:stop]

    def urgency(self, entry: Entry) -> Urgency:
        """Order entries: by status, then the nearest deadline, then newest, then id."""
        if entry.path not in self._urgencies:
            self._urgencies[entry.path] = self._urgency(entry)
        return self._urgencies[entry.path]

    @cached_property
    def _urgencies(self) -> dict[str, Urgency]:
        return {}

    def _urgency(self, entry: Entry) -> Urgency:
        status = self.status(entry)
        deadline = entry.record.deadline_on(self.as_of) or date.max
        return (status.rank if status else 0, deadline, -_age_key(entry), entry.id)

    def _status_on(self, day: date, entry: Entry) -> Status | None:
        soon = self.site.expiring_within_days
        for successor in self.successors(entry):
            if successor.record.status_on(day, soon_days=soon) != Status.NOT_YET_IN_FORCE:
                return Status.REPEALED
        return entry.record.status_on(day, soon_days=soon)

    def successors(self, entry: Entry) -> tuple[Entry, ...]:
        """Return the published policies that replace *entry*, which may end it."""
        return self._successors.get(entry.path, ())

    @cached_property
    def _successors(self) -> Mapping[str, tuple[Entry, ...]]:
        """Return the policies that replace another, by its path."""
        found: dict[str, tuple[Entry, ...]] = defaultdict(tuple)
        for entry in self.published:
            for old in entry.record.supersedes if isinstance(entry.record, Policy) else ():
                found[f"policies/{old}/"] += (entry,)
        return found

    def status(self, entry: Entry) -> Status | None:
        """Return the state of a record on the day, none where it is not published."""
        if entry.path not in self._statuses:
            here = self.find(entry.kind.name, entry.id)
            self._statuses[entry.path] = self._status_on(self.as_of, here) if here else None
        return self._statuses[entry.path]

    @cached_property
    def _statuses(self) -> dict[str, Status | None]:
        return {}

    def status_changes(self, entry: Entry) -> tuple[Change, ...]:
        """Return the later days on which the state of a record becomes another."""
        if entry.path not in self._changes:
            known = self._changes_of(entry, after=self.as_of) if self.status(entry) else ()
            self._changes[entry.path] = known
        return self._changes[entry.path]

    @cached_property
    def _changes(self) -> dict[str, tuple[Change, ...]]:
        return {}

    def states(self, entry: Entry) -> tuple[tuple[date | None, Status], ...]:
        """Return every state a record is ever in, with its first day; the first has none."""
        before = min(entry.days) - timedelta(1)
        first = self._status_on(before, entry)
        return ((None, first), *self._changes_of(entry, after=before)) if first else ()

    def _changes_of(self, entry: Entry, *, after: date) -> tuple[Change, ...]:
        dated = (entry, *self.successors(entry))
        return changes(
            lambda day: self._status_on(day, entry),
            (
                *entry.record.turning_days(self.as_of),
                *(day for e in dated for day in e.days),
            ),
            after=after,
            soon_days=self.site.expiring_within_days,
        )

    @cached_property
    def _referring(self) -> Mapping[str, Iterable[Entry]]:
        """Return the published entries that refer to another, in no order, by its path."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.published:
            for kind, identifier in entry.others:
                found[f"{kind}/{identifier}/"].append(entry)
        return dict(found)

    @cached_property
    def _referrers(self) -> dict[str, tuple[Entry, ...]]:
        return {}

    def referrers(self, entry: Entry, kind: str | None = None) -> tuple[Entry, ...]:
        """Return the published entries that refer to *entry*, of one kind if given."""
        path = entry.path
        if path not in self._referring:
            return ()
        if path not in self._referrers:
            others = (e for e in self._referring[path] if e.path != path)
            self._referrers[path] = tuple(sorted(others, key=self.urgency))
        found = self._referrers[path]
        return found if kind is None else tuple(e for e in found if e.kind.name == kind)

    def related(self, entry: Entry) -> tuple[Entry, ...]:
        """Return the referrers that *entry* does not itself refer to."""
        own = entry.others
        return tuple(e for e in self.referrers(entry) if (e.kind.name, e.id) not in own)

    def labelled(self, vocabulary: str, label: str) -> tuple[Entry, ...]:
        """Return the published entries that carry a term, the most urgent first."""
        return self._by_term.get((vocabulary, label), ())

    @cached_property
    def _by_term(self) -> Mapping[tuple[str, str], tuple[Entry, ...]]:
        found: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for kind in KINDS:
            for entry in self.of(kind):
                for vocabulary, labels in _labels(entry).items():
                    for label in dict.fromkeys(labels):
                        found[vocabulary, label].append(entry)
        return {key: tuple(group) for key, group in found.items()}

    def term(self, vocabulary: str, label: str) -> VocabularyTerm | None:
        """Return a term of a vocabulary."""
        return self._terms[vocabulary].get(label)

    @cached_property
    def _terms(self) -> Mapping[str, Mapping[str, VocabularyTerm]]:
        return {
            name: {term.label: term for term in reversed(terms)}
            for name, terms in self.vocabularies.items()
        }


def _labels(entry: Entry) -> Mapping[str, Iterable[str]]:
    record = entry.record
    return {"audiences": record.audiences, "topics": record.topics, "regions": (record.region,)}


def _age_key(entry: Entry) -> float:
    published = entry.record.published_at
    return published.toordinal() + (published.hour * 60 + published.minute) / 1440
