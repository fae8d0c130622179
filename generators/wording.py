"""How days, amounts and numbers are said; below everything that says them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

_WEEKDAYS = "一二三四五六日"


# The same days stand on many pages.
@lru_cache(maxsize=4096)
def day_in_words(value: date | str) -> str:
    """Write a date as 2026年12月31日（周四）; a partly known one as far as it is known."""
    if isinstance(value, str):
        year, *rest = value.split("-")
        if len(rest) == 2:
            return plain_day(date.fromisoformat(value))
        return f"{year}年{int(rest[0])}月" if rest else f"{year}年"
    return f"{plain_day(value)}（周{_WEEKDAYS[value.weekday()]}）"


def plain_day(value: date) -> str:
    """Write a date as 2026年12月31日."""
    return f"{value.year}年{value.month}月{value.day}日"


def plain_number(value: Decimal | float) -> str:
    """Write a number without needless zeros."""
    number = Decimal(str(value)).normalize()
    return f"{number:f}"


def amount(value: Decimal, unit: str = "元") -> str:
    """Write an amount as people say it: 300000 元 is 30万元."""
    ten_thousands = value / 10_000
    if unit.startswith("元") and value >= 10_000 and ten_thousands * 100 % 1 == 0:
        return f"{plain_number(ten_thousands)}万{unit}"
    return f"{plain_number(value)}{unit}"
