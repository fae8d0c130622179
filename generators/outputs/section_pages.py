"""The lists of every section, fifty a page, the most urgent or newest first."""

from __future__ import annotations

from collections.abc import Iterator

from generators.artifacts import Artifact
from generators.catalogue import Catalogue
from generators.outputs import deadline_board, event_calendar, policy_timeline
from generators.outputs.publication import Publication
from generators.records import KINDS, Kind
from generators.search.facets import LABELS

PER_PAGE = 50
# Within a section the kind is given.
_FACETS = [(name, label) for name, label in LABELS.items() if name != "kind"]

# Other ways to look at what a section holds.
_VIEWS = {
    "policies": [("政策时间线", policy_timeline.PATH), ("快要截止的", deadline_board.PATH)],
    "events": [("活动日历", event_calendar.PATH), ("快要截止的", deadline_board.PATH)],
    "courses": [("活动日历", event_calendar.PATH), ("快要截止的", deadline_board.PATH)],
}


def numbered(catalogue: Catalogue) -> Iterator[str]:
    """Yield the name of every section that has records with the number of each of its pages."""
    for name in KINDS:
        yield from (f"{name}/{number}" for number in range(1, _count(catalogue, name) + 1))


def _count(catalogue: Catalogue, section: str) -> int:
    return -(-catalogue.count_of(section) // PER_PAGE)


def list_page(publication: Publication, name: str) -> Iterator[Artifact]:
    """Yield a page of a section's list, by the section and its number."""
    section, _, digits = name.partition("/")
    kind, number, catalogue = KINDS[section], int(digits), publication.catalogue
    first = number == 1
    yield publication.page(
        list_path(kind, number),
        frame=kind.name if first else f"{kind.name}/_",
        title=kind.label if first else f"{kind.label}（第{number}页）",
        description=f"{kind.label}：{kind.describes}",
        template="lists/section.html",
        kind=kind,
        kinds=[(kind.name, kind.short, kind.label)],
        facets=_FACETS,
        total=catalogue.count_of(section),
        entries=catalogue.slice_of(section, (number - 1) * PER_PAGE, number * PER_PAGE),
        number=number,
        views=_views(publication, kind),
        pages=[(n, list_path(kind, n)) for n in range(1, _count(catalogue, section) + 1)],
    )


def _views(publication: Publication, kind: Kind) -> list[tuple[str, str]]:
    compared = publication.compared.get(kind.name)
    return [*_VIEWS.get(kind.name, []), *([("放在一起比", compared)] if compared else [])]


def list_path(kind: Kind, number: int) -> str:
    """Return the path of a list page, counted from 1."""
    return f"{kind.name}/" if number == 1 else f"{kind.name}/page-{number}/"
