"""iCalendar (RFC 5545): a file for every record with days to come, and a feed of them all.

Moments are written in UTC: China has kept one offset since 1991, and a file without a
time zone of its own cannot get it wrong. Days are written as days.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from urllib.parse import quote, urlsplit

from icalendar import Alarm, Calendar, Event, vDuration, vText

from generators.artifacts import Artifact
from generators.catalogue import Catalogue
from generators.outputs.occasions import BEGINS, Deadline, Occasion, deadlines_of, occasions_of
from generators.outputs.publication import Publication
from generators.records.site import Site
from generators.sources import Entry

FEED = "calendar.ics"
_CHINA = timezone(timedelta(hours=8))
_DAY = timedelta(1)
_EVENT, _END = b"BEGIN:VEVENT", b"END:VCALENDAR"
# A day begins at midnight: so long before is nine in the morning of the day before.
_DAY_BEFORE = timedelta(hours=-15)


def calendar_file(publication: Publication, path: str) -> Iterator[Artifact]:
    """Yield the file of a record, where one can put it into a calendar."""
    kind, identifier, _ = path.split("/")
    entry = publication.catalogue.find(kind, identifier)
    if entry and (file := calendar_path(publication.catalogue, entry)):
        yield Artifact(file, _calendar(_events_of(publication, entry)).to_ical())


def feed(site: Site, files: Iterable[bytes]) -> Artifact:
    """Return the feed of everything that stands in the *files* of records."""
    head, end, rest = bytes(_feed(site).to_ical()).rpartition(_END)
    return Artifact(FEED, b"".join((head, *map(_written_events, files), end, rest)))


def _written_events(file: bytes) -> bytes:
    return file[file.index(_EVENT) : file.rindex(_END)]


def calendar_path(catalogue: Catalogue, entry: Entry) -> str:
    """Return where a record's file is, or nothing where no day of it is still to come."""
    there = _coming(catalogue, entry) or deadlines_of(catalogue, entry)
    return f"{entry.path.removesuffix('/')}.ics" if there else ""


def _coming(catalogue: Catalogue, entry: Entry) -> list[Occasion]:
    return [o for o in occasions_of(catalogue, entry) if o.last_day >= catalogue.as_of]


def _events_of(publication: Publication, entry: Entry) -> Iterator[Event]:
    parts: Counter[str] = Counter()
    for occasion in _coming(publication.catalogue, entry):
        event = _event(publication, entry, occasion.title, _part(occasion.run, parts))
        event.add("dtstart", _written(occasion.starts))
        event.add("dtend", _end(occasion.ends))
        event.add("location", occasion.place)
        yield event
    for deadline in deadlines_of(publication.catalogue, entry):
        if deadline.name != BEGINS:
            part = _part(f"{deadline.name}{deadline.part}", parts)
            yield _last_day(_event(publication, entry, deadline.title, part), deadline)


def _part(name: str, parts: Counter[str]) -> str:
    """Return a name for a part of a record that no other part of it has."""
    parts[name] += 1
    return name if parts[name] == 1 else f"{name}-{parts[name]}"


def _event(publication: Publication, entry: Entry, title: str, part: str) -> Event:
    """Return an event without days that keeps its identity as long as the record its path."""
    record, address = entry.record, publication.base_url + entry.path
    host = urlsplit(publication.base_url).netloc
    event = Event()
    event.add("uid", f"{entry.path}{'#' if part else ''}{quote(part)}@{host}")
    event.add("dtstamp", datetime.combine(record.updated_on, time.min, UTC))
    event.add("summary", title)
    event.add("description", f"{record.summary}\n以网页上的最新内容为准\n{address}")
    event.add("url", address)
    event.add("categories", [entry.kind.short])
    return event


def _last_day(event: Event, deadline: Deadline) -> Event:
    """Give an event the day of a deadline and a reminder."""
    event.add("dtstart", deadline.day)
    event.add("dtend", deadline.day + _DAY)
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", deadline.title)
    alarm.add("trigger", _DAY_BEFORE)
    event.add_component(alarm)
    return event


def _written(moment: date | datetime) -> date | datetime:
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=_CHINA).astimezone(UTC)
    return moment


def _end(moment: date | datetime) -> date | datetime:
    """Return an end as it is written: of days the one after the last."""
    return _written(moment) if isinstance(moment, datetime) else moment + _DAY


def _calendar(events: Iterable[Event]) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//startup-catalogue//generators//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for event in events:
        calendar.add_component(event)
    return calendar


def _feed(site: Site) -> Calendar:
    """Return a feed without events."""
    feed = _calendar(())
    # These are younger than the standard: without their types their commas stay bare.
    name = vText(f"{site.name}：活动和截止日期")
    feed.add("name", name)
    feed.add("x-wr-calname", name)
    feed.add("refresh-interval", vDuration(_DAY), parameters={"value": "DURATION"})
    feed.add("x-published-ttl", vDuration(_DAY))
    return feed
