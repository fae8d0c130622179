"""一次性告知单: a procedure on one sheet of A4, to hand out or to take along."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generators.artifacts import Artifact
from generators.catalogue import Catalogue
from generators.outputs.guides import Desk, Guide, guide
from generators.outputs.notice_fit import fit
from generators.outputs.publication import Publication
from generators.records.procedures import Procedure
from generators.sources import Entry

Counter = tuple[tuple[str, ...], tuple[Desk, ...]]


def names(catalogue: Catalogue) -> Iterator[str]:
    """Yield the id of every published procedure."""
    return (entry.id for entry in catalogue.of("procedures"))


def notice_sheet(publication: Publication, name: str) -> Iterator[Artifact]:
    """Yield `/procedures/<id>/notice/`."""
    entry = publication.catalogue.find("procedures", name)
    if entry and isinstance(entry.record, Procedure):
        yield _sheet(publication, entry, entry.record)


def _sheet(publication: Publication, entry: Entry, record: Procedure) -> Artifact:
    view = guide(publication.catalogue, entry, record)
    return publication.page(
        f"{entry.path}notice/",
        frame="procedures/_/notice",
        title=f"一次性告知单：{record.title}",
        description=f"{record.title}：要什么材料、多久办完、在哪办，打印在一张A4纸上",
        template="pages/notice.html",
        meta={"robots": "noindex"},  # the guide itself is what people look for
        entry=entry,
        record=record,
        view=view,
        counters=counters(view),
        fit=fit(record, view),
        address=publication.base_url + entry.path,
    )


def counters(view: Guide) -> tuple[Counter, ...]:
    """Return the desks by their hours, so that the sheet says the same hours once."""
    desks = sorted(view.desks, key=lambda desk: [d.hours for d in view.desks].index(desk.hours))
    return tuple((hours, tuple(group)) for hours, group in groupby(desks, key=lambda d: d.hours))
