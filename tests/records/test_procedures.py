"""Procedures: promises within the law, explained visits, a phone, a way to complain."""

from __future__ import annotations

from datetime import date

import pytest

from generators.records.procedures import Procedure
from generators.records.status import Status
from tests.samples import Fields, channel, faults, procedure, record


def _time_limit(promised: tuple[str, str], statutory: tuple[str, str]) -> Fields:
    limits = {"promised": promised, "statutory": statutory}
    return {name: {"amount": a, "unit": u} for name, (a, u) in limits.items()} | {
        "starts": "自受理之日起"
    }


@pytest.mark.parametrize(
    ("promised", "statutory", "expected"),
    [
        (("5", "工作日"), ("20", "工作日"), []),
        (("20", "工作日"), ("20", "工作日"), []),
        (("21", "工作日"), ("20", "工作日"), ["promise-over-statute"]),
        (("21", "工作日"), ("1", "月"), ["promise-over-statute"]),
    ],
)
def test_promise_keeps_the_law(
    promised: tuple[str, str], statutory: tuple[str, str], expected: list[str]
) -> None:
    """A promise may be as long as the statutory limit; another unit cannot be compared with it."""
    fields = procedure(time_limit=_time_limit(promised, statutory))
    assert faults(Procedure, fields) == expected


def test_broken_promise_names_both_limits() -> None:
    """The message says what was promised and what the law allows."""
    fields = procedure(time_limit=_time_limit(("2", "年"), ("1", "年")))
    with pytest.raises(ValueError, match="承诺时限 2年 超过了法定时限 1年"):
        Procedure.model_validate(fields)


def test_visit_needs_a_reason() -> None:
    """Who must come in person is told why; who need not come needs no reason."""
    assert faults(Procedure, procedure(visits={"count": "1"})) == ["missing-reason"]
    assert faults(Procedure, procedure(visits={"count": "1", "reason": "核对原件"})) == []


def test_consultation_has_a_phone() -> None:
    """Whoever cannot use the net can ask by phone."""
    online = channel(kind="网络", value="https://shili.example/")
    assert faults(Procedure, procedure(consultation=[online])) == ["missing-contact"]
    assert faults(Procedure, procedure(consultation=[online, channel()])) == []


def test_complaints_are_possible() -> None:
    """Complaints go to the site's channels or to named ones, never to none."""
    assert faults(Procedure, procedure(complaints=[channel()])) == []
    assert faults(Procedure, procedure(complaints=[])) == ["missing-contact"]


def test_materials_are_said_even_if_none() -> None:
    """An empty list says that nothing is needed; leaving it out says nothing."""
    fields = procedure()
    assert faults(Procedure, fields) == []
    del fields["materials"]
    assert faults(Procedure, fields) == ["missing"]


def test_cancelled_procedure_ends_after_its_last_day() -> None:
    """A procedure can be used on the day it is cancelled and no longer the day after."""
    found = record("procedures", effective_on="2026-01-01", cancelled_on="2026-06-30")
    days = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1))
    assert [found.status_on(day, soon_days=10) for day in days] == [
        Status.NOT_YET_IN_FORCE,
        Status.IN_FORCE,
        Status.EXPIRING,
        Status.EXPIRED,
    ]
