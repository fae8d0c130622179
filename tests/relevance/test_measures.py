"""Tests of the measures, on lists short enough to work out by hand."""

from __future__ import annotations

from math import log2

import pytest

from tests.relevance.measures import ndcg_at_10, precision_at_10, recall, reciprocal_rank

GRADES = {"a": 3, "b": 2, "c": 1}
MANY_GOOD = {f"good-{number}": 2 for number in range(20)}


@pytest.mark.parametrize(
    ("results", "share"),
    [(["a", "b"], 1.0), (["x", "b", "c"], 0.5), (["c", "x"], 0.0), ([], 0.0)],
)
def test_recall_is_the_share_of_good_answers(results: list[str], share: float) -> None:
    """An answer of grade 1 is not missed."""
    assert recall(results, GRADES) == share


def test_recall_reads_ten_results() -> None:
    """What comes eleventh is not seen."""
    assert recall([*"0123456789", "a", "b"], GRADES) == 0


def test_recall_can_be_full_where_many_are_good() -> None:
    """Ten of twenty good answers are all that ten places can hold."""
    assert recall(list(MANY_GOOD)[:10], MANY_GOOD) == 1


def test_nothing_good_is_nothing_missed() -> None:
    """A query without good answers does not divide by nought."""
    assert recall(["x"], {}) == ndcg_at_10(["x"], {}) == 1


@pytest.mark.parametrize(
    ("results", "share"),
    [(["a", "c"], 1.0), (["a", "x", "y", "c"], 0.5), ([], 0.0), ([*"abc0123456", "x"], 0.3)],
)
def test_precision_counts_every_grade(results: list[str], share: float) -> None:
    """A result of grade 1 helps; the eleventh result does not count."""
    assert precision_at_10(results, GRADES) == share


@pytest.mark.parametrize(
    ("results", "rank"),
    [(["a"], 1.0), (["c", "x", "b", "a"], 1 / 3), (["c"], 0.0), ([], 0.0)],
)
def test_reciprocal_rank_waits_for_a_good_answer(results: list[str], rank: float) -> None:
    """An answer of grade 1 does not end the search."""
    assert reciprocal_rank(results, GRADES) == rank


def test_ndcg_of_the_best_order_is_one() -> None:
    """Nothing is better than the grades in order."""
    assert ndcg_at_10(["a", "b", "c", "x"], GRADES) == 1


def test_ndcg_discounts_by_place() -> None:
    """Gains of 1 and 7 in the first and third place, against 7, 3 and 1 in the best."""
    best = 7 / log2(2) + 3 / log2(3) + 1 / log2(4)
    assert ndcg_at_10(["c", "x", "a"], GRADES) == pytest.approx((1 + 7 / log2(4)) / best)


def test_ndcg_of_strangers_is_nought() -> None:
    """Results without a grade bring nothing."""
    assert ndcg_at_10(["x", "y"], GRADES) == 0
