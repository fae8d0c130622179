"""The list of phones to dial."""

from __future__ import annotations

import csv
import io
from datetime import date

from generators.editing.phone_calls import as_csv, phone_calls
from tests.samples import catalogue, entry

_PHONES = [
    {"name": "咨询台", "number": "0000-1234567", "verified_on": "2026-05-20"},
    {"name": "报名", "number": "0000-1234568", "verified_on": "2026-06-01"},
    {"name": "总机", "number": "0000-1234569", "verified_on": "2026-11-02"},
]
_CATALOGUE = catalogue(entry("institutions", "a", title="市大厅", phones=_PHONES))


def test_phones_due_within_a_month_are_listed() -> None:
    """Late phones come first, then those of the next thirty days; others can wait."""
    calls = phone_calls(_CATALOGUE)
    assert [(call.phone.name, str(call.due_on)) for call in calls] == [
        ("咨询台", "2026-11-16"),
        ("报名", "2026-11-28"),
    ]
    assert [call.days_over(_CATALOGUE.as_of) for call in calls] == [6, 0]


def test_hotlines_of_the_site_are_listed_too() -> None:
    """The hotlines at the foot of every page are dialled by who runs the site."""
    calls = phone_calls(_CATALOGUE, ahead=365)
    assert {call.path for call in calls} == {"site.yml", "institutions/a.yml"}


def test_list_opens_in_excel() -> None:
    """The list has a mark for Excel, a heading, and columns to fill in."""
    data = as_csv(phone_calls(_CATALOGUE), date(2026, 11, 22))
    assert data.startswith(b"\xef\xbb\xbf")
    heading, first, second = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    assert heading[-3:] == ["拨打日期", "通不通", "备注"]
    assert first == [
        *("综合业务科", "市大厅", "咨询台", "0000-1234567", "2026-05-20", "2026-11-16", "6"),
        *("institutions/a.yml", "", "", ""),
    ]
    assert second[6] == ""
