"""Documents in the order of their scores."""

from __future__ import annotations

from generators.search.ranking import Ranking

RANKING = Ranking({0: 1.0, 1: 5.0, 2: 1.0, 3: 0.5}, frozenset({3}))


def test_exact_ones_come_first_and_equals_in_their_order() -> None:
    """A whole title comes before all scores; of equals the lower number comes first."""
    assert RANKING.first() == [(3, 0.5), (1, 5.0), (0, 1.0), (2, 1.0)]
    assert RANKING.first(2) == [(3, 0.5), (1, 5.0)]


def test_without_others_forgets_their_titles_too() -> None:
    """What is ranked elsewhere is left out, exact or not."""
    rest = RANKING.without(Ranking({3: 9.0, 0: 9.0}))
    assert rest == Ranking({1: 5.0, 2: 1.0})
