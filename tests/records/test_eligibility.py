"""Who is entitled: three values, no guesses, and examples that must hold."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.records.eligibility import Condition, Eligibility
from tests.samples import Fields, faults

ADULT: Fields = {"fact": "年龄", "at_least": "18"}
UNDER_60: Fields = {"fact": "年龄", "at_most": "60"}
VETERAN: Fields = {"any_audience": ["退役军人", "残疾人"]}
CLEAN_RECORD: Fields = {"manual": "信用记录良好"}


def judge(condition: Fields, **facts: object) -> str:
    """Return the verdict on a person of whom *facts* are known."""
    return Condition.model_validate(condition).judge(facts)


@pytest.mark.parametrize(
    ("age", "verdict"), [(17, "不符合"), (18, "符合"), (60, "符合"), (61, "不符合")]
)
def test_bounds_are_included(age: int, verdict: str) -> None:
    """Who is exactly as old as a bound is within it."""
    assert judge(ADULT | UNDER_60, 年龄=age) == verdict


@pytest.mark.parametrize("bound", ["0.3", "15.1", "20.5", "30.3"])
def test_decimal_bounds_are_included(bound: str) -> None:
    """A share that is exactly the bound is within it, whatever its decimals."""
    for side in ("at_least", "at_most"):
        example = {"given": {"招用比例": bound}, "expect": "符合"}
        condition = {"fact": "招用比例", side: bound}
        assert faults(Eligibility, {"all": [condition], "tests": [example]}) == []


def test_unknown_fact_is_never_guessed() -> None:
    """What is not known must be asked about."""
    assert judge(ADULT) == "需核实"
    assert judge(VETERAN) == "需核实"
    assert judge(ADULT, 年龄="很大") == "需核实"


def test_audience_needs_one_of_the_groups() -> None:
    """One group in common is enough, and none of them is a no."""
    assert judge(VETERAN, 人群=["退役军人", "妇女"]) == "符合"
    assert judge(VETERAN, 人群=["妇女"]) == "不符合"
    assert judge(VETERAN, 人群=[]) == "不符合"


def test_manual_condition_is_always_open() -> None:
    """What only a person can check is open, however much is known."""
    assert judge(CLEAN_RECORD, 年龄=30, 人群=["妇女"]) == "需核实"


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({"年龄": 30, "人群": ["残疾人"]}, "符合"),
        ({"年龄": 30}, "需核实"),
        ({"年龄": 17}, "不符合"),
        ({"人群": ["妇女"]}, "不符合"),
        ({}, "需核实"),
    ],
)
def test_all_is_refuted_by_one(facts: dict[str, object], verdict: str) -> None:
    """Of several conditions one that fails decides, known or not what the others are."""
    assert judge({"all": [ADULT, VETERAN]}, **facts) == verdict


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({"年龄": 30}, "符合"),
        ({"年龄": 17}, "需核实"),
        ({"年龄": 17, "人群": ["妇女"]}, "不符合"),
        ({}, "需核实"),
    ],
)
def test_any_is_proved_by_one(facts: dict[str, object], verdict: str) -> None:
    """Of several alternatives one that holds decides, known or not what the others are."""
    assert judge({"any": [ADULT, VETERAN]}, **facts) == verdict


@pytest.mark.parametrize(
    "condition",
    [{}, ADULT | VETERAN, {"text": "原文"}, {"fact": "年龄"}, {"all": [], "any": []}],
)
def test_condition_says_exactly_one_thing(condition: Fields) -> None:
    """A condition that says nothing, two things, or a fact without a bound is refused."""
    assert faults(Condition, condition) == ["condition-shape"]


def test_right_example_is_accepted() -> None:
    """An example whose verdict follows from the conditions is no fault."""
    example = {"given": {"年龄": "30", "人群": ["残疾人"]}, "expect": "符合"}
    assert faults(Eligibility, {"all": [ADULT, VETERAN], "tests": [example]}) == []


def test_wrong_example_is_a_fault() -> None:
    """The second example, which the conditions contradict, is named with both verdicts."""
    right = {"given": {"年龄": "30"}, "expect": "符合"}
    wrong = {"given": {"年龄": "17"}, "expect": "符合"}
    with pytest.raises(ValueError, match="第 2 个验证用例应得“符合”，按条件算出“不符合”"):
        Eligibility.model_validate({"all": [ADULT], "tests": [right, wrong]})


_LEAVES = st.one_of(
    st.builds(
        lambda fact, bound, side: {"fact": fact, side: str(bound)},
        st.sampled_from(["年龄", "经营月数", "带动就业人数"]),
        st.integers(0, 70),
        st.sampled_from(["at_least", "at_most"]),
    ),
    st.just(VETERAN),
)
_NESTED = st.recursive(
    st.one_of(_LEAVES, st.just(CLEAN_RECORD)),
    lambda parts: st.builds(
        lambda word, found: {word: found},
        st.sampled_from(["all", "any"]),
        st.lists(parts, min_size=1, max_size=3),
    ),
    max_leaves=6,
)
_FACTS = st.fixed_dictionaries(
    {},
    optional={
        "年龄": st.integers(0, 70),
        "经营月数": st.integers(0, 70),
        "带动就业人数": st.integers(0, 70),
        "人群": st.lists(st.sampled_from(["退役军人", "妇女"])),
    },
)


@given(st.lists(_LEAVES, min_size=1, max_size=4), _FACTS, _FACTS)
def test_more_facts_keep_an_entitlement(
    conditions: list[Fields], known: dict[str, Any], more: dict[str, Any]
) -> None:
    """Who is entitled stays entitled when something more becomes known."""
    eligibility = Eligibility.model_validate({"all": conditions})
    if eligibility.judge(known) == "符合":
        assert eligibility.judge(more | known) == "符合"


@given(_NESTED, _FACTS, _FACTS)
def test_more_facts_never_overturn_a_verdict(
    condition: Fields, known: dict[str, Any], more: dict[str, Any]
) -> None:
    """Only an open verdict can change when something more becomes known."""
    before = judge(condition, **known)
    assert before == "需核实" or judge(condition, **(more | known)) == before
