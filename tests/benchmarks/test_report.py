"""What is measured is said with the promises it keeps or breaks."""

from __future__ import annotations

from tests.benchmarks.cost import Cost
from tests.benchmarks.figures import COLD, EDIT, HUGO, MATERIAL, PAGEFIND, Ratio, middle, ratios
from tests.benchmarks.report import report

FIGURES = {
    10_000: {
        COLD: [
            Cost(10, 400, 5, 2_000_000),
            Cost(14, 500, 5, 2_000_000),
            Cost(12, 450, 5, 2_000_000),
        ],
        EDIT: [Cost(0.9, 200, 5, 2_000_000)],
        HUGO: [Cost(20, 1000, 5, 1_000_000)],
        PAGEFIND: [Cost(10, 1500, 5, 500_000)],
        MATERIAL: [Cost(60, 40, 5, 1_000_000)],
    },
    100_000: {COLD: [Cost(130, 2500, 50, 20_000_000)]},
}


def test_middle_is_the_median_of_each_figure() -> None:
    """One slow round changes nothing."""
    assert middle(FIGURES[10_000][COLD]) == Cost(12, 450, 5, 2_000_000)


def test_ratios_are_those_of_the_promise() -> None:
    """Time of those that run in turn is added, their memory is the larger."""
    found = {ratio.name: (round(ratio.value, 3), ratio.holds) for ratio in ratios(FIGURES)}
    assert found == {
        "cold to Hugo and Pagefind, time": (0.4, True),
        "cold to Hugo and Pagefind, peak memory": (0.3, True),
        "Material for MkDocs to cold, time": (5.0, False),
        "one record edited to cold, time": (0.075, True),
        "100,000 records cold to 10,000, time": (10.833, True),
        "100,000 records cold, peak memory": (2500, True),
    }


def test_nothing_is_promised_of_other_counts() -> None:
    """A small run has figures and no verdict."""
    assert list(ratios({1000: FIGURES[10_000]})) == []


def test_report_says_what_is_not_kept() -> None:
    """A broken promise stands out."""
    said = report(FIGURES, rounds=3)
    assert "| ours, cold | 12.00 | 450 | 5 | 2.0 |" in said
    assert "| cold to Hugo and Pagefind, time | 0.40× | ≤ 0.5× | kept |" in said
    assert "| Material for MkDocs to cold, time | 5.00× | ≥ 8× | **not kept** |" in said
    assert "| 100,000 records cold, peak memory | 2500 MB | ≤ 3000 MB | kept |" in said


def test_a_limit_may_be_reached() -> None:
    """A promise is kept at its limit."""
    assert Ratio("a", 0.5, 0.5).holds
    assert Ratio("a", 8, 8, at_least=True).holds
