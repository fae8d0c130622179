"""The policies by year: when each was issued, took effect, replaced another, and ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, groupby

from generators.artifacts import Artifact
from generators.catalogue import Catalogue
from generators.outputs.publication import Publication
from generators.records.policies import Policy
from generators.sources import Entry

PATH = "timeline/"
# Days that are no further are counted down to.
_NEAR = timedelta(90)
# What comes next, and whole years of what was, are on one page as long as it stays small.
_AHEAD, _BEHIND = 100, 200


@dataclass(frozen=True, slots=True)
class Milestone:
    """Something that happens to a policy; *when* is a day, or as much of it as is known."""

    when: str
    what: str
    entry: Entry
    level: str
    replaces: tuple[Entry, ...] = ()

    @property
    def year(self) -> str:
        """Return the year it happens in."""
        return self.when[:4]

    @property
    def day(self) -> date | None:
        """Return the day, where it is known."""
        return date.fromisoformat(self.when) if len(self.when) == len("2026-11-22") else None


@dataclass(frozen=True, slots=True)
class Timeline:
    """What is on the one page, and by year what does not fit there: each year has a page then."""

    ahead: list[Milestone]
    years: list[tuple[str, list[Milestone]]]
    apart: list[tuple[str, list[Milestone]]]


def policy_timeline(publication: Publication) -> Iterator[Artifact]:
    """Yield `/timeline/`, and `/timeline/YEAR/` for years that do not fit there."""
    day = publication.catalogue.as_of
    timeline = divided(milestones(publication.catalogue), day)
    yield publication.page(
        PATH,
        frame="timeline",
        title="政策时间线",
        description="各项创业政策哪年印发、哪天施行、取代了哪项、什么时候到期",
        template="pages/timeline.html",
        timeline=timeline,
        near=day + _NEAR,
    )
    for year, found in timeline.apart:
        yield publication.page(
            f"{PATH}{year}/",
            frame="timeline/_",
            title=f"{year}年的政策",
            description=f"{year}年印发、施行、到期和废止的创业政策",
            template="pages/timeline_year.html",
            timeline=timeline,
            year=year,
            found=found,
        )


def divided(found: Sequence[Milestone], day: date) -> Timeline:
    """Divide the milestones among the page and those of years, as seen on a day."""
    ahead = [m for m in found if m.when > day.isoformat()]
    behind = by_year(m for m in found if m.when <= day.isoformat())
    sizes = accumulate(len(group) for _, group in behind)
    whole = max(1, sum(size <= _BEHIND for size in sizes))
    apart = {m.year for m in ahead[_AHEAD:]} | {year for year, _ in behind[whole:]}
    return Timeline(
        ahead[:_AHEAD],
        behind[:whole],
        by_year(m for m in found if m.year in apart),
    )


def milestones(catalogue: Catalogue) -> list[Milestone]:
    """Return what happens to the policies, the earliest first."""
    found = (m for entry in catalogue.of("policies") for m in _milestones_of(catalogue, entry))
    return sorted(found, key=lambda m: (m.when, m.entry.id))


def by_year(found: Iterable[Milestone]) -> list[tuple[str, list[Milestone]]]:
    """Return the milestones of each year, the last year and the last day first."""
    latest_first = sorted(found, key=lambda m: m.when, reverse=True)
    return [(year, list(group)) for year, group in groupby(latest_first, key=lambda m: m.year)]


def _milestones_of(catalogue: Catalogue, entry: Entry) -> Iterator[Milestone]:
    policy = entry.record
    if not isinstance(policy, Policy):
        return
    old = tuple(e for name in policy.supersedes if (e := catalogue.find("policies", name)))
    begins = _written(policy.effective_on) or policy.document.issued_on
    for what, when in _life_of(policy):
        replaces = old if when == begins else ()
        yield Milestone(when, what, entry, policy.document.level, replaces)


def _life_of(policy: Policy) -> Iterator[tuple[str, str]]:
    """Yield what is known to happen to a policy and when."""
    issued, effective = policy.document.issued_on, _written(policy.effective_on)
    repealed, expires = _written(policy.repealed_on), _written(policy.expires_on)
    if issued:
        yield ("印发并施行" if issued == effective else "印发", issued)
    if effective and issued != effective:
        yield "施行", effective
    if repealed:
        yield "废止", repealed
    if expires and not (repealed and repealed <= expires):
        yield "到期", expires


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None
