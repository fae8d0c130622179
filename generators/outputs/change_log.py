"""What is new: the changes of the last weeks as a page and as a feed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from html import escape
from itertools import groupby

from generators.artifacts import Artifact
from generators.catalogue import Catalogue
from generators.changes.files import Action
from generators.changes.history import History, Revision
from generators.outputs.publication import Publication
from generators.outputs.revisions import LOOKED_AT, lines_of
from generators.records import KINDS, Kind
from generators.sources import Entry

PATH = "changes/"
FEED = "changes/feed.xml"
WITHIN = 90
_MOST = 100
_IN_FEED = 50
_BULK = 5
_MARK = 12
_ZONE = timezone(timedelta(hours=8))  # China has one


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a record, and in words what changed; what is *gone* has no page."""

    moment: datetime
    kind: Kind
    action: str
    title: str
    page: str
    mark: str
    lines: tuple[str, ...] = ()
    is_gone: bool = False

    @property
    def day(self) -> date:
        """Return its day."""
        return self.moment.date()


@dataclass(frozen=True, slots=True)
class Together:
    """Changes of a day that are told together: many new records of a kind, or a single one."""

    changes: tuple[Change, ...]

    @property
    def first(self) -> Change:
        """Return the change that stands for all."""
        return self.changes[0]

    @property
    def named(self) -> tuple[Change, ...]:
        """Return those that are named, where there are many."""
        return self.changes[:_BULK]


def change_log(publication: Publication) -> Iterator[Artifact]:
    """Yield `/changes/` and its feed."""
    catalogue, history = publication.catalogue, publication.history
    found = list(recent_changes(catalogue, history))
    yield publication.page(
        PATH,
        frame="changes",
        title="最近更新",
        description=f"最近{WITHIN}天，哪些内容是新的、改了什么",
        template="pages/changes.html",
        days=by_day(found[:_MOST]),
        within=WITHIN,
        is_cut=len(found) > _MOST,
        is_told=bool(history.revisions),
        since=history.since,
        feed=publication.base_url + FEED,
    )
    yield Artifact.of_text(FEED, _feed(publication, found[:_IN_FEED]))


def recent_changes(catalogue: Catalogue, history: History) -> Iterator[Change]:
    """Yield the changes of the last weeks, the newest first.

    Where there is no history, the days that records give for themselves are all that is known.
    """
    first = catalogue.as_of - timedelta(WITHIN)
    told = (
        (change for revision in history.revisions for change in _told(catalogue, revision))
        if history.revisions
        else sorted(map(_dated, catalogue.published), key=_newest)
    )
    return (change for change in told if change.day >= first)


def _told(catalogue: Catalogue, revision: Revision) -> Iterator[Change]:
    """Yield a revision that is worth telling, unless it is of what is not shown any more."""
    change, (kind, identifier) = revision.change, revision.page.strip("/").split("/", 1)
    lines = tuple(lines_of(catalogue, change))
    entry = catalogue.find(kind, identifier)
    is_gone = change.action is Action.REMOVED
    title = entry.record.title if entry else change.title if is_gone else ""
    if title and lines != (LOOKED_AT,):
        yield Change(
            revision.moment,
            KINDS[kind],
            "撤下" if is_gone else change.action,
            title,
            revision.page,
            revision.commit[:_MARK],
            lines if change.differences else (),
            is_gone=entry is None,
        )


def _dated(entry: Entry) -> Change:
    record = entry.record
    is_new = record.published_at.date() >= record.updated_on
    moment = datetime.combine(record.updated_on, time.min, _ZONE)
    action = Action.ADDED if is_new else "更新"
    return Change(moment, entry.kind, action, record.title, entry.path, f"{moment:%Y-%m-%d}")


def _newest(change: Change) -> tuple[float, str]:
    return (-change.moment.timestamp(), change.page)


def by_day(found: Iterable[Change]) -> list[tuple[date, list[Together]]]:
    """Return the changes by day, many new records of a kind as one."""
    return [
        (day, list(_together(list(group))))
        for day, group in groupby(found, key=lambda change: change.day)
    ]


def _together(found: Sequence[Change]) -> Iterator[Together]:
    groups: dict[tuple[str, str], list[Change]] = {}
    for change in found:
        groups.setdefault((change.kind.name, change.action), []).append(change)
    for group in groups.values():
        if len(group) > _BULK and not any(change.lines for change in group):
            yield Together(tuple(group))
        else:
            yield from (Together((change,)) for change in group)


def _feed(publication: Publication, found: Sequence[Change]) -> str:
    site, base = publication.catalogue.site, publication.base_url
    day = datetime.combine(publication.catalogue.as_of, time.min, _ZONE)
    updated = max((change.moment for change in found), default=day)
    entries = "".join(_entry(base, change) for change in found)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">\n'
        f"<title>{escape(site.name)}：最近更新</title>\n"
        f"<id>{escape(base + PATH)}</id>\n"
        f'<link rel="self" type="application/atom+xml" href="{escape(base + FEED)}"/>\n'
        f'<link rel="alternate" type="text/html" href="{escape(base + PATH)}"/>\n'
        f"<updated>{updated.isoformat()}</updated>\n"
        f"<author><name>{escape(site.operator)}</name></author>\n"
        f"{entries}</feed>\n"
    )


def _entry(base: str, change: Change) -> str:
    kind, address = change.kind, escape(base + (PATH if change.is_gone else change.page))
    said = "；".join(change.lines) or f"{change.action}{kind.label}"
    return (
        "<entry>\n"
        f"<title>{escape(f'{change.action}：{change.title}')}</title>\n"
        f"<id>{escape(base + change.page)}#{change.mark}</id>\n"
        f'<link rel="alternate" type="text/html" href="{address}"/>\n'
        f"<updated>{change.moment.isoformat()}</updated>\n"
        f'<category term="{escape(kind.name)}" label="{escape(kind.label)}"/>\n'
        f"<summary>{escape(said)}</summary>\n"
        "</entry>\n"
    )
