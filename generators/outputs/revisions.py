"""How the revisions of a record are shown: what changed on which day, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generators.catalogue import Catalogue
from generators.changes.files import Action, FileChange
from generators.changes.history import History, Revision
from generators.changes.saying import TitleOf, with_titles
from generators.sources import Entry

_MOST_LINES = 8
LOOKED_AT = "重新核对过，内容没有变"
_SAYS = {
    Action.ADDED: "发布",
    Action.REMOVED: "撤下",
    Action.RENAMED: "换了网址",
    Action.CHANGED: "",
}


@dataclass(frozen=True, slots=True)
class RevisedOn:
    """What was done to a record on a day, a line each."""

    day: date
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Revisions:
    """The days on which a record changed; *since* is the first known day, where it is one."""

    days: tuple[RevisedOn, ...] = ()
    since: date | None = None


def revisions(history: History, catalogue: Catalogue, entry: Entry) -> Revisions:
    """Return the revisions of a record; none where it only was published."""
    found = history.of(entry.path)
    if all(revision.change.action is Action.ADDED for revision in found):
        return Revisions()
    days = (
        RevisedOn(day, tuple(_lines(catalogue, list(group))))
        for day, group in groupby(found, key=lambda revision: revision.day)
    )
    return Revisions(tuple(days), history.since)


def _lines(catalogue: Catalogue, found: Sequence[Revision]) -> Sequence[str]:
    lines = [line for revision in found for line in lines_of(catalogue, revision.change)]
    told = list(dict.fromkeys(lines))
    return told if len(told) == 1 else [line for line in told if line != LOOKED_AT]


def lines_of(catalogue: Catalogue, change: FileChange) -> list[str]:
    """Return what is to be said of a change, and of many things the first few."""
    if change.is_quiet:
        return [LOOKED_AT]
    loud = [difference for difference in change.differences if not difference.is_quiet]
    lines = [with_titles(str(d), _namer(catalogue)) for d in loud[:_MOST_LINES]]
    more = [f"另有{len(loud) - _MOST_LINES}处改动"] if len(loud) > _MOST_LINES else []
    return [*filter(None, [_SAYS[change.action]]), *lines, *more]


def _namer(catalogue: Catalogue) -> TitleOf:
    def title_of(kind: str, identifier: str) -> str | None:
        entry = catalogue.find(kind, identifier)
        return entry.record.title if entry else None

    return title_of
