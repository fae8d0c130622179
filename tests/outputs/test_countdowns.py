"""How long there is: the words, the bar, and that the browser says the same."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.outputs.bars import bar
from generators.outputs.countdowns import countdown, countdown_words, days_left
from tests.conftest import ROOT
from tests.node import run_module

DAY = date(2026, 11, 22)
SCRIPT = ROOT / "overrides/assets/countdown/countdown.mjs"


@pytest.mark.parametrize(
    ("days", "words"),
    [(-1, "已经过了"), (0, "就在今天"), (1, "就在明天"), (2, "还有2天"), (90, "还有90天")],
)
def test_words(days: int, words: str) -> None:
    """Today and tomorrow have words of their own."""
    assert days_left(days) == words


def test_browser_says_the_same(tmp_path: Path) -> None:
    """The browser's words are those of the build, for every day."""
    source = (
        f"import {{daysBetween, daysLeft}} from '{SCRIPT.as_uri()}'\n"
        "const days = [...Array(120).keys()].map((day) => day - 20)\n"
        "const far = daysBetween('2026-11-22', '2027-03-01')\n"
        "console.log(JSON.stringify([...days.map(daysLeft), far]))"
    )
    assert run_module(source, tmp_path) == [*map(days_left, range(-20, 100)), 99]


def test_bar_is_measured_against_the_time_there_was() -> None:
    """Halfway between its first day and its last half of the bar is left."""
    drawn = countdown(DAY + timedelta(10), DAY, since=DAY - timedelta(10))
    assert 'data-until="2026-12-02" data-span="20"' in drawn
    assert 'class="share-bar__part" width="50"' in drawn


def test_what_is_near_is_marked() -> None:
    """A week before the end the colour changes; the words say it too."""
    assert "countdown--near" in countdown_words(DAY + timedelta(7), DAY)
    assert "countdown--near" not in countdown_words(DAY + timedelta(8), DAY)


@given(st.integers(-5, 500), st.integers(1, 400))
def test_bar_never_leaves_its_frame(part: int, whole: int) -> None:
    """However much there is, the bar is between nothing and the whole."""
    (width,) = re.findall(r'share-bar__part" width="(-?\d+)"', bar(part, whole))
    assert 0 <= int(width) <= 100


def test_bar_of_nothing_is_nothing() -> None:
    """Where there is no whole there is no part."""
    assert bar(0, 0) == ""
