"""A page for every record, at `/<kind>/<id>/`."""

from __future__ import annotations

from collections.abc import Iterator

from generators.artifacts import Artifact
from generators.outputs.publication import Publication
from generators.sources import Entry


def record_pages(publication: Publication) -> Iterator[Artifact]:
    """Yield the page of every published record."""
    for entry in publication.catalogue.published:
        yield _record_page(publication, entry)


def _record_page(publication: Publication, entry: Entry) -> Artifact:
    record = entry.record
    return publication.page(
        entry.path,
        frame=f"{entry.kind.name}/_",
        title=record.title,
        description=record.summary,
        template=f"records/{entry.kind.name}.html",
        meta=_meta(entry, publication.catalogue.site.operator),
        entry=entry,
        record=record,
        status=publication.catalogue.status(entry),
    )


def _meta(entry: Entry, source: str) -> dict[str, str]:
    """Return the content tags of the government site guideline (国办发〔2017〕47号)."""
    record = entry.record
    return {
        "ColumnName": entry.kind.label,
        "ColumnType": entry.kind.short,
        "ArticleTitle": record.title,
        "PubDate": record.published_at.strftime("%Y-%m-%d %H:%M"),
        "ContentSource": source,
        "Keywords": ",".join((*record.topics, *record.audiences)),
        "Description": record.summary,
    }
