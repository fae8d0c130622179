"""What differs between two readings of a record."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.changes.differences import differences
from generators.records import KINDS
from tests.samples import (
    SAMPLES,
    Fields,
    benefit,
    course,
    enrolment,
    event,
    institution,
    loan,
    notice,
    policy,
    procedure,
    session,
)

_MATERIAL = {"name": "表", "necessity": "必要", "form": "纸质", "source": "申请人自备"}


def _said(kind: str, old: Fields, new: Fields) -> list[str]:
    return [str(difference) for difference in differences(KINDS[kind].model, old, new)]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"amount_max": "500000"}, "最高额度：30万元 → 50万元"),
        ({"available_until": "2027-03-01"}, "停办日期：没有写 → 2027年3月1日"),
        ({"rate": "年利率3%"}, "利率：“年利率4%” → “年利率3%”"),
        ({"bank": "bank-b"}, "经办银行：[[institutions/a-hall]] → [[institutions/bank-b]]"),
        ({"audiences": ["妇女", "残疾人"]}, "适用人群：新增2类（妇女、残疾人）"),
        ({"sample": "是"}, "示例：否 → 是"),
        ({"conditions": ["有执照", "有场地"]}, "申请条件：新增1条（有场地）"),
        ({"updated_on": "2026-11-30"}, "更新日期：改为2026年11月30日"),
    ],
)
def test_field_of_a_loan(changes: Fields, words: str) -> None:
    """A field that changed is named by its title, with what it said and what it says."""
    assert _said("loans", loan(), loan(**changes)) == [words]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("2026-12-31", "2027-01-30", "2026年12月31日 → 2027年1月30日，延后30天"),
        ("2026-12-31", "2026-12-01", "2026年12月31日 → 2026年12月1日，提前30天"),
        ("2026-12-31", None, "2026年12月31日 → 不再写"),
    ],
)
def test_day_that_moves(old: str, new: str | None, words: str) -> None:
    """A day that moves is told with how far, and a day that is gone as gone."""
    found = _said("policies", policy(expires_on=old), policy(expires_on=new))
    assert found == [f"有效期至：{words}"]


def test_hour_that_moves() -> None:
    """An hour moves by hours and minutes."""
    found = _said("events", event(), event(ends_at="2026-12-04 18:30"))
    assert found == ["结束时间：2026年12月3日17:00 → 2026年12月4日18:30，延后1天1小时30分钟"]


def test_amount_is_said_with_its_unit() -> None:
    """Where only the unit changed, the amount did too."""
    old, new = (policy(benefits=[benefit(amount_max="5000", unit=u)]) for u in ("元", "元/年"))
    kind = benefit()["kind"]
    assert _said("policies", old, new) == [f"支持内容“{kind}”的最高数额：5000元 → 5000元/年"]


def test_part_of_a_run_is_named_by_the_run() -> None:
    """What changes within an item of a list is told with the item's name."""
    later = session(enrolment=enrolment(closes_on="2026-12-01"))
    assert _said("courses", course(), course(sessions=[later])) == [
        "开班安排“第1期”的报名截止：2026年11月27日 → 2026年12月1日，延后4天"
    ]


def test_time_limit_that_gets_shorter() -> None:
    """A time limit tells by how much it changed."""
    old = procedure()
    promised = {"amount": "1", "unit": "工作日"}
    new = procedure(time_limit=old["time_limit"] | {"promised": promised})
    assert _said("procedures", old, new) == ["承诺办结时限：2个工作日 → 1个工作日，缩短1个工作日"]


def test_part_that_is_new() -> None:
    """A part that was not there is told with its first day."""
    assert _said("events", event(), event(enrolment=enrolment())) == [
        "报名：新写（报名开始2026年11月1日）"
    ]


def test_part_without_a_day_is_just_new() -> None:
    """A part in which nothing stands out is told to be new; one that is always there is not."""
    windows = procedure()["places"]
    old = procedure(materials=[_MATERIAL])
    new = procedure(
        places=windows | {"online": {"name": "网厅", "depth": "全程网办"}},
        materials=[_MATERIAL | {"copies": {"original": "1"}}],
    )
    assert _said("procedures", old, new) == [
        "申请材料“表”的原件份数：0 → 1",
        "网上办理：新写（网厅）",
    ]


def test_list_in_another_order() -> None:
    """The same items in another order are only that."""
    old, new = loan(conditions=["甲", "乙"]), loan(conditions=["乙", "甲"])
    assert _said("loans", old, new) == ["申请条件：调整了顺序"]


def test_rows_of_people_are_only_counted() -> None:
    """Of a list of people nothing is told but how many rows came and went."""
    old, new = (
        notice(table={"columns": ["姓名"], "rows": rows})
        for rows in ([["王某"]], [["李某"], ["赵某"]])
    )
    assert _said("notices", old, new) == ["各行：新增2行，减少1行"]


def test_days_of_looking_come_last_and_together() -> None:
    """That somebody looked again is one quiet line."""
    dialled = {"name": "咨询台", "number": "0000-1234567", "verified_on": "2026-11-20"}
    changed = institution(phones=[dialled], verified_on="2026-11-20", accessible="是")
    found = differences(KINDS["institutions"].model, institution(), changed)
    assert [str(difference) for difference in found] == [
        "有无障碍通道：否 → 是",
        "电话“咨询台”的拨通核对日期、核对日期：改为2026年11月20日",
    ]
    assert [difference.is_quiet for difference in found] == [False, True]


def test_writing_a_default_means_nothing() -> None:
    """What is written as it would be without is no difference."""
    assert _said("events", event(), event(online="线下", sample="false", prizes=[])) == []


_ANYTHING = st.recursive(
    st.one_of(st.text("一2-.", max_size=9), st.none()),
    lambda parts: st.one_of(
        st.lists(parts, max_size=3),
        st.dictionaries(st.sampled_from(["name", "kind", "amount", "unit"]), parts),
    ),
    max_leaves=6,
)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=20)
@given(data=st.data())
def test_anything_can_be_compared(kind: str, data: st.DataObject) -> None:
    """Old files may say anything; what differs is told in one line each, never by a crash."""
    keys = st.sampled_from(list(KINDS[kind].model.model_fields))
    trees: st.SearchStrategy[Any] = st.dictionaries(keys, _ANYTHING, max_size=3) | _ANYTHING
    old, new = data.draw(trees), data.draw(trees)
    model = KINDS[kind].model
    for one, other in ((old, new), (SAMPLES[kind](), new), (old, SAMPLES[kind]())):
        assert all("\n" not in str(d) and d.says for d in differences(model, one, other))
    assert differences(model, old, old) == ()
