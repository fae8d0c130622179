"""The parts that kinds share: limits, hours, enrolment, fees."""

from __future__ import annotations

import pytest

from generators.records.articles import Article
from generators.records.parts import Address, Enrolment, Fee, Limit, OpeningHours
from generators.records.projects import Investment
from tests.samples import article, enrolment, faults


@pytest.mark.parametrize(
    ("unit", "words"),
    [("工作日", "3个工作日"), ("月", "3个月"), ("小时", "3个小时"), ("年", "3年")],
)
def test_limit_reads_as_people_say_it(unit: str, words: str) -> None:
    """A limit is said with its unit, years without the counter."""
    assert str(Limit.model_validate({"amount": "3", "unit": unit})) == words


def test_limit_needs_a_known_unit() -> None:
    """天, which may mean working days or not, is refused."""
    assert faults(Limit, {"amount": "3", "unit": "天"}) == ["literal_error"]


def test_hours_close_after_they_open() -> None:
    """An office closes after it opens, at midnight at the latest."""
    hours = {"days": "周一至周五", "opens": "09:00"}
    assert faults(OpeningHours, hours | {"closes": "24:00"}) == []
    assert faults(OpeningHours, hours | {"closes": "09:00"}) == ["out-of-order"]
    assert faults(OpeningHours, hours | {"closes": "08:59"}) == ["out-of-order"]


def test_enrolment_closes_after_it_opens() -> None:
    """Enrolment may be open for one day, or from always, but not end before it begins."""
    assert faults(Enrolment, enrolment(closes_on="2026-11-01")) == []
    assert faults(Enrolment, enrolment(opens_on=None)) == []
    assert faults(Enrolment, enrolment(closes_on="2026-10-31")) == ["out-of-order"]


def test_charge_is_explained() -> None:
    """Who is charged is told how much and on what basis; what is free needs neither."""
    standard, basis = {"standard": "每人100元"}, {"basis": "某文件"}
    assert faults(Fee, {"charged": "否"}) == []
    assert faults(Fee, {"charged": "是"} | standard | basis) == []
    assert faults(Fee, {"charged": "是"} | standard) == ["missing-reason"]
    assert faults(Fee, {"charged": "是"} | basis) == ["missing-reason"]


def test_address_is_in_china() -> None:
    """Latitude and longitude that were swapped are noticed."""
    place = {"district": "示范区", "street": "样板路1号"}
    assert faults(Address, place | {"latitude": "30.3", "longitude": "120.2"}) == []
    swapped = faults(Address, place | {"latitude": "120.2", "longitude": "30.3"})
    assert swapped == ["less_than_equal", "greater_than_equal"]


def test_investment_is_a_range() -> None:
    """The most may equal the least, but not be below it."""
    assert faults(Investment, {"least": "30000", "most": "30000"}) == []
    assert faults(Investment, {"least": "30000", "most": "29999"}) == ["out-of-order"]


def test_interpretation_names_its_policy() -> None:
    """An interpretation says of what; news need not."""
    assert faults(Article, article()) == []
    assert faults(Article, article(kind="政策解读")) == ["incomplete-record"]
    assert faults(Article, article(kind="政策解读", interprets=["a-policy"])) == []
