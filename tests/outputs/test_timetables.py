"""The runs of a course: which is next, which are over."""

from __future__ import annotations

from datetime import date

from generators.outputs.timetables import timetable
from generators.records.courses import Course
from tests.samples import enrolment, record, session


def _course(*closings: str) -> Course:
    made = record(
        "courses",
        sessions=[
            session(name=day, enrolment=enrolment(opens_on="2026-01-01", closes_on=day))
            for day in closings
        ],
    )
    assert isinstance(made, Course)
    return made


def test_next_run_is_the_one_that_closes_first() -> None:
    """Of the runs one may still enrol for the most urgent comes first."""
    table = timetable(_course("2026-12-01", "2026-11-27"), date(2026, 11, 27))
    assert table.next is not None
    assert [run.session.name for run in table.open] == ["2026-11-27", "2026-12-01"]


def test_run_whose_enrolment_is_over_is_not_next() -> None:
    """A day after the last run closed there is none to enrol for."""
    table = timetable(_course("2026-11-27"), date(2026, 11, 28))
    assert (table.next, len(table.closed)) == (None, 1)
    assert table.closed[0].when == "2026年12月5日（周六） 至 12月6日（周日）"
