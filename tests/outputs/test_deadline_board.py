"""What stands on which shelf of the board."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from generators.outputs.deadline_board import WITHIN, shelved
from generators.outputs.occasions import Deadline, deadlines
from tests.conftest import ROOT
from tests.node import run_module
from tests.samples import AS_OF, catalogue, entry

SCRIPT = ROOT / "overrides/assets/deadlines/deadlines.mjs"


@pytest.mark.parametrize(
    ("days", "within"), [(0, 7), (7, 7), (8, 30), (30, 30), (31, 90), (90, 90), (91, None)]
)
def test_shelf_of_a_day(days: int, within: int | None, tmp_path: Path) -> None:
    """Something stands on the nearest shelf that holds its day, in the browser too."""
    due = Deadline(entry("events", "a"), "报名截止", AS_OF + timedelta(days))
    full = [shelf.within for shelf in shelved([due], AS_OF) if shelf.deadlines]
    assert full == ([within] if within else [])
    source = (
        f"import {{shelfOf}} from '{SCRIPT.as_uri()}'\n"
        f"console.log(JSON.stringify(shelfOf({list(WITHIN)}, {days}) ?? null))"
    )
    assert run_module(source, tmp_path) == within


def test_shelf_keeps_the_order() -> None:
    """On a shelf the nearest comes first."""
    far = entry("projects", "a", valid_until="2026-12-20")
    near = entry("projects", "b", valid_until="2026-12-01")
    found = deadlines(catalogue(far, near, as_of=date(2026, 11, 22)))
    assert [d.entry.id for d in shelved(found, AS_OF)[1].deadlines] == ["b", "a"]
