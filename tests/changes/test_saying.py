"""How values are said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.changes.fields import fields_of
from generators.changes.saying import quoted, said, with_titles
from generators.records import KINDS
from generators.records.policies import Benefit
from generators.records.procedures import TimeLimit


@pytest.mark.parametrize(
    ("kind", "key", "value", "words"),
    [
        ("loans", "amount_max", "300000", "30万元"),
        ("loans", "amount_max", "三十万", "三十万"),
        ("loans", "term_months_max", "36", "36个月"),
        ("loans", "available_until", "2027-01-30", "2027年1月30日"),
        ("loans", "available_until", "2027-02-30", "2027-02-30"),
        ("loans", "bank", "bank-a", "[[institutions/bank-a]]"),
        ("events", "starts_at", "2026-12-03 14:00", "2026年12月3日14:00"),
        ("institutions", "accessible", "true", "是"),
        ("procedures", "handling", "即办件", "即办件"),
        ("procedures", "complaints", "inherit", "全站的四种投诉渠道"),
        ("faqs", "answer", "财政付一半。", "“财政付一半。”"),
        ("faqs", "answer", None, ""),
    ],
)
def test_value_in_words(kind: str, key: str, value: str | None, words: str) -> None:
    """Amounts, days, flags and references are said as people say them; the rest as written."""
    assert said(fields_of(KINDS[kind].model)[key], value, {}) == words


def test_amount_takes_the_unit_beside_it() -> None:
    """The unit of a benefit stands in the field beside its amount."""
    field = fields_of(Benefit)["amount_max"]
    assert said(field, "20000", {"unit": "元/户·年"}) == "2万元/户·年"


@pytest.mark.parametrize(
    ("amount", "unit", "words"),
    [("5", "工作日", "5个工作日"), ("3", "年", "3年"), ("0", "工作日", "当场")],
)
def test_time_limit_in_words(amount: str, unit: str, words: str) -> None:
    """A time limit is said with its unit; none at all is on the spot."""
    field = fields_of(TimeLimit)["promised"]
    assert said(field, {"amount": amount, "unit": unit}, {}) == words


def test_references_are_named_when_shown() -> None:
    """A record is named by its title, with the window, and by its id where it is unknown."""
    words = with_titles(
        "[[institutions/hall#创业窗口]]、[[faqs/gone]]、[[other/x]]",
        lambda kind, identifier: (
            "市大厅" if (kind, identifier) == ("institutions", "hall") else None
        ),
    )
    assert words == "《市大厅》创业窗口、《gone》、[[other/x]]"


@given(st.text())
def test_quotation_is_one_short_line(text: str) -> None:
    """Whatever is quoted fits into a line."""
    shown = quoted(text, 20)
    assert len(shown) <= 22
    assert "\n" not in shown
