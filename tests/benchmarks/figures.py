"""What was measured of whole builds, and the ratios that are promised."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from tests.benchmarks.cost import Cost

COLD = "ours, cold"
EDIT = "ours, one record edited"
SAME = "ours, nothing changed"
HUGO = "Hugo, a bare template"
PAGEFIND = "Pagefind, on Hugo's pages"
MATERIAL = "Material for MkDocs, records out of the navigation"
SEARCH = "our search index alone, documents to files"
SEARCH_PAGEFIND = "Pagefind alone, on bare pages"

Taken = Mapping[str, Sequence[Cost]]
Figures = Mapping[int, Taken]

PROMISED_AT = 10_000
LARGE = 100_000


@dataclass(frozen=True, slots=True)
class Ratio:
    """A figure that is promised not to pass a limit, or to reach it where *at_least*."""

    name: str
    value: float
    limit: float
    at_least: bool = False
    unit: str = "×"

    @property
    def holds(self) -> bool:
        """Tell whether the promise is kept."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit


def middle(costs: Sequence[Cost]) -> Cost:
    """Return the median of each figure."""
    return Cost(
        seconds=median(cost.seconds for cost in costs),
        peak=median(cost.peak for cost in costs),
        files=costs[-1].files,
        size=costs[-1].size,
    )


def ratios(figures: Figures) -> Iterator[Ratio]:
    """Yield the promised ratios of what was measured at the promised number of records."""
    taken = {name: middle(costs) for name, costs in figures.get(PROMISED_AT, {}).items()}
    large = figures.get(LARGE, {})
    for needed, ratio in _PROMISES:
        if set(needed) <= taken.keys():
            yield ratio(*(taken[name] for name in needed))
    if large and COLD in taken:
        cold = middle(large[COLD])
        yield Ratio("100,000 records cold to 10,000, time", cold.seconds / taken[COLD].seconds, 12)
        yield Ratio("100,000 records cold, peak memory", cold.peak, 3000, unit=" MB")


_Promise = tuple[tuple[str, ...], Callable[..., Ratio]]
_PROMISES: tuple[_Promise, ...] = (
    (
        (COLD, HUGO, PAGEFIND),
        lambda cold, hugo, find: Ratio(
            "cold to Hugo and Pagefind, time", cold.seconds / (hugo.seconds + find.seconds), 0.5
        ),
    ),
    (
        (COLD, HUGO, PAGEFIND),
        # One runs after the other, so the larger is their peak.
        lambda cold, hugo, find: Ratio(
            "cold to Hugo and Pagefind, peak memory", cold.peak / max(hugo.peak, find.peak), 0.5
        ),
    ),
    (
        (COLD, MATERIAL),
        lambda cold, material: Ratio(
            "Material for MkDocs to cold, time", material.seconds / cold.seconds, 8, at_least=True
        ),
    ),
    (
        (EDIT, COLD),
        lambda edit, cold: Ratio(
            "one record edited to cold, time", edit.seconds / cold.seconds, 0.1
        ),
    ),
    (
        (SAME, COLD),
        lambda same, cold: Ratio(
            "nothing changed to cold, time", same.seconds / cold.seconds, 0.05
        ),
    ),
    (
        (SEARCH, SEARCH_PAGEFIND),
        lambda ours, theirs: Ratio(
            "Pagefind to our search index, time", theirs.seconds / ours.seconds, 3, at_least=True
        ),
    ),
    (
        (SEARCH, SEARCH_PAGEFIND),
        lambda ours, theirs: Ratio(
            "our search index to Pagefind, peak memory", ours.peak / theirs.peak, 0.3
        ),
    ),
)
