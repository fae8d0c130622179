"""The sitemap for people and the one for machines, and robots.txt."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from generators.artifacts import Artifact
from generators.catalogue import Catalogue
from generators.outputs import change_log, deadline_board, event_calendar, policy_timeline
from generators.outputs.comparisons import compared
from generators.outputs.occasions import occasions
from generators.outputs.publication import Publication
from generators.outputs.section_pages import PER_PAGE, list_path
from generators.records import KINDS


def site_map(publication: Publication) -> Iterator[Artifact]:
    """Yield `/sitemap/`, `sitemap.xml` and `robots.txt`."""
    catalogue = publication.catalogue
    groups = [
        (kind, catalogue.slice_of(name, 0, PER_PAGE), count)
        for name, kind in KINDS.items()
        if (count := catalogue.count_of(name))
    ]
    yield publication.page(
        "sitemap/",
        frame="sitemap",
        title="站点地图",
        description="全站栏目和页面一览",
        template="pages/sitemap.html",
        groups=groups,
        pages=publication.pages,
        terms=_terms(publication),
        boards=_boards(publication.catalogue),
    )
    yield Artifact.of_text("sitemap.xml", _xml(publication))
    yield Artifact.of_text(
        "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {publication.base_url}sitemap.xml\n"
    )


def _terms(publication: Publication) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the audience and topic pages as (heading, [(label, path)])."""
    catalogue = publication.catalogue
    headings = {"audiences": "按人群找", "topics": "按主题找"}
    return [
        (
            heading,
            [
                (term.label, f"{name}/{term.slug}/")
                for term in catalogue.vocabularies[name]
                if catalogue.labelled(name, term.label)
            ],
        )
        for name, heading in headings.items()
    ]


def _boards(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Return the pages that show records by day or side by side, as (title, path)."""
    return [
        ("即将截止", deadline_board.PATH),
        ("活动日历", event_calendar.PATH),
        ("政策时间线", policy_timeline.PATH),
        ("最近更新", change_log.PATH),
        *compared(catalogue),
    ]


def _xml(publication: Publication) -> str:
    """Return the sitemap; only records have a date, because only theirs is known."""
    urls = "".join(
        f"<url><loc>{escape(publication.base_url + path)}</loc>"
        + (f"<lastmod>{changed}</lastmod>" if changed else "")
        + "</url>\n"
        for path, changed in sorted(_addresses(publication))
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n'
    )


def _addresses(publication: Publication) -> Iterator[tuple[str, str]]:
    catalogue = publication.catalogue
    yield from ((path, "") for path in ("", "complaints/", "sitemap/", "standard/"))
    yield from ((path, "") for _, path in _boards(catalogue))
    busy = event_calendar.by_month(occasions(catalogue))
    months = event_calendar.months_of(busy, catalogue.as_of)
    yield from ((month.path, "") for month in months)
    yield from ((page.path, "") for page in publication.pages)
    yield from ((path, "") for _, terms in _terms(publication) for _, path in terms)
    for kind in KINDS.values():
        entries = catalogue.of(kind.name)
        lists = range(1, -(-len(entries) // PER_PAGE) + 1)
        yield from ((list_path(kind, number), "") for number in lists)
        yield from ((entry.path, entry.record.updated_on.isoformat()) for entry in entries)
