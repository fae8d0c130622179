"""What is audited, and the questions that many judges ask of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any, Generic, TypeVar, cast

from generators.audit.built import Built
from generators.catalogue import Catalogue
from generators.records import KINDS, Record
from generators.records.reports import Report
from generators.records.status import Status
from generators.sources import Draft, Entry

R = TypeVar("R", bound=Record)
YEAR = 365


@dataclass(frozen=True, slots=True)
class Held(Generic[R]):
    """An entry, with its record as what it is."""

    entry: Entry
    record: R


@dataclass(frozen=True)
class Subject:
    """The catalogue on its day, the records that are not valid yet, and the site if it is built."""

    catalogue: Catalogue
    drafts: tuple[Draft, ...] = ()
    built: Built | None = None

    @property
    def day(self) -> date:
        """Return the day as of which is judged."""
        return self.catalogue.as_of

    def of(self, model: type[R]) -> tuple[Held[R], ...]:
        """Return everything published of a kind."""
        if model not in self._held:
            self._held[model] = tuple(
                Held(entry, entry.record)
                for entry in self.catalogue.of(_kind_names()[model])
                if isinstance(entry.record, model)
            )
        return cast(tuple[Held[R], ...], self._held[model])

    @cached_property
    def _held(self) -> dict[type[Record], tuple[Held[Any], ...]]:
        return {}

    @cached_property
    def _current(self) -> dict[type[Record], tuple[Held[Any], ...]]:
        return {}

    def current(self, model: type[R]) -> tuple[Held[R], ...]:
        """Return what people can use today, or enrol for."""
        if model not in self._current:
            self._current[model] = tuple(h for h in self.of(model) if self.is_current(h.entry))
        return cast(tuple[Held[R], ...], self._current[model])

    def is_current(self, entry: Entry) -> bool:
        """Tell whether an entry is neither over nor yet to come into force."""
        status = self.catalogue.status(entry)
        return status is None or not (status.is_over or status is Status.NOT_YET_IN_FORCE)

    def recent(self, model: type[R], *, days: int = YEAR) -> tuple[Held[R], ...]:
        """Return what was published within so many days."""
        return tuple(h for h in self.of(model) if 0 <= self.age(published(h.entry)) <= days)

    def age(self, since: date) -> int:
        """Return the number of days since then; less than none for a day to come."""
        return (self.day - since).days

    def reports(self, kind: str, *, since: date) -> tuple[Held[Report], ...]:
        """Return the reports of a kind on periods that ended since then, the newest first."""
        found = [
            held
            for held in self.of(Report)
            if held.record.kind == kind
            and held.record.period.ends_on >= since
            and published(held.entry) <= self.day
        ]
        return tuple(sorted(found, key=lambda held: held.record.period.ends_on, reverse=True))

    def quarters_ago(self, number: int) -> date:
        """Return the last day of the quarter that ended *number* quarters ago, 1 the latest."""
        quarter = self.day.year * 4 + (self.day.month - 1) // 3 - (number - 1)
        return date(quarter // 4, quarter % 4 * 3 + 1, 1) - timedelta(days=1)


def says(words: str, *texts: str) -> bool:
    """Tell whether one of the texts has one of the words, given as a pattern."""
    return any(re.search(words, text) for text in texts)


def published(entry: Entry) -> date:
    """Return the day an entry was published."""
    return entry.record.published_at.date()


def entries(held: Iterable[Held[R]]) -> tuple[Entry, ...]:
    """Return the entries alone."""
    return tuple(h.entry for h in held)


def _kind_names() -> Mapping[type[Record], str]:
    return {kind.model: kind.name for kind in KINDS.values()}
