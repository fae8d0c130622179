"""Years whose days off nobody has written down."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generators.build.checking import check
from generators.diagnostics import Diagnostic, Severity
from generators.rules.holidays_missing import CODE
from tests.samples import content_folder


def _findings(root: Path, day: date, *missing: int) -> list[Diagnostic]:
    content = content_folder(root, {})
    for year in missing:
        (content / f"holidays/{year}.yml").unlink()
    return [finding for finding in check(content, as_of=day).findings if finding.code == CODE]


def test_next_year_is_missed_from_november_on(tmp_path: Path) -> None:
    """On 1 November the file of the next year is asked for, at the place it belongs."""
    (found,) = _findings(tmp_path, date(2026, 11, 1), 2027)
    assert found.message == "没有 2027 年的放假调休，算不出落在 2027 年的办结日期"
    assert found.hint == "国务院办公厅公布以后，照着已有的年份写一份；没有公布的不要猜"
    assert (found.span.path, found.severity) == ("holidays/2027.yml", Severity.WARNING)


@pytest.mark.parametrize(
    ("day", "missing", "paths"),
    [
        (date(2026, 10, 31), (2027,), []),
        (date(2026, 12, 31), (2024, 2025), []),
        (date(2026, 6, 1), (2026,), ["holidays/2026.yml"]),
        (date(2026, 11, 1), (2026, 2027), ["holidays/2026.yml", "holidays/2027.yml"]),
        (date(2028, 1, 1), (), ["holidays/2028.yml"]),
    ],
)
def test_years_that_are_needed(
    day: date, missing: tuple[int, ...], paths: list[str], tmp_path: Path
) -> None:
    """The year of the day is always needed, the next from November on, a past one never."""
    assert [found.span.path for found in _findings(tmp_path, day, *missing)] == paths


def test_faulty_file_is_not_missing(tmp_path: Path) -> None:
    """A file with faults of its own is there, and not asked for a second time."""
    content = content_folder(tmp_path, {"holidays/2027.yml": "year: 二〇二七\n"})
    found = check(content, as_of=date(2026, 11, 22)).findings
    codes = [finding.code for finding in found if finding.span.path == "holidays/2027.yml"]
    assert codes == ["missing-field", "missing-field", "not-a-number"]
