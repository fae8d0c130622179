"""Repairs: what people type, and what they mean; never a guess."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.records import repairs

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@given(DAYS)
def test_days_in_the_shapes_people_type_are_understood(day: date) -> None:
    """Slashes, dots, Chinese words and no separators all mean the same day."""
    y, m, d = day.year, day.month, day.day
    shapes = (
        f"{y}/{m}/{d}",
        f"{y}.{m:02}.{d:02}",
        f"{y}年{m}月{d}日",
        f"{y}{m:02}{d:02}",
        f"{y}-{m}-{d}",
    )
    assert {repairs.repaired_day(shape) for shape in shapes} == {day.isoformat()}


@given(st.datetimes(datetime(1900, 1, 1), datetime(2099, 12, 31)))
def test_moments_in_the_shapes_people_type_are_understood(when: datetime) -> None:
    """A day and a time with seconds, a T, or Chinese words are one moment."""
    day, expected = when.date(), when.strftime("%Y-%m-%d %H:%M")
    shapes = (
        f"{day:%Y/%m/%d} {when.hour}:{when.minute:02}",
        f"{day}T{when:%H:%M:%S}",
        f"{day.year}年{day.month}月{day.day}日{when.hour}点{when.minute:02}分",
    )
    assert {repairs.repaired_moment(shape) for shape in shapes} == {expected}


@given(st.text(max_size=20))
def test_repairs_never_fail(text: str) -> None:
    """Whatever is written, a repair is a text or nothing."""
    for name in dir(repairs):
        if name.startswith("repaired_"):
            repaired = getattr(repairs, name)(text)
            assert repaired is None or isinstance(repaired, str)


@pytest.mark.parametrize(
    ("repair", "text", "expected"),
    [
        (repairs.repaired_day, "2026/2/30", None),
        (repairs.repaired_moment, "2026-01-05", None),
        (repairs.repaired_clock, "9：05", "09:05"),
        (repairs.repaired_clock, "25:00", None),
        (repairs.repaired_number, "300,000", "300000"),
        (repairs.repaired_number, "30万", None),
        (repairs.repaired_count, "1,000.5", None),
        (repairs.repaired_percent, "５０ ％", "50%"),
        (repairs.repaired_percent, "0.5", None),
        (repairs.repaired_flag, "no", "否"),
        (repairs.repaired_flag, "off", None),
        (repairs.repaired_document_number, "财金【2023】 75 号", "财金〔2023〕75号"),
        (repairs.repaired_phone, "（0000）1234567", "0000-1234567"),
        (repairs.repaired_phone, "1234567", None),
    ],
)
def test_safe_answers(repair: object, text: str, expected: str | None) -> None:
    """What has one meaning is repaired, what has two is left alone."""
    assert callable(repair)
    assert repair(text) == expected
