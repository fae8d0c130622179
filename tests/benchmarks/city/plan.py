"""Which records there will be, about what and in which state, before a word is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Literal

from tests.benchmarks.city.words import City
from tests.benchmarks.city.writer import Writer
from tests.samples import AS_OF

State = Literal["open", "ahead", "over"]
# Of how many records in a thousand are of a kind; what is left are policies.
SHARES = {
    "institutions": 15,
    "procedures": 100,
    "faqs": 150,
    "articles": 195,
    "events": 70,
    "courses": 50,
    "notices": 50,
    "mentors": 30,
    "projects": 20,
    "incubators": 10,
    "loans": 5,
    "reports": 5,
}
_STATES: tuple[State, ...] = ("open", "ahead", "over")
_BASES = "bases"  # policies in force, on which procedures may rest


@dataclass(frozen=True, slots=True)
class Planned:
    """A record to be written; *theme* is a number."""

    kind: str
    id: str
    number: int
    theme: int
    state: State


@dataclass(frozen=True, slots=True)
class Plan:
    """All records to be, and where the ids of a kind and theme are found."""

    records: tuple[Planned, ...]
    _of_theme: Mapping[tuple[str, int], list[str]]
    _of_kind: Mapping[str, list[str]]

    def ids(self, kind: str, theme: int) -> list[str]:
        """Return the ids of a kind on a theme, or else all of the kind."""
        return self._of_theme.get((kind, theme)) or self._of_kind[kind]


@dataclass(frozen=True, slots=True)
class Task:
    """A record to be written and whoever writes it."""

    planned: Planned
    writer: Writer
    plan: Plan

    def refer(self, kind: str, least: int, most: int) -> list[str]:
        """Return some ids of a kind, of the same theme where it has any."""
        known = self.plan.ids(kind, self.planned.theme)
        found = {self.writer.any(known) for _ in range(self.writer.between(least, most))}
        return sorted(found - {self.planned.id} if kind == self.planned.kind else found)

    def bases(self) -> list[str]:
        """Return one or two policies in force."""
        return self.refer(_BASES, 1, 2)

    def days(self, least: int, most: int) -> date:
        """Return a working day so many days from the fixed day; less than 0 is before it."""
        day = AS_OF + timedelta(self.writer.between(least, most))
        return day - timedelta(max(0, day.weekday() - 4))

    def moment(self, day: date, hour: int) -> str:
        """Return an hour of a day as editors write it."""
        return f"{datetime.combine(day, time(hour)):%Y-%m-%d %H:%M}"

    def span(self, length: int) -> tuple[date, date]:
        """Return the first and last working day of a time that fits the record's state."""
        if self.planned.state == "over":
            last = self.days(-900, -8)
            return last - timedelta(length), last
        first = self.days(12, 200) if self.planned.state == "ahead" else self.days(-length + 9, -8)
        last = first + timedelta(length)
        return first, last - timedelta(max(0, last.weekday() - 4))


def make_plan(city: City, count: int, seed: int) -> Plan:
    """Return a plan of *count* records."""
    records = tuple(_planned(city, count, Random(seed)))
    of_theme: dict[tuple[str, int], list[str]] = defaultdict(list)
    of_kind: dict[str, list[str]] = defaultdict(list)
    for record in records:
        is_basis = record.kind == "policies" and record.state == "open"
        for kind in (record.kind, _BASES) if is_basis else (record.kind,):
            of_theme[kind, record.theme].append(record.id)
            of_kind[kind].append(record.id)
    return Plan(records, dict(of_theme), dict(of_kind))


def _planned(city: City, count: int, dice: Random) -> Iterator[Planned]:
    themes = range(len(city.themes))
    weights = [1 / (theme + 8) for theme in themes]
    for kind, number in _numbered(count):
        theme = dice.choices(themes, weights)[0]
        state = dice.choices(_STATES, (70, 8, 22))[0]
        name = f"{city.themes[theme].slug}-{number:05}"
        yield Planned(kind, name, number, theme, state if number else "open")


def _numbered(count: int) -> Iterator[tuple[str, int]]:
    counts = {kind: max(1, count * share // 1000) for kind, share in SHARES.items()}
    for kind, number in {"policies": count - sum(counts.values()), **counts}.items():
        yield from ((kind, n) for n in range(number))
