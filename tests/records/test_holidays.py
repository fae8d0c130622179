"""放假调休: what a file may say, and the calendar that several files make up."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generators.build.checking import check
from generators.diagnostics import Diagnostic
from generators.records.holidays import Holidays, calendar
from tests.samples import AS_OF, Fields, content_folder, faults


def holidays(**changes: object) -> Fields:
    """Return an arrangement of 2027 that is made up."""
    return {
        "year": "2027",
        "notice": {"title": "测试用的安排", "issuer": "测试"},
        "off": [{"name": "元旦", "starts_on": "2027-01-01", "ends_on": "2027-01-03"}],
        "work": ["2027-01-09"],
        **changes,
    }


def _off(starts_on: str, ends_on: str) -> list[Fields]:
    return [{"name": "节", "starts_on": starts_on, "ends_on": ends_on}]


def _findings(root: Path, name: str, said: Fields) -> list[Diagnostic]:
    path = f"holidays/{name}"
    checked = check(content_folder(root, {path: said}), as_of=AS_OF)
    return [finding for finding in checked.findings if finding.span.path == path]


@pytest.mark.parametrize(
    "off",
    [
        _off("2027-05-01", "2027-05-01"),
        _off("2026-12-31", "2027-01-02"),
        _off("2027-12-31", "2028-01-01"),
    ],
)
def test_rows_of_days_off(off: list[Fields]) -> None:
    """A row may be one day, and may reach one day into the year beside."""
    assert faults(Holidays, holidays(off=off)) == []


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"off": _off("2026-12-30", "2027-01-01")}, ["holidays-disagree"]),
        ({"off": _off("2027-12-31", "2028-01-02")}, ["holidays-disagree"]),
        ({"off": _off("2026-05-01", "2026-05-03")}, ["holidays-disagree"]),
        ({"work": ["2026-01-04"]}, ["holidays-disagree"]),
        ({"work": ["2027-01-02"]}, ["holidays-disagree"]),
        ({"work": ["2027-01-08"]}, ["holidays-disagree"]),
        ({"off": []}, ["too_short"]),
        ({"year": "1999"}, ["greater_than_equal"]),
    ],
)
def test_what_cannot_be(changes: Fields, codes: list[str]) -> None:
    """Days outside the year, both off and worked, or worked on a weekday are faults."""
    assert faults(Holidays, holidays(**changes)) == codes


def test_calendar_of_several_years() -> None:
    """Years are put together; every day of a row is off, a make-up Saturday is worked."""
    other = holidays(year="2028", off=_off("2028-01-01", "2028-01-03"), work=[])
    made = calendar(Holidays.model_validate(said) for said in (holidays(), other))
    assert made.years == {2027, 2028}
    off, work = date(2027, 1, 1), date(2027, 1, 9)
    assert (made.is_workday(off), made.is_workday(work)) == (False, True)
    assert made.is_workday(date(2028, 1, 3)) is False
    assert calendar([]).years == frozenset()


def test_file_is_named_by_its_year(tmp_path: Path) -> None:
    """A file with another year in its name is refused, at the year it says."""
    (found,) = _findings(tmp_path, "2028.yml", holidays())
    assert found.message == "文件名是 2028.yml，里面写的是 2027 年"
    assert (found.code, found.span.line, found.is_error) == ("holidays-disagree", 1, True)
    assert found.hint == "改成一样的年份"


def test_fault_is_shown_at_its_place(tmp_path: Path) -> None:
    """A make-up day that is a Friday is named with its weekday; the year is not missing too."""
    (found,) = _findings(tmp_path, "2027.yml", holidays(work=["2027-01-09", "2027-01-08"]))
    assert found.message == "2027-01-08 是周五，本来就上班，不用写进补班"
    assert (found.span.path, found.span.line) == ("holidays/2027.yml", 11)
