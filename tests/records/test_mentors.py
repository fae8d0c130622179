"""Mentors: published only while consent lasts."""

from __future__ import annotations

from datetime import date

import pytest

from generators.records.status import Status
from tests.samples import record

CONSENT = {
    "given_on": "2026-01-01",
    "expires_on": "2026-06-30",
    "scope": "公开称呼",
    "evidence": "同意书-1",
}


@pytest.mark.parametrize(
    ("day", "publishable"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), True),
        (date(2026, 6, 30), True),
        (date(2026, 7, 1), False),
    ],
)
def test_published_only_with_consent(day: date, *, publishable: bool) -> None:
    """A mentor is shown from the day consent was given to its last day, and on no other."""
    assert record("mentors", consent=CONSENT).is_publishable_on(day) is publishable


def test_status_is_that_of_the_appointment() -> None:
    """The state of a mentor follows the appointment, which may end before consent does."""
    found = record("mentors", appointed_from="2026-01-01", appointed_until="2026-03-31")
    assert found.status_on(date(2026, 3, 31), soon_days=1) is Status.EXPIRING
    assert found.status_on(date(2026, 4, 1), soon_days=1) is Status.EXPIRED
