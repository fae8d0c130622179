"""The table of days off that the browser counts with."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from generators.outputs.calendar_table import calendar_table, table_of
from generators.outputs.publication import Publication
from generators.outputs.templates import Templates
from generators.workdays import Calendar
from tests.samples import catalogue


def test_only_years_around_the_day(tmp_path: Path) -> None:
    """Of four known years the one long past is left out; all days of the others are there."""
    made = catalogue(as_of=date(2026, 11, 22))
    publication = Publication(made, "https://x.example/", tmp_path, {}, (), Templates(tmp_path))
    (artifact,) = calendar_table(publication)
    table = json.loads(artifact.data)
    assert artifact.path == "assets/workdays/table.json"
    assert table["years"] == [2025, 2026, 2027]
    assert (table["off"][0], table["off"][-1]) == ("2025-01-01", "2027-01-03")
    assert (table["work"][0], table["work"][-1]) == ("2025-01-26", "2026-10-10")


def test_days_of_unknown_years_are_left_out() -> None:
    """A row that reaches into a year without a notice of its own tells nothing about it."""
    calendar = Calendar(frozenset({2027}), frozenset({date(2026, 12, 31), date(2027, 1, 1)}))
    known = {"years": [2027], "off": ["2027-01-01"], "work": []}
    assert table_of(calendar, {2026, 2027, 2028}) == known
    assert table_of(calendar, {2026}) == {"years": [], "off": [], "work": []}
