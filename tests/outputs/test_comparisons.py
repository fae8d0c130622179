"""What is compared: the incubators with room first, the loans one can still get."""

from __future__ import annotations

from decimal import Decimal

from generators.outputs.comparisons import compare_paths, compared, offers, roomiest
from generators.sources import Entry
from tests.samples import benefit, catalogue, entry


def _incubator(identifier: str, free: int) -> Entry:
    places = {"total": 40, "free": free, "counted_on": "2026-11-02"}
    return entry("incubators", identifier, workstations=places)


def test_incubator_with_most_room_comes_first() -> None:
    """A full one stands at the end."""
    made = catalogue(_incubator("full", 0), _incubator("some", 3), _incubator("many", 12))
    assert [e.id for e in roomiest(made)] == ["many", "some", "full"]


def test_loan_that_is_no_longer_given_is_left_out() -> None:
    """The largest loan comes first; one that ended is not an offer."""
    small = entry("loans", "small", amount_max="100000")
    large = entry("loans", "large", amount_max="300000")
    ended = entry("loans", "ended", amount_max="900000", available_until="2026-11-21")
    assert [offer.entry.id for offer in offers(catalogue(small, large, ended))] == [
        "large",
        "small",
    ]


def test_share_of_the_interest_is_named_where_there_is_one() -> None:
    """A policy whose benefits pay different shares says none."""
    half, third = (benefit(interest_subsidy=share) for share in ("50%", "30%"))
    one = entry("policies", "one", benefits=[half])
    both = entry("policies", "both", benefits=[half, third])
    (offer,) = offers(catalogue(one, both, entry("loans", "a", policies=["one", "both", "gone"])))
    assert [(s.policy.id, s.share) for s in offer.subsidies] == [
        ("one", Decimal(50)),
        ("both", None),
    ]


def test_one_of_a_kind_is_not_compared() -> None:
    """A table of one row compares nothing; other kinds have no table."""
    made = catalogue(_incubator("a", 1), _incubator("b", 2), entry("loans", "a"))
    assert compared(made) == [("孵化基地比一比", "incubators/compare/")]
    assert compare_paths(made) == {"incubators": "incubators/compare/"}
