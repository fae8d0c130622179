"""Opening hours: how they are written, and what the browser says of them at a moment."""

from __future__ import annotations

import json

import pytest

from generators.outputs.calendar_table import table_of
from generators.outputs.opening_hours import hours_in_words, opening_hours
from generators.records.parts import HoursException, OpeningHours
from tests.conftest import ROOT
from tests.node import run_module
from tests.samples import known_days

SCRIPT = ROOT / "overrides/assets/hours/hours.mjs"
OFFICE = [("周一至周五", "13:00", "17:00"), ("周一至周五", "09:00", "12:00")]
HALL = [*OFFICE, ("周六", "09:00", "12:00")]
FRIDAYS_SHORT = [("周一至周四", "09:00", "17:00"), ("周五", "09:00", "12:00")]
# The arrangement of 2026: off 1 to 7 October, work on Saturday 10 October.
CASES = [
    (OFFICE, "2026-11-23", "08:59", "还没开门，今天09:00开门"),
    (OFFICE, "2026-11-23", "09:00", "现在开门，到12:00"),
    (OFFICE, "2026-11-23", "12:00", "现在休息，今天13:00再开门"),
    (OFFICE, "2026-11-23", "16:59", "现在开门，到17:00"),
    (OFFICE, "2026-11-23", "17:00", "已下班，明天09:00开门"),
    (OFFICE, "2026-11-27", "18:00", "已下班，11月30日（周一）09:00开门"),
    (OFFICE, "2026-11-28", "10:00", "今天不开门，后天09:00开门"),
    (OFFICE, "2026-09-30", "18:00", "已下班，10月8日（周四）09:00开门"),
    (OFFICE, "2026-10-01", "10:00", "今天不开门，10月8日（周四）09:00开门"),
    (OFFICE, "2026-10-10", "10:00", "现在开门，到12:00"),
    (HALL, "2026-11-28", "10:00", "现在开门，到12:00"),
    (HALL, "2026-11-28", "12:30", "已下班，后天09:00开门"),
    # Whether a place that is open on weekends is open on a day off is not known.
    (HALL, "2026-10-01", "10:00", None),
    (HALL, "2026-09-30", "18:00", "已下班"),
    # Nor which weekday's hours hold on a Saturday on which offices work.
    (FRIDAYS_SHORT, "2026-10-10", "10:00", None),
    (OFFICE, "2031-03-03", "10:00", None),
    (OFFICE, "2026-12-30", "18:00", "已下班，明天：全天不办公"),
    (OFFICE, "2026-12-31", "10:00", "今天：全天不办公"),
]


def _rows(found: list[tuple[str, str, str]]) -> list[OpeningHours]:
    return [OpeningHours(days=days, opens=opens, closes=closes) for days, opens, closes in found]


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> list[str | None]:
    """Return what the browser says of every case, asked at once."""
    other = [HoursException.model_validate({"on": "2026-12-31", "note": "全天不办公"})]
    asked = [[opening_hours(_rows(rows), other), day, time] for rows, day, time, _ in CASES]
    table = table_of(known_days(), [2026, 2027])
    source = (
        f"import {{answer}} from '{SCRIPT.as_uri()}'\n"
        f"const table = {json.dumps(table)}\n"
        f"const said = {json.dumps(asked)}.map(([hours, day, time]) =>\n"
        "  answer(JSON.parse(hours), table, day, time)?.words ?? null)\n"
        "console.log(JSON.stringify(said))"
    )
    found = run_module(source, tmp_path_factory.mktemp("hours"))
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("number", range(len(CASES)), ids=lambda n: " ".join(CASES[n][1:3]))
def test_browser_says_whether_it_is_open(number: int, said: list[str | None]) -> None:
    """At a moment the page says what the hours and the days off say, and never guesses."""
    assert said[number] == CASES[number][3]


@pytest.mark.parametrize(
    ("days", "digits"),
    [("周一至周五", "12345"), ("周六", "6"), ("周六至周日", "67"), ("周六至周二", "6712")],
)
def test_days_are_written_as_digits(days: str, digits: str) -> None:
    """A stretch of weekdays may go on past Sunday."""
    assert json.loads(opening_hours(_rows([(days, "09:00", "12:00")])))["regular"] == [
        [digits, "09:00", "12:00"]
    ]


def test_hours_of_the_same_days_are_one_line() -> None:
    """Morning and afternoon stand together."""
    assert hours_in_words(_rows(HALL)) == [
        "周一至周五 09:00—12:00、13:00—17:00",
        "周六 09:00—12:00",
    ]
