"""Things said to have been done on a day that has not come."""

from __future__ import annotations

from pathlib import Path

from generators.diagnostics import Severity, Span
from generators.rules.dated_in_future import CODE
from tests.samples import FAQ, findings, incubator


def test_future_day_is_at_its_place(tmp_path: Path) -> None:
    """A day after today is pointed at, and today is named."""
    text = FAQ.replace("verified_on: 2026-10-23", "verified_on: 2026-11-23")
    (found,) = findings(tmp_path, CODE, {"faqs/a.yml": text})
    assert found.message == "“核对日期”写的 2026-11-23 还没有到（今天按 2026-11-22 算）"
    assert found.span == Span("faqs/a.yml", 10, 14, 10, 24)
    assert (found.severity, found.hint) == (Severity.ERROR, "改成实际的日期")


def test_moment_of_publication_counts_by_its_day(tmp_path: Path) -> None:
    """What is published later today is no fault, what is published tomorrow is."""
    tonight = FAQ.replace("2024-03-01 09:00", "2026-11-22 23:59")
    tomorrow = FAQ.replace("2024-03-01 09:00", "2026-11-23 00:00")
    files = {"faqs/a.yml": tonight, "faqs/b.yml": tomorrow}
    assert [f.span.path for f in findings(tmp_path, CODE, files)] == ["faqs/b.yml"]


def test_days_deep_in_a_record_count(tmp_path: Path) -> None:
    """The day on which workstations were counted is past as well."""
    workstations = {"total": "20", "free": "3", "counted_on": "2062-11-01"}
    files = {"incubators/a.yml": incubator(workstations=workstations)}
    assert len(findings(tmp_path, CODE, files)) == 1
