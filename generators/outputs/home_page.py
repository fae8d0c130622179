"""The home page: what people need, who they are, what ends soon, what is new."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generators.artifacts import Artifact
from generators.catalogue import Catalogue
from generators.outputs.publication import Publication
from generators.records import KINDS
from generators.sources import Entry

SHOWN = 5
SOON = timedelta(days=30)
_DEADLINE_KINDS = ("policies", "procedures", "courses", "events", "notices", "loans")


def home_page(publication: Publication) -> Iterator[Artifact]:
    """Yield the home page."""
    catalogue = publication.catalogue
    yield publication.page(
        "",
        frame="",
        title=catalogue.site.name,
        description=f"{catalogue.site.city}公共创业服务：政策、办事、培训、导师、场地、贷款、活动和投诉",
        template="pages/home.html",
        sections=[
            (kind, len(catalogue.of(name))) for name, kind in KINDS.items() if catalogue.of(name)
        ],
        audiences=[
            t
            for t in catalogue.vocabularies["audiences"]
            if catalogue.labelled("audiences", t.label)
        ],
        topics=[
            t for t in catalogue.vocabularies["topics"] if catalogue.labelled("topics", t.label)
        ],
        ending=ending_soon(catalogue),
        newest=newest(catalogue, "policies"),
        news=newest(catalogue, "articles"),
    )


def ending_soon(catalogue: Catalogue) -> list[tuple[Entry, int]]:
    """Return what ends within thirty days, with the days left, the nearest first."""
    found = []
    for name in _DEADLINE_KINDS:
        for entry in catalogue.of(name):
            status, last = catalogue.status(entry), entry.record.deadline_on(catalogue.as_of)
            if last and last - catalogue.as_of <= SOON and not (status and status.is_over):
                found.append((entry, (last - catalogue.as_of).days))
    return sorted(found, key=lambda pair: (pair[1], pair[0].path))[:SHOWN]


def newest(catalogue: Catalogue, kind: str) -> list[Entry]:
    """Return the entries of a kind that were published last."""
    by_age = sorted(catalogue.of(kind), key=lambda entry: entry.id)
    return sorted(by_age, key=lambda entry: entry.record.published_at, reverse=True)[:SHOWN]
