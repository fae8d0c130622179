"""Policies: dates in order, amounts with units, the state on a day."""

from __future__ import annotations

from datetime import date

import pytest

from generators.records.policies import Policy
from generators.records.status import Status
from tests.samples import benefit, faults, policy, record


def _status(day: str, **changes: object) -> Status | None:
    return record("policies", **changes).status_on(date.fromisoformat(day), soon_days=60)


def test_expiry_before_effect_is_a_fault() -> None:
    """A policy may end on the day it begins, but not before."""
    dates = {"effective_on": "2026-01-02", "expires_on": "2026-01-02"}
    assert faults(Policy, policy(**dates)) == []
    assert faults(Policy, policy(**dates | {"expires_on": "2026-01-01"})) == ["out-of-order"]


def test_policy_gives_something() -> None:
    """A policy without benefits and without highlights tells nobody anything."""
    assert faults(Policy, policy(highlights=[])) == ["incomplete-record"]
    assert faults(Policy, policy(highlights=[], benefits=[benefit()])) == []


@pytest.mark.parametrize("changes", [{"amount_max": "300000"}, {"unit": "元"}])
def test_amount_and_unit_come_together(changes: dict[str, str]) -> None:
    """An amount without a unit, or a unit without an amount, is a fault."""
    assert faults(Policy, policy(benefits=[benefit(**changes)])) == ["amount-without-unit"]
    both = benefit(amount_max="300000", unit="元")
    assert faults(Policy, policy(benefits=[both])) == []


def test_repeal_holds_from_its_day() -> None:
    """A policy is repealed on the day of its repeal, whatever its validity says."""
    dates = {"expires_on": "2027-12-31", "repealed_on": "2026-03-01"}
    assert _status("2026-02-28", **dates) is Status.IN_FORCE
    assert _status("2026-03-01", **dates) is Status.REPEALED


def test_ended_benefit_is_part_of_the_state() -> None:
    """A policy in force of which one benefit has ended is partly expired from the day after."""
    benefits = [benefit(expires_on="2026-03-31"), benefit()]
    assert _status("2026-03-31", benefits=benefits) is Status.IN_FORCE
    assert _status("2026-04-01", benefits=benefits) is Status.PARTLY_EXPIRED


def test_expired_policy_is_not_partly_expired() -> None:
    """The end of the whole policy outweighs that of a benefit."""
    benefits = [benefit(expires_on="2026-03-31")]
    status = _status("2026-07-01", benefits=benefits, expires_on="2026-06-30")
    assert status is Status.EXPIRED


def test_deadline_is_the_last_day_of_validity() -> None:
    """One can act until the last day, and a policy without one has no deadline."""
    last = date(2026, 6, 30)
    found = record("policies", expires_on="2026-06-30")
    assert found.deadline_on(last) == last
    assert found.deadline_on(date(2026, 7, 1)) is None
    assert record("policies").deadline_on(last) is None
