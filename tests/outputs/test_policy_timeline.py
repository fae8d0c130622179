"""What happens to policies, by year."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.outputs import policy_timeline
from generators.outputs.policy_timeline import Milestone, by_year, divided, milestones
from generators.sources import Entry
from tests.samples import AS_OF, catalogue, entry


def _policy(identifier: str, issued_on: str | None = None, **fields: Any) -> Entry:
    document = {"title": "关于创业的通知", "issuers": ["财政部"], "level": "市"}
    dated = document | ({"issued_on": issued_on} if issued_on else {})
    return entry("policies", identifier, document=dated, **fields)


def _said(found: list[Milestone]) -> list[str]:
    return [f"{m.when} {m.what}" for m in found]


def test_life_of_a_policy() -> None:
    """A policy is issued, takes effect and ends."""
    made = _policy("a", "2023-12-15", effective_on="2024-01-01", expires_on="2026-12-31")
    assert _said(milestones(catalogue(made))) == [
        "2023-12-15 印发",
        "2024-01-01 施行",
        "2026-12-31 到期",
    ]


def test_issued_and_in_force_at_once_is_one_line() -> None:
    """What happens on one day is said once."""
    made = _policy("a", "2024-01-01", effective_on="2024-01-01")
    assert _said(milestones(catalogue(made))) == ["2024-01-01 印发并施行"]


def test_repealed_policy_does_not_end_again() -> None:
    """After a repeal the day on which a policy would have ended means nothing."""
    made = _policy("a", repealed_on="2025-05-01", expires_on="2026-12-31")
    assert _said(milestones(catalogue(made))) == ["2025-05-01 废止"]


def test_policy_replaces_when_it_takes_effect() -> None:
    """The line on which a policy takes effect names what it replaces, and no other line does."""
    new = _policy("new", "2023-09-04", effective_on="2023-10-01", supersedes=["old"])
    found = milestones(catalogue(new, _policy("old", "2020")))
    assert [(m.what, [e.id for e in m.replaces]) for m in found if m.entry.id == "new"] == [
        ("印发", []),
        ("施行", ["old"]),
    ]


def test_policy_of_which_less_is_known_replaces_when_it_is_issued() -> None:
    """Where nobody wrote when it takes effect it replaces from the day it was issued."""
    new = _policy("new", "2018", supersedes=["old"])
    (issued,) = milestones(catalogue(new, _policy("old")))
    assert [e.id for e in issued.replaces] == ["old"]


def test_years_and_days_stand_last_first() -> None:
    """The last year is on top; what is known only by its year is at the year's end."""
    made = catalogue(_policy("a", "2025-07"), _policy("b", "2025"), _policy("c", "2024-12-31"))
    years = by_year(milestones(made))
    assert [(year, [m.when for m in group]) for year, group in years] == [
        ("2025", ["2025-07", "2025"]),
        ("2024", ["2024-12-31"]),
    ]


def test_only_whole_dates_are_days() -> None:
    """One cannot count down to a year."""
    found = milestones(catalogue(_policy("a", "2025-07"), _policy("b", "2025-07-09")))
    assert [m.day is None for m in found] == [True, False]


@given(
    st.lists(st.dates(date(2016, 1, 1), date(2030, 12, 31)), max_size=25),
    st.integers(0, 6),
    st.integers(0, 12),
)
def test_what_does_not_fit_is_on_the_page_of_its_year(
    days: list[date], ahead: int, behind: int
) -> None:
    """Nothing is left out, what comes next and the last years come first."""
    someone = entry("policies", "a")
    found = sorted((Milestone(f"{d}", "印发", someone, "市") for d in days), key=lambda m: m.when)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(policy_timeline, "_AHEAD", ahead)
        patch.setattr(policy_timeline, "_BEHIND", behind)
        timeline = divided(found, AS_OF)
    here = [*timeline.ahead, *(m for _, year in timeline.years for m in year)]
    apart = dict(timeline.apart)
    assert timeline.ahead == [m for m in found if m.when > f"{AS_OF}"][:ahead]
    assert sum(len(year) for _, year in timeline.years[1:]) <= behind
    for year, group in by_year(found):
        assert apart.get(year, group) == group
        assert year in apart or all(any(m is other for other in here) for m in group)
