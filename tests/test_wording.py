"""How days, amounts and numbers are said."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.wording import amount, day_in_words, plain_number


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (date(2026, 12, 31), "2026年12月31日（周四）"),
        (date(2026, 1, 4), "2026年1月4日（周日）"),
        ("2026-12-31", "2026年12月31日"),
        ("2016-07", "2016年7月"),
        ("2016", "2016年"),
    ],
)
def test_day_in_words(value: date | str, words: str) -> None:
    """A whole date has its weekday; a partly known one is said as far as it is known."""
    assert day_in_words(value) == words


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("300000", "元", "30万元"),
        ("12345", "元", "12345元"),
        ("12300", "元", "1.23万元"),
        ("10000", "元", "1万元"),
        ("9999", "元", "9999元"),
        ("20000", "元/户·年", "2万元/户·年"),
        ("6000", "元/人·年", "6000元/人·年"),
        ("0", "元", "0元"),
        ("0.50", "元", "0.5元"),
        ("30000", "平方米", "30000平方米"),
        ("1000000000000", "元", "100000000万元"),
    ],
)
def test_amount_as_people_say_it(value: str, unit: str, words: str) -> None:
    """Round amounts of yuan are said in ten thousands, everything else as it is."""
    assert amount(Decimal(value), unit) == words


@given(st.decimals(0, 10**12, places=2))
def test_amount_loses_nothing(value: Decimal) -> None:
    """However an amount is said, it is the same amount."""
    said = amount(value).removesuffix("元")
    factor = 10_000 if said.endswith("万") else 1
    assert Decimal(said.removesuffix("万")) * factor == value


@pytest.mark.parametrize(
    ("value", "words"),
    [(Decimal("36.0"), "36"), (80.0, "80"), (72.5, "72.5"), (Decimal(100), "100")],
)
def test_plain_number(value: Decimal | float, words: str) -> None:
    """A number has no needless zeros and no exponent."""
    assert plain_number(value) == words
