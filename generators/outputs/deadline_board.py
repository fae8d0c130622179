"""The board of what ends within seven, thirty and ninety days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generators.artifacts import Artifact
from generators.outputs.calendar_files import FEED
from generators.outputs.occasions import Deadline, deadlines
from generators.outputs.publication import Publication

PATH = "deadlines/"
WITHIN = (7, 30, 90)


@dataclass(frozen=True, slots=True)
class Shelf:
    """What ends within so many days, and not on a shelf before."""

    within: int
    deadlines: tuple[Deadline, ...]


def deadline_board(publication: Publication) -> Iterator[Artifact]:
    """Yield `/deadlines/`."""
    catalogue = publication.catalogue
    yield publication.page(
        PATH,
        frame="deadlines",
        title="即将截止",
        description=f"今后{WITHIN[-1]}天里要截止的报名、申请、公示和到期的政策，越急的越靠前",
        template="pages/deadlines.html",
        shelves=shelved(deadlines(catalogue), catalogue.as_of),
        furthest=WITHIN[-1],
        feed=f"{publication.base_url}{FEED}",
    )


def shelved(found: Sequence[Deadline], day: date) -> list[Shelf]:
    """Return a shelf for each stretch of days, an empty one too, in the order of *found*."""
    stretches = zip((-1, *WITHIN), WITHIN, strict=False)
    return [
        Shelf(most, tuple(d for d in found if least < (d.day - day).days <= most))
        for least, most in stretches
    ]
