"""What became of the records over time, as far as it is known and may be shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from generators.changes.differences import Difference
from generators.changes.files import (
    NOW_UNREADABLE,
    ONLY_LAYOUT,
    UNREADABLE,
    Action,
    FileChange,
)
from generators.changes.sheets import kind_of

# What these said before may be what somebody did not want to be read any more.
_DISCREET = ("mentors", "notices", "articles")
# What only editors see.
_UNKNOWN = Difference("内容", "有修改")
_UNSHOWN = ("别名", "验证用例", "责任科室")


@dataclass(frozen=True, slots=True)
class Revision:
    """What one commit did to the record that is now at *page*."""

    page: str
    moment: datetime
    commit: str
    change: FileChange

    @property
    def day(self) -> date:
        """Return its day where the site is published."""
        return self.moment.date()


@dataclass(frozen=True)
class History:
    """The revisions, the newest first; *since* is the first known day where not all are known."""

    revisions: tuple[Revision, ...] = ()
    since: date | None = None

    @cached_property
    def _by_page(self) -> Mapping[str, Sequence[Revision]]:
        found: dict[str, list[Revision]] = defaultdict(list)
        for revision in self.revisions:
            found[revision.page].append(revision)
        return found

    def of(self, page: str) -> Sequence[Revision]:
        """Return the revisions of a record, the newest first."""
        return self._by_page.get(page, ())


def shown(change: FileChange) -> FileChange:
    """Return a change as everybody may read it."""
    told = [
        _UNKNOWN if difference in (UNREADABLE, NOW_UNREADABLE) else difference
        for difference in change.differences
        if difference != ONLY_LAYOUT and not difference.place.startswith(_UNSHOWN)
    ]
    kind = kind_of(change.path)
    if kind and kind.name in _DISCREET and told:
        told = _discreet(told)
    title = "" if kind and kind.name in _DISCREET else change.title
    return replace(change, title=title, differences=tuple(told))


def _discreet(told: Sequence[Difference]) -> list[Difference]:
    if all(difference.is_quiet for difference in told):
        return list(told)
    loud = (difference.place for difference in told if not difference.is_quiet)
    places = dict.fromkeys(place.partition("“")[0] for place in loud)
    return [Difference("修改了", "、".join(places))]


def says_nothing(change: FileChange) -> bool:
    """Tell whether a change is nothing that a reader would notice."""
    return change.action is Action.CHANGED and not change.differences
