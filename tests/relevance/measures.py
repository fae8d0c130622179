"""How good a list of results is, given the graded answers to the query.

Grades are 3 (exactly what is wanted), 2 (very useful) and 1 (helps); what has none is no help.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log2

_DEPTH = 10  # what a phone shows before anybody scrolls on
_GOOD = 2

Grades = Mapping[str, int]


def recall(results: Sequence[str], grades: Grades) -> float:
    """Return which share of the good answers the first ten hold, as far as ten can hold them."""
    good = {path for path, grade in grades.items() if grade >= _GOOD}
    return len(good.intersection(results[:_DEPTH])) / min(_DEPTH, len(good)) if good else 1.0


def precision_at_10(results: Sequence[str], grades: Grades) -> float:
    """Return which share of the first ten results, or of all if there are fewer, helps."""
    shown = results[:_DEPTH]
    return sum(path in grades for path in shown) / len(shown) if shown else 0.0


def reciprocal_rank(results: Sequence[str], grades: Grades) -> float:
    """Return one divided by the place of the first good answer, or nought where there is none."""
    places = (place for place, path in enumerate(results, 1) if grades.get(path, 0) >= _GOOD)
    return 1 / next(places, float("inf"))


def ndcg_at_10(results: Sequence[str], grades: Grades) -> float:
    """Return the discounted gain of the first ten, divided by that of the best possible ten."""
    best = _discounted_gain(sorted(grades.values(), reverse=True))
    return _discounted_gain([grades.get(path, 0) for path in results]) / best if best else 1.0


def _discounted_gain(grades: Sequence[int]) -> float:
    """Return the sum of 2^grade - 1, each divided by the binary logarithm of its place + 1."""
    return sum((2.0**grade - 1) / log2(place) for place, grade in enumerate(grades[:_DEPTH], 2))
