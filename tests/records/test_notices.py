"""Notices: tables without holes, periods in order, objections heard in time."""

from __future__ import annotations

from datetime import date

import pytest

from generators.records.notices import Notice
from generators.records.status import Status
from tests.samples import Fields, channel, faults, notice, record


def _period(starts_on: str, ends_on: str) -> Fields:
    return {"starts_on": starts_on, "ends_on": ends_on, "objections": [channel()]}


@pytest.mark.parametrize("row", [["示范区"], ["示范区", "2", "3"]])
def test_rows_fit_the_columns(row: list[str]) -> None:
    """A row that is shorter or longer than the head is named by its number."""
    table = {"columns": ["区县", "人数"], "rows": [["示范区", "2"], row]}
    assert faults(Notice, notice(table=table)) == ["ragged-table"]
    with pytest.raises(ValueError, match=f"第 2 行有 {len(row)} 格，表头有 2 列"):
        Notice.model_validate(notice(table=table))


def test_display_ends_after_it_starts() -> None:
    """A period of one day is possible, one that ends before it starts is not."""
    assert faults(Notice, notice(display=_period("2026-08-17", "2026-08-17"))) == []
    backwards = notice(display=_period("2026-08-17", "2026-08-16"))
    assert faults(Notice, backwards) == ["out-of-order"]


def test_public_notice_has_a_period() -> None:
    """A 公示 says until when objections are heard."""
    assert faults(Notice, notice(kind="公示")) == ["incomplete-record"]
    assert faults(Notice, notice(kind="公示", display=_period("2026-08-17", "2026-08-21"))) == []


def test_status_says_whether_objections_are_heard() -> None:
    """Objections are heard on the last day of the period and not on the day after."""
    found = record("notices", display=_period("2026-08-17", "2026-08-21"))
    assert found.status_on(date(2026, 8, 21), soon_days=60) is Status.ON_DISPLAY
    assert found.status_on(date(2026, 8, 22), soon_days=60) is Status.ENDED
    assert record("notices").status_on(date(2026, 8, 21), soon_days=60) is None


def test_deadline_is_the_last_day_for_objections() -> None:
    """After the last day, and without a period, there is no deadline."""
    found = record("notices", display=_period("2026-08-17", "2026-08-21"))
    assert found.deadline_on(date(2026, 8, 21)) == date(2026, 8, 21)
    assert found.deadline_on(date(2026, 8, 22)) is None
    assert record("notices").deadline_on(date(2026, 8, 21)) is None
