"""Last days to act on which nobody works."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.diagnostics import Diagnostic, Severity
from generators.rules.deadline_on_day_off import CODE
from tests.samples import (
    Files,
    channel,
    course,
    enrolment,
    event,
    findings,
    loan,
    notice,
    policy,
    procedure,
    session,
)


def _event(closes_on: str) -> Files:
    dates = {"starts_at": "2028-12-01 14:00", "ends_at": "2028-12-01 17:00"}
    return {"events/a.yml": event(**dates, enrolment=enrolment(closes_on=closes_on))}


def _one(root: Path, files: Files) -> Diagnostic:
    (found,) = findings(root, CODE, files)
    return found


def test_enrolment_closing_on_a_saturday(tmp_path: Path) -> None:
    """The finding says which day it is and names the working days around it."""
    found = _one(tmp_path, _event("2026-11-28"))
    assert found.message == "“报名截止”2026-11-28（周六）不上班，没有人办"
    assert found.hint == "改到工作日：2026-11-27 或 2026-11-30"
    assert (found.severity, found.span.path) == (Severity.HINT, "events/a.yml")


def test_display_period_ending_on_a_sunday(tmp_path: Path) -> None:
    """The last day for objections is a day to act."""
    display = {"starts_on": "2026-11-16", "ends_on": "2026-11-22", "objections": [channel()]}
    found = _one(tmp_path, {"notices/a.yml": notice(kind="公示", display=display)})
    assert found.message == "“公示结束”2026-11-22（周日）不上班，没有人办"


def test_every_run_of_a_course_counts(tmp_path: Path) -> None:
    """Each run's enrolment is looked at, not only the nearest."""
    runs = [
        session(name=day, enrolment=enrolment(closes_on=day))
        for day in ("2026-11-27", "2026-11-28", "2026-11-29")
    ]
    found = findings(tmp_path, CODE, {"courses/a.yml": course(sessions=runs)})
    assert [f.message[:16] for f in found] == ["“报名截止”2026-11-28", "“报名截止”2026-11-29"]


def test_loans_and_procedures_that_end(tmp_path: Path) -> None:
    """The last day of a loan on offer and of a procedure in use are days to act."""
    files = {
        "loans/a.yml": loan(available_until="2026-12-05"),
        "procedures/a.yml": procedure(cancelled_on="2026-12-06"),
    }
    titles = [found.message.partition("”")[0] for found in findings(tmp_path, CODE, files)]
    assert titles == ["“停办日期", "“取消日期"]


@pytest.mark.parametrize(
    "closes_on",
    ["2026-11-21", "2026-11-27", "2027-01-04", "2028-01-01"],
)
def test_what_is_left_alone(closes_on: str, tmp_path: Path) -> None:
    """Nothing is said of a day that is past, worked, or in a year that is not known."""
    assert findings(tmp_path, CODE, _event(closes_on)) == []


def test_validity_is_no_deadline(tmp_path: Path) -> None:
    """A policy ends when its document says, working day or not."""
    assert findings(tmp_path, CODE, {"policies/a.yml": policy(expires_on="2026-11-29")}) == []
