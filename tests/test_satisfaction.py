"""Satisfaction: figures computed by hand, by an independent script, and for any answers."""

from __future__ import annotations

import random
from collections.abc import Sequence
from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.satisfaction import (
    BY_CORRELATION,
    BY_WEIGHT,
    Answers,
    Design,
    Dimension,
    Figures,
    GroupFigures,
    Quadrant,
    correlation,
    cronbach_alpha,
    crossing,
    formulas,
    interval,
    measure,
    on_hundred,
    quadrants,
    weighted_index,
)

TWO = Design((Dimension("甲", 0.75, ("a", "b")), Dimension("乙", 0.25, ("c",))), 5, 8)


def _answers(*rows: str, items: str = "abc", group: str | None = None) -> list[Answers]:
    """Return questionnaires written as `45-`: a digit an item, a dash for none."""
    return [
        Answers({i: int(s) for i, s in zip(items, row, strict=True) if s != "-"}, group)
        for row in rows
    ]


@pytest.mark.parametrize(
    ("mean", "most", "points"),
    [(1, 5, 0), (3, 5, 50), (4.2, 5, 80), (5, 5, 100), (1, 10, 0), (5.5, 10, 50), (10, 10, 100)],
)
def test_mean_on_the_hundred_point_scale(mean: float, most: int, points: float) -> None:
    """4.2 of five is 80 points and 5.5 of ten is 50, as GB/T 19038 has it."""
    assert on_hundred(mean, most) == pytest.approx(points)


def test_index_is_the_weighted_sum() -> None:
    """Three quarters of 80 points and a quarter of 50 are 72.5."""
    assert weighted_index([0.75, 0.25], [4.2, 3.0], 5) == pytest.approx(72.5)


def test_figures_by_hand() -> None:
    """Four questionnaires: means 4.25 and 3.5, indices 81.25 and 62.5, the whole 76.5625."""
    figures = measure(TWO, _answers("455", "544", "443", "442"))
    assert [(d.n, d.mean, d.index) for d in figures.dimensions] == [
        (4, 4.25, 81.25),
        (4, 3.5, 62.5),
    ]
    assert figures.index == 76.5625
    assert (figures.n, figures.sent, figures.response_rate) == (4, 8, 50.0)
    # By questionnaire 90.625, 84.375, 68.75 and 62.5: s = 13.1349, half = 1.96·s/2 = 12.8722.
    assert figures.interval == pytest.approx((63.6903, 89.4347), abs=1e-4)


def test_missing_answers_do_not_cost_the_others() -> None:
    """An item's mean is over who answered it; an empty questionnaire is not valid."""
    figures = measure(TWO, _answers("5--", "3-3", "-45", "---"))
    assert figures.n == 3
    first, second = figures.dimensions
    assert (first.n, first.mean) == (3, 4.0)  # a: (5 + 3) / 2, b: 4
    assert (second.n, second.mean) == (2, 4.0)  # c: (3 + 5) / 2
    assert figures.index == 75.0
    # By questionnaire 100 (what it answers), 50 and 0.75·75 + 0.25·100 = 81.25: s = 25.2591.
    assert figures.interval == pytest.approx((46.4166, 100.0), abs=1e-4)


def test_interval_stays_within_the_scale() -> None:
    """The interval ends at 0 and 100, and one questionnaire has none."""
    assert interval(98.0, [94.0, 100.0, 100.0]) == (94.08, 100.0)
    assert interval(50.0, [50.0]) is None
    assert interval(50.0, [50.0, 50.0]) == (50.0, 50.0)


@pytest.mark.parametrize(
    ("rows", "alpha"),
    [
        ([(1, 1), (3, 3), (5, 5)], 1.0),
        # σ² = 5/3 and 5/3, of the sums 20/3: 2·(1 − 10/20) = 1; with two swapped 2·(1 − 10/18).
        ([(1, 1), (2, 2), (3, 3), (4, 4)], 1.0),
        ([(1, 2), (2, 1), (3, 3), (4, 4)], 8 / 9),
        # σ² = 7/3, 4/3 and 1, of the sums 4, 8, 11 it is 37/3.
        ([(1, 1, 2), (2, 3, 3), (4, 3, 4)], 1.5 * (1 - 14 / 37)),
        ([(3, 3), (3, 3)], None),
        ([(1, 5), (5, 1), (3, 3)], None),
        ([(1,), (2,)], None),
        ([(1, 2)], None),
        ([], None),
    ],
)
def test_alpha(rows: Sequence[Sequence[int]], alpha: float | None) -> None:
    """α is 1 where items agree, and not defined where sums do not vary or items are single."""
    found = cronbach_alpha(rows)
    assert found == (None if alpha is None else pytest.approx(alpha))


def test_alpha_uses_complete_questionnaires() -> None:
    """A questionnaire with an item left out does not count for α of those items."""
    figures = measure(TWO, _answers("11-", "33-", "55-", "5-5", "-12"))
    assert figures.dimensions[0].alpha == 1.0
    assert figures.dimensions[1].alpha is None
    assert figures.alpha is None


def test_quadrants_meet_at_the_means() -> None:
    """The four corners about the mean have the four names."""
    points = [(90.0, 0.4), (60.0, 0.4), (60.0, 0.1), (90.0, 0.1)]
    assert crossing(points) == (75.0, 0.25)
    assert [str(name) for name in quadrants(points)] == ["优势保持", "优先改进", "次要改进", "维持"]


def test_quadrant_of_what_is_at_the_mean_is_the_high_one() -> None:
    """Weights of 0.2 each are all at their mean, whatever floats make of it."""
    found = quadrants([(80.0, 0.2), (60.0, 0.2), (70.0, 0.2), (75.0, 0.2), (65.0, 0.2)])
    assert set(found) == {Quadrant.KEEP, Quadrant.FIX}


def test_importance_is_the_weight_without_an_overall_item() -> None:
    """Where nobody was asked for an overall judgement, the weights tell what is important."""
    figures = measure(TWO, _answers("553", "443"))
    assert figures.importance_by == BY_WEIGHT
    assert [d.importance for d in figures.dimensions] == [0.75, 0.25]
    assert [d.quadrant for d in figures.dimensions] == [Quadrant.KEEP, Quadrant.LATER]


def test_importance_is_the_correlation_with_the_overall_item() -> None:
    """What rises with the overall judgement is important; r is 0, 1 and −0.5 here."""
    design = Design(TWO.dimensions, 5, 10, overall="o")
    figures = measure(design, _answers("1133", "2222", "3313", items="abco"))
    assert figures.importance_by == BY_CORRELATION
    first, second = (d.importance for d in figures.dimensions)
    # a and b: 1, 2, 3 against 3, 2, 3: r = 0; c: 3, 2, 1 against 3, 2, 3: r = 0.
    assert (first, second) == pytest.approx((0.0, 0.0), abs=1e-12)
    figures = measure(design, _answers("1131", "2212", "3323", items="abco"))
    first, second = (d.importance for d in figures.dimensions)
    assert (first, second) == pytest.approx((1.0, -0.5))


def test_importance_falls_back_where_nothing_varies() -> None:
    """If everybody is equally satisfied over all, no correlation is defined."""
    design = Design(TWO.dimensions, 5, 10, overall="o")
    figures = measure(design, _answers("1134", "2224", "3314", items="abco"))
    assert figures.importance_by == BY_WEIGHT


def test_correlation_by_hand() -> None:
    """1, 2, 3 against 1, 3, 2 is a half; nothing against nothing is not defined."""
    assert correlation([(1, 1), (2, 3), (3, 2)]) == pytest.approx(0.5)
    assert correlation([]) is None
    assert correlation([(1, 1), (1, 2)]) is None


def test_small_groups_are_withheld_with_the_smallest_of_the_others() -> None:
    """Nine answers are not shown, nor the group by which they could be computed."""
    answers = [
        *_answers(*["555"] * 9, group="小"),
        *_answers(*["444"] * 10, group="中"),
        *_answers(*["335"] * 11, group="大"),
    ]
    withheld = (None, None, (None, None))
    assert measure(TWO, answers).groups == (
        GroupFigures("中", *withheld),
        GroupFigures("大", 11, 62.5, (50.0, 100.0)),
        GroupFigures("小", *withheld),
    )


@pytest.mark.parametrize(("third", "shown"), [(5, ["大", "中"]), (4, ["大"])])
def test_withheld_groups_are_large_together(third: int, shown: list[str]) -> None:
    """Two small groups of ten together hide each other; of nine they hide a third with them."""
    sizes = {"小": 5, "少": third, "中": 10, "大": 11}
    answers = [a for name, n in sizes.items() for a in _answers(*["444"] * n, group=name)]
    groups = measure(TWO, answers).groups
    assert sorted(group.name for group in groups if group.n) == sorted(shown)


def test_large_groups_are_shown() -> None:
    """Ten answers to every item are enough; nine to one of them are not."""
    full = _answers(*["444"] * 10, group="一") + _answers(*["555"] * 10, group="二")
    assert [group.n for group in measure(TWO, full).groups] == [10, 10]
    gap = [*full, *_answers(*["44-"] * 5, *["444"] * 9, group="三"), *_answers("3--", group="二")]
    assert {g.name: g.n for g in measure(TWO, gap).groups} == {"一": None, "二": 11, "三": None}


def test_formulas_name_the_scale_and_the_method() -> None:
    """Whoever reads the figures is told how they came about."""
    said = "\n".join(formulas(10, BY_WEIGHT))
    assert "（10 − 1）× 100" in said
    assert "加权法（非结构方程模型）" in said
    assert "重要性 = 权重" in said


def _random_rows(count: int) -> list[list[int | None]]:
    dice = random.Random(19038)
    rows: list[list[int | None]] = []
    for _ in range(count):
        mood = dice.gauss(0, 1)
        scores = [min(max(round(6.5 + mood + dice.gauss(0, 1.5)), 1), 10) for _ in range(6)]
        rows.append([None if dice.random() < 0.05 else score for score in scores])
    return rows


def _loop_variance(values: Sequence[float]) -> float:
    mean = sum(values) / len(values)
    return sum((value - mean) ** 2 for value in values) / (len(values) - 1)


def _loop_alpha(rows: Sequence[Sequence[int | None]], columns: Sequence[int]) -> float:
    full = [[row[c] or 0 for c in columns] for row in rows if all(row[c] for c in columns)]
    single = sum(_loop_variance([row[i] for row in full]) for i in range(len(columns)))
    whole = _loop_variance([sum(row) for row in full])
    return len(columns) / (len(columns) - 1) * (1 - single / whole)


def test_500_questionnaires_against_plain_loops() -> None:
    """Index, interval and α of 500 rows agree with plain loops to four decimals."""
    rows = _random_rows(500)
    parts, weights = ((0, 1, 2), (3, 4), (5,)), (0.5, 0.3, 0.2)
    means = []
    for part in parts:
        columns = [[row[c] or 0 for row in rows if row[c]] for c in part]
        means.append(sum(sum(column) / len(column) for column in columns) / len(part))
    index = sum(w * (m - 1) / 9 * 100 for w, m in zip(weights, means, strict=True))
    single = []
    for row in rows:
        said = [[row[c] or 0 for c in part if row[c]] for part in parts]
        share = sum(w for w, scores in zip(weights, said, strict=True) if scores)
        points = [
            w / share * (sum(scores) / len(scores) - 1) / 9 * 100
            for w, scores in zip(weights, said, strict=True)
            if scores
        ]
        single.append(sum(points))
    half = 1.96 * sqrt(_loop_variance(single)) / sqrt(500)

    names = "abcdef"
    dimensions = [
        Dimension(str(n), w, tuple(names[c] for c in part))
        for n, (w, part) in enumerate(zip(weights, parts, strict=True))
    ]
    answers = [Answers({n: s for n, s in zip(names, row, strict=True) if s}) for row in rows]
    figures = measure(Design(tuple(dimensions), 10, 800), answers)
    assert figures.n == 500
    assert [d.mean for d in figures.dimensions] == pytest.approx(means, abs=1e-4)
    assert figures.index == pytest.approx(index, abs=1e-4)
    assert figures.interval == pytest.approx((index - half, index + half), abs=1e-4)
    assert figures.alpha == pytest.approx(_loop_alpha(rows, range(6)), abs=1e-4)
    assert figures.dimensions[0].alpha == pytest.approx(_loop_alpha(rows, parts[0]), abs=1e-4)
    assert figures.dimensions[1].alpha == pytest.approx(_loop_alpha(rows, parts[1]), abs=1e-4)


_ITEMS = ("a", "b", "c", "o")
_ROWS = st.lists(
    st.builds(
        Answers,
        st.dictionaries(st.sampled_from(_ITEMS), st.integers(1, 5)),
        st.sampled_from(["一", "二"]),
    ),
    max_size=30,
)
_EVERY_ITEM = Answers(dict.fromkeys(_ITEMS, 3), "一")
_WHOLE = Design(TWO.dimensions, 5, 100, overall="o")


def _figures(rows: Sequence[Answers]) -> Figures:
    return measure(_WHOLE, rows)


@settings(deadline=None)
@given(_ROWS)
def test_figures_stay_in_their_ranges(rows: list[Answers]) -> None:
    """Whatever is answered: indices from 0 to 100, α up to 1, r from −1 to 1."""
    figures = _figures([*rows, _EVERY_ITEM])
    assert 0 <= figures.index <= 100
    assert all(0 <= d.index <= 100 and -1 <= d.importance <= 1 for d in figures.dimensions)
    alphas = [figures.alpha, *(d.alpha for d in figures.dimensions)]
    assert all(alpha <= 1 for alpha in alphas if alpha is not None)
    if figures.interval:
        low, high = figures.interval
        assert 0 <= low <= figures.index <= high <= 100


@settings(deadline=None)
@given(_ROWS, st.randoms(use_true_random=False))
def test_order_changes_nothing(rows: list[Answers], dice: random.Random) -> None:
    """The same questionnaires in another order give the same figures, to the last bit."""
    rows = [*rows, _EVERY_ITEM]
    shuffled = rows.copy()
    dice.shuffle(shuffled)
    assert _figures(shuffled) == _figures(rows)
