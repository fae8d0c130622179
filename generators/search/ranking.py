"""Documents in order of their scores, those whose whole title is asked for before all others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Ranking:
    """The scores of documents by number; *exact* are those whose whole title is asked for."""

    scores: Mapping[int, float] = field(default_factory=dict)
    exact: frozenset[int] = frozenset()

    def first(self, count: int | None = None) -> list[tuple[int, float]]:
        """Return the numbers and scores of so many, or all, the best first.

        Of equals, the one that comes first in the order of documents.
        """
        order = sorted(self.scores, key=lambda n: (n not in self.exact, -self.scores[n], n))
        return [(number, self.scores[number]) for number in order[:count]]

    def without(self, others: Ranking) -> Ranking:
        """Return the ranking of those that *others* does not rank."""
        scores = {n: score for n, score in self.scores.items() if n not in others.scores}
        return Ranking(scores, self.exact - others.scores.keys())
