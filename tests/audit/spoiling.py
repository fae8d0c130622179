"""Ways to spoil the sample city, so that a judge has something to find."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from generators.audit import Built
from generators.audit.subject import Subject
from generators.catalogue import Catalogue
from generators.records import Record
from generators.sources import Draft, Entry, Source

Spoiler = Callable[[Subject], Subject]
Condition = Callable[[Any], bool]


def everything(record: Record) -> bool:
    """Accept any record."""
    return True


def on_catalogue(change: Callable[[Catalogue], Catalogue]) -> Spoiler:
    """Change the catalogue of a subject."""
    return lambda subject: replace(subject, catalogue=change(subject.catalogue))


def without(*kinds: str, where: Condition = everything) -> Spoiler:
    """Take away the records of some kinds, all or those of which *where* is true."""
    return on_catalogue(
        lambda c: replace(
            c,
            entries=tuple(e for e in c.entries if e.kind.name not in kinds or not where(e.record)),
        )
    )


def only(kind: str, number: int, where: Condition = everything) -> Spoiler:
    """Leave so many records of a kind of which *where* is true, and none of the others."""

    def change(catalogue: Catalogue) -> Catalogue:
        kept = [e for e in catalogue.of(kind) if where(e.record)][:number]
        others = [e for e in catalogue.entries if e.kind.name != kind]
        return replace(catalogue, entries=(*others, *kept))

    return on_catalogue(change)


def edited(
    kind: str, change: Callable[[Any], dict[str, object]], *, where: Condition = everything
) -> Spoiler:
    """Give records of a kind other fields, without asking whether they are valid."""

    def edit(entry: Entry) -> Entry:
        if entry.kind.name != kind or not where(entry.record):
            return entry
        return replace(entry, record=entry.record.model_copy(update=change(entry.record)))

    return on_catalogue(lambda c: replace(c, entries=tuple(map(edit, c.entries))))


def with_fields(kind: str, *, where: Condition = everything, **fields: object) -> Spoiler:
    """Give records of a kind these fields."""
    return edited(kind, lambda record: fields, where=where)


def site(**fields: object) -> Spoiler:
    """Give the site other fields."""
    return on_catalogue(lambda c: replace(c, site=c.site.model_copy(update=fields)))


def complaints(**fields: object) -> Spoiler:
    """Give the site's complaint channels other fields."""
    return on_catalogue(
        lambda c: replace(
            c,
            site=c.site.model_copy(
                update={"complaints": c.site.complaints.model_copy(update=fields)}
            ),
        )
    )


def without_channel(kind: str) -> Spoiler:
    """Take one of the four complaint channels away."""

    def change(subject: Subject) -> Subject:
        channels = subject.catalogue.site.complaints.channels
        return complaints(channels=tuple(c for c in channels if c.kind != kind))(subject)

    return change


def on(day: date) -> Spoiler:
    """Judge on another day."""
    return on_catalogue(lambda c: replace(c, as_of=day))


def later(days: int) -> Spoiler:
    """Judge so many days later."""
    return on_catalogue(lambda c: replace(c, as_of=c.as_of + timedelta(days=days)))


def with_draft(path: str) -> Spoiler:
    """Add a record that cannot be read."""
    draft = Draft(Source(path, b""), ())
    return lambda subject: replace(subject, drafts=(*subject.drafts, draft))


def with_pages(**pages: str) -> Spoiler:
    """Judge a built site of these pages; a name's double underscores are slashes."""
    named = {f"{name.replace('__', '/')}.html": html for name, html in pages.items()}
    return lambda subject: replace(subject, built=Built.of(named))
