"""Reports: figures that add up, and indices as the standards compute them."""

from __future__ import annotations

import pytest

from generators.records.reports import Ratings, Report, Satisfaction
from tests.samples import Fields, complaints, faults, report


def _dimensions(*pairs: tuple[str, str]) -> list[Fields]:
    return [{"name": "维度", "weight": weight, "mean": mean} for weight, mean in pairs]


def _satisfaction(*pairs: tuple[str, str], returned: str = "80") -> Fields:
    return {
        "sent": "100",
        "returned": returned,
        "method": "抽样",
        "dimensions": _dimensions(*pairs),
    }


def _ratings(**changes: str) -> Fields:
    return {
        "very_satisfied": "90",
        "satisfied": "5",
        "fairly_satisfied": "1",
        "dissatisfied": "3",
        "very_dissatisfied": "1",
        "corrected": "4",
        "named_negative": "2",
        "called_back": "2",
        **changes,
    }


def test_satisfaction_is_the_weighted_index() -> None:
    """Three quarters of 80 points and a quarter of 50 are 72.5."""
    fields = _satisfaction(("0.75", "4.2"), ("0.25", "3"))
    assert Satisfaction.model_validate(fields).index == pytest.approx(72.5)


@pytest.mark.parametrize(("scale", "expected"), [("5", ["out-of-range"]), ("10", [])])
def test_means_are_on_the_scale(scale: str, expected: list[str]) -> None:
    """A mean of 6 is a fault on the scale of five and good on that of ten."""
    fields = _satisfaction(("0.5", "6"), ("0.5", "4"))
    assert faults(Satisfaction, fields | {"scale": scale}) == expected


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [("70", "75", []), ("72.5", "72.5", []), ("73", "75", ["figures-disagree"])],
)
def test_interval_holds_the_index(low: str, high: str, expected: list[str]) -> None:
    """An interval beside the index of 72.5 is a fault."""
    fields = _satisfaction(("0.75", "4.2"), ("0.25", "3"))
    assert faults(Satisfaction, fields | {"interval": {"low": low, "high": high}}) == expected


@pytest.mark.parametrize(
    ("returned", "expected"),
    [("10", []), ("9", ["greater_than_equal"]), ("81", ["figures-disagree"])],
)
def test_groups_are_large_and_parts_of_the_whole(returned: str, expected: list[str]) -> None:
    """A group under ten is not published, and the groups are no more than the whole of 80."""
    group = {"name": "示范区", "returned": returned, "index": "80"}
    fields = _satisfaction(("0.5", "4"), ("0.5", "4")) | {"groups": [group]}
    assert faults(Satisfaction, fields) == expected


def test_quadrants_follow_the_weights_or_the_correlations() -> None:
    """Importance is the correlation where every dimension has one, and else the weight."""
    fields = _satisfaction(("0.75", "4.2"), ("0.25", "3"))
    by_weight = Satisfaction.model_validate(fields)
    assert [str(s.quadrant) for s in by_weight.standings] == ["优势保持", "次要改进"]
    for dimension, importance in zip(fields["dimensions"], ("0.1", "0.6"), strict=True):
        assert Satisfaction.model_validate(fields).importance_by == "权重"
        dimension["importance"] = importance
    correlated = Satisfaction.model_validate(fields)
    assert correlated.importance_by == "和总体满意度的相关系数"
    assert [str(s.quadrant) for s in correlated.standings] == ["维持", "优先改进"]


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        (("0.1", "0.2", "0.7"), []),
        (("0.1", "0.2", "0.6"), ["figures-disagree"]),
        (("0.5", "0.5", "0.01"), ["figures-disagree"]),
    ],
)
def test_weights_add_up_exactly(weights: tuple[str, ...], expected: list[str]) -> None:
    """Weights add up to one in decimals, where floats would be off by a hair."""
    fields = _satisfaction(*((weight, "4") for weight in weights))
    assert faults(Satisfaction, fields) == expected


def test_no_more_answers_than_questions() -> None:
    """More valid questionnaires than were sent is a fault."""
    pairs = (("0.5", "4"), ("0.5", "4"))
    assert faults(Satisfaction, _satisfaction(*pairs, returned="100")) == []
    assert faults(Satisfaction, _satisfaction(*pairs, returned="101")) == ["figures-disagree"]


def test_ratings_count_five_levels() -> None:
    """The five levels are counted best first, and the last two are negative."""
    ratings = Ratings.model_validate(_ratings())
    assert ratings.counts == (
        ("非常满意", 90),
        ("满意", 5),
        ("基本满意", 1),
        ("不满意", 3),
        ("非常不满意", 1),
    )
    assert (ratings.total, ratings.negative) == (100, 4)


@pytest.mark.parametrize(
    "changes", [{"corrected": "5"}, {"named_negative": "5"}, {"called_back": "3"}]
)
def test_parts_of_ratings_fit_the_whole(changes: dict[str, str]) -> None:
    """No more is corrected or named than was negative, or called back than was named."""
    assert faults(Ratings, _ratings()) == []
    assert faults(Ratings, _ratings(**changes)) == ["figures-disagree"]


@pytest.mark.parametrize(
    "changes",
    [
        {"resolved": "11"},
        {"on_time": "10"},
        {"subjects": [{"name": "慢", "count": "9"}]},
        {"subjects": [{"name": "慢", "count": "11"}]},
    ],
)
def test_parts_of_complaints_fit_the_whole(changes: dict[str, object]) -> None:
    """On time ≤ resolved ≤ received, and the subjects add up to what was received."""
    assert faults(Report, report()) == []
    assert faults(Report, report(complaints=complaints(**changes))) == ["figures-disagree"]


@pytest.mark.parametrize("kind", ["满意度", "好差评", "改进"])
def test_report_has_the_figures_of_its_kind(kind: str) -> None:
    """A report without the figures it is about is a fault that names the kind."""
    assert faults(Report, report(kind=kind)) == ["incomplete-record"]
    with pytest.raises(ValueError, match=f"类型是“{kind}”，却没有相应的数据"):
        Report.model_validate(report(kind=kind))


def _of_levels(*counts: int) -> Ratings:
    names = ("very_satisfied", "satisfied", "fairly_satisfied", "dissatisfied", "very_dissatisfied")
    said = dict(zip(names, map(str, counts), strict=True))
    return Ratings.model_validate(
        {**said, "corrected": "0", "named_negative": "0", "called_back": "0"}
    )


def test_cells_under_ten_are_withheld() -> None:
    """Small cells are not published, and neither is the one they could be computed from."""
    assert [shown for _, shown in _of_levels(500, 80, 30, 6, 3).shown_counts] == [
        "500",
        "80",
        "30",
        "不公布",
        "不公布",
    ]
    assert [shown for _, shown in _of_levels(500, 80, 30, 6, 0).shown_counts] == [
        "500",
        "80",
        "不公布",
        "不公布",
        "0",
    ]


def test_rates_follow_their_formulas() -> None:
    """Rates are shares in percent; a share of nothing is a dash."""
    shown = {name: rate for name, rate, _ in _of_levels(70, 20, 5, 4, 1).rates}
    assert shown == {"好评率": "95.0%", "差评整改率": "0.0%", "实名差评回访率": "—"}
