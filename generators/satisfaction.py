"""Satisfaction in figures: a weighted index with its interval, reliability and priorities.

LD/T 2001—2023 7.2.2 asks for GB/T 19038—2009 and GB/T 19039—2009. The weights are given and
not estimated by a structural equation model, so every result is labelled `METHOD`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import fsum, sqrt
from statistics import fmean, stdev, variance

METHOD = "加权法（非结构方程模型）"
SOURCE = "GB/T 19038—2009、GB/T 19039—2009；LD/T 2001—2023 7.2.2"
BY_WEIGHT = "权重"
BY_CORRELATION = "和总体满意度的相关系数"
SMALLEST_CELL = 10
_Z = 1.96  # 95 % of the normal distribution lie within 1.96 deviations
_HAIR = 1e-9  # nothing that is measured is this small


class Quadrant(StrEnum):
    """Where importance and performance put a dimension (重要性战略矩阵, GB/T 19038 附录 D)."""

    KEEP = "优势保持"
    FIX = "优先改进"
    LATER = "次要改进"
    MAINTAIN = "维持"


@dataclass(frozen=True, slots=True)
class Dimension:
    """A dimension of a survey: its share of the index, and the items that count alike in it."""

    name: str
    weight: float
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Design:
    """What is measured: the dimensions, the highest score (5 or 10), what was sent out."""

    dimensions: tuple[Dimension, ...]
    most: int
    sent: int
    overall: str | None = None

    @property
    def items(self) -> tuple[str, ...]:
        """Return the items of all dimensions."""
        return tuple(item for dimension in self.dimensions for item in dimension.items)


@dataclass(frozen=True, slots=True)
class Answers:
    """One questionnaire: the scores it gives, without the items left out."""

    scores: Mapping[str, int]
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A dimension between performance (to the right) and importance (upwards)."""

    name: str
    index: float
    importance: float
    quadrant: Quadrant


@dataclass(frozen=True, slots=True)
class DimensionFigures:
    """What the answers say of one dimension; *n* of them say something."""

    name: str
    weight: float
    n: int
    mean: float
    index: float
    alpha: float | None
    importance: float
    quadrant: Quadrant


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """What one group says; None where so few answered that one could tell who said it."""

    name: str
    n: int | None
    index: float | None
    dimensions: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """What a survey says; the interval is None below two answers, α where nothing varies."""

    n: int
    sent: int
    most: int
    index: float
    interval: tuple[float, float] | None
    alpha: float | None
    importance_by: str
    dimensions: tuple[DimensionFigures, ...]
    groups: tuple[GroupFigures, ...]

    @property
    def response_rate(self) -> float:
        """Return the valid answers as a percentage of what was sent out."""
        return 100 * self.n / self.sent

    @property
    def formulas(self) -> tuple[str, ...]:
        """Return how the figures were computed, a sentence each."""
        return formulas(self.most, self.importance_by)


def formulas(most: int, importance_by: str) -> tuple[str, ...]:
    """Return how figures on a scale are computed, a sentence each."""
    return (
        f"维度指数 =（平均分 − 1）÷（{most} − 1）× 100；平均分先按题目算，再取各题的平均。",
        f"满意度指数 = Σ 权重 × 维度指数，{METHOD}。",
        "95% 置信区间 = 指数 ± 1.96 × s ÷ √n，s 是每份问卷加权指数的标准差（正态近似）。",
        "信度 Cronbach α = k ÷（k − 1）×（1 − Σ 各题方差 ÷ 总分方差），"
        "只用题目答全的问卷，0.7 以上为好。",
        f"重要性 = {importance_by}；象限以满意度指数和重要性的平均数为界。",
        f"不足 {SMALLEST_CELL} 份的组不公布；能从总数倒推出来的，其余最小的一组也不公布。",
    )


def measure(design: Design, answers: Sequence[Answers]) -> Figures:
    """Compute all figures from the *answers* that score at least one item of the design.

    Every item must have an answer. Each mean is that of the answers there are: one question
    left out does not cost the others of the questionnaire.
    """
    valid = [answer for answer in answers if not answer.scores.keys().isdisjoint(design.items)]
    dimensions, importance_by = _dimensions(design, valid)
    index = weighted_index(_weights(design), [part.mean for part in dimensions], design.most)
    return Figures(
        n=len(valid),
        sent=design.sent,
        most=design.most,
        index=index,
        interval=interval(index, [_index_of_one(design, answer) for answer in valid]),
        alpha=cronbach_alpha(_complete(design.items, valid)),
        importance_by=importance_by,
        dimensions=dimensions,
        groups=_groups(design, valid),
    )


def on_hundred(mean: float, most: int) -> float:
    """Return a mean score on the 100-point scale: (x̄ − 1) ÷ (max − 1) × 100."""
    return (mean - 1) / (most - 1) * 100


def weighted_index(weights: Sequence[float], means: Sequence[float], most: int) -> float:
    """Return Σ W_k·S_k, the dimensions' indices by their weights, which add up to one."""
    index = fsum(w * on_hundred(m, most) for w, m in zip(weights, means, strict=True))
    return min(max(index, 0.0), 100.0)


def interval(index: float, indices: Sequence[float]) -> tuple[float, float] | None:
    """Return the 95 % interval of the index: index ± 1.96·s/√n, within 0 and 100.

    It is the normal approximation on the index of each questionnaire, whose standard
    deviation is s; with fewer than about 30 of them it is too narrow.
    """
    if len(indices) < 2:
        return None
    half = _Z * stdev(indices) / sqrt(len(indices))
    return max(index - half, 0.0), min(index + half, 100.0)


def cronbach_alpha(rows: Sequence[Sequence[int]]) -> float | None:
    """Return k/(k−1)·(1 − Σσᵢ²/σ_T²) of complete rows, None where that is not defined."""
    k = len(rows[0]) if rows else 0
    if k < 2 or len(rows) < 2:
        return None
    total = variance([sum(row) for row in rows])
    if not total:
        return None
    parts = fsum(variance(column) for column in zip(*rows, strict=True))
    return min(k / (k - 1) * (1 - parts / total), 1.0)


def crossing(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return where the quadrants meet: the means of satisfaction and of importance."""
    return fmean(x for x, _ in points), fmean(y for _, y in points)


def quadrants(points: Sequence[tuple[float, float]]) -> tuple[Quadrant, ...]:
    """Return the quadrant of each (satisfaction, importance); what is at a mean is high."""
    middle_x, middle_y = crossing(points)
    names = {
        (True, True): Quadrant.KEEP,
        (False, True): Quadrant.FIX,
        (False, False): Quadrant.LATER,
        (True, False): Quadrant.MAINTAIN,
    }
    return tuple(names[x >= middle_x - _HAIR, y >= middle_y - _HAIR] for x, y in points)


def correlation(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Return Pearson's r, None where a side does not vary."""
    if len({x for x, _ in pairs}) < 2 or len({y for _, y in pairs}) < 2:
        return None
    middle_x, middle_y = crossing(pairs)
    both = fsum((x - middle_x) * (y - middle_y) for x, y in pairs)
    spread = sqrt(fsum((x - middle_x) ** 2 for x, _ in pairs))
    spread *= sqrt(fsum((y - middle_y) ** 2 for _, y in pairs))
    return min(max(both / spread, -1.0), 1.0)


def _dimensions(
    design: Design, answers: Sequence[Answers]
) -> tuple[tuple[DimensionFigures, ...], str]:
    """Return the figures of the dimensions, and by what their importance is judged."""
    importance, importance_by = _importance(design, answers)
    means = [_mean(dimension, answers) for dimension in design.dimensions]
    points = [(on_hundred(m, design.most), y) for m, y in zip(means, importance, strict=True)]
    rows = zip(design.dimensions, means, points, quadrants(points), strict=True)
    figures = tuple(
        DimensionFigures(
            name=dimension.name,
            weight=dimension.weight,
            n=sum(_answered(dimension, answer) for answer in answers),
            mean=mean,
            index=x,
            alpha=cronbach_alpha(_complete(dimension.items, answers)),
            importance=y,
            quadrant=quadrant,
        )
        for dimension, mean, (x, y), quadrant in rows
    )
    return figures, importance_by


def _weights(design: Design) -> list[float]:
    return [dimension.weight for dimension in design.dimensions]


def _mean(dimension: Dimension, answers: Sequence[Answers]) -> float:
    """Return the mean of the items' means, so that an item often left out counts as much."""
    return fmean(
        fmean(a.scores[item] for a in answers if item in a.scores) for item in dimension.items
    )


def _answered(dimension: Dimension, answer: Answers) -> bool:
    return not answer.scores.keys().isdisjoint(dimension.items)


def _score(dimension: Dimension, answer: Answers) -> float:
    return fmean(answer.scores[item] for item in dimension.items if item in answer.scores)


def _index_of_one(design: Design, answer: Answers) -> float:
    """Return the index of one questionnaire, by the weights of the dimensions it answers."""
    parts = [part for part in design.dimensions if _answered(part, answer)]
    total = fsum(part.weight for part in parts)
    shares = [part.weight / total for part in parts]
    return weighted_index(shares, [_score(part, answer) for part in parts], design.most)


def _complete(items: Sequence[str], answers: Sequence[Answers]) -> list[list[int]]:
    return [
        [answer.scores[item] for item in items]
        for answer in answers
        if answer.scores.keys() >= set(items)
    ]


def _importance(design: Design, answers: Sequence[Answers]) -> tuple[list[float], str]:
    """Return the correlations with the overall item, or the weights where there are none."""
    found = [_correlation(design.overall, part, answers) for part in design.dimensions]
    known = [r for r in found if r is not None]
    if len(known) == len(found):
        return known, BY_CORRELATION
    return _weights(design), BY_WEIGHT


def _correlation(
    overall: str | None, dimension: Dimension, answers: Sequence[Answers]
) -> float | None:
    if overall is None:
        return None
    both = [a for a in answers if overall in a.scores and _answered(dimension, a)]
    return correlation([(_score(dimension, a), a.scores[overall]) for a in both])


def _groups(design: Design, answers: Sequence[Answers]) -> tuple[GroupFigures, ...]:
    """Return the figures of each group, by name; of a small one nothing is said.

    A single small group, or all of them together, could be computed from the whole and the
    others; the smallest of the others is withheld with them where that tells too much.
    """
    names = sorted({answer.group for answer in answers if answer.group is not None})
    members = {name: [a for a in answers if a.group == name] for name in names}
    small = {name for name in names if _is_small(design, members[name])}
    others = [(len(members[name]), name) for name in names if name not in small]
    told = sum(len(members[name]) for name in small)
    if others and small and (len(small) == 1 or told < SMALLEST_CELL):
        small.add(min(others)[1])
    return tuple(
        _withheld(design, name) if name in small else _group(design, name, members[name])
        for name in names
    )


def _is_small(design: Design, answers: Sequence[Answers]) -> bool:
    counts = (sum(item in answer.scores for answer in answers) for item in design.items)
    return min(counts) < SMALLEST_CELL


def _withheld(design: Design, name: str) -> GroupFigures:
    return GroupFigures(name, None, None, (None,) * len(design.dimensions))


def _group(design: Design, name: str, answers: Sequence[Answers]) -> GroupFigures:
    means = [_mean(dimension, answers) for dimension in design.dimensions]
    return GroupFigures(
        name,
        len(answers),
        weighted_index(_weights(design), means, design.most),
        tuple(on_hundred(mean, design.most) for mean in means),
    )
