"""A page for every record, at `/<kind>/<id>/`."""

from __future__ import annotations

from collections.abc import Iterator

from generators.artifacts import Artifact
from generators.catalogue import Catalogue
from generators.outputs.calendar_files import calendar_path
from generators.outputs.guides import Guide, guide
from generators.outputs.occasions import Occasion, occasions_of
from generators.outputs.outlines import Outline, outline
from generators.outputs.page_tags import record_tags
from generators.outputs.publication import Publication
from generators.outputs.revisions import revisions
from generators.outputs.timetables import Timetable, timetable
from generators.records.courses import Course
from generators.records.events import Event
from generators.records.policies import Policy
from generators.records.procedures import Procedure
from generators.sources import Entry


def paths(catalogue: Catalogue) -> Iterator[str]:
    """Yield the path of every published record."""
    return (entry.path for entry in catalogue.published)


def record_page(publication: Publication, path: str) -> Iterator[Artifact]:
    """Yield the page of a published record."""
    kind, identifier, _ = path.split("/")
    entry = publication.catalogue.find(kind, identifier)
    assert entry
    record = entry.record
    yield publication.page(
        entry.path,
        frame=f"{entry.kind.name}/_",
        title=record.title,
        description=record.summary,
        template=f"records/{entry.kind.name}.html",
        meta=record_tags(entry, publication.catalogue.site, publication.base_url + entry.path),
        shows=entry,
        entry=entry,
        record=record,
        status=publication.catalogue.status(entry),
        view=_view(publication.catalogue, entry),
        calendar_file=calendar_path(publication.catalogue, entry),
        compare=publication.compared.get(kind, ""),
        revisions=revisions(publication.history, publication.catalogue, entry),
    )


def _view(catalogue: Catalogue, entry: Entry) -> Guide | Outline | Timetable | Occasion | None:
    """Return what the page shows beside the record's own fields."""
    match entry.record:
        case Procedure() as procedure:
            return guide(catalogue, entry, procedure)
        case Policy() as policy:
            return outline(catalogue, entry, policy)
        case Course() as course:
            return timetable(course, catalogue.as_of)
        case Event():
            return next(occasions_of(catalogue, entry))
    return None
