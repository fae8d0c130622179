"""The days off around the day, from which the browser counts time limits anew."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date

from generators.artifacts import Artifact
from generators.outputs.publication import Publication
from generators.workdays import Calendar


def calendar_table(publication: Publication) -> Iterator[Artifact]:
    """Yield `/assets/workdays/table.json`: last year, this year and the next, where known."""
    year = publication.catalogue.as_of.year
    table = table_of(publication.catalogue.calendar, {year - 1, year, year + 1})
    text = json.dumps(table, separators=(",", ":"))
    yield Artifact.of_text("assets/workdays/table.json", f"{text}\n")


def table_of(calendar: Calendar, years: Iterable[int]) -> dict[str, list[int] | list[str]]:
    """Return a calendar of those of *years* that are known, as workdays.mjs reads it."""
    known = calendar.years.intersection(years)
    return {
        "years": sorted(known),
        "off": _written(calendar.off, known),
        "work": _written(calendar.work, known),
    }


def _written(days: Iterable[date], years: frozenset[int]) -> list[str]:
    return sorted(day.isoformat() for day in days if day.year in years)
