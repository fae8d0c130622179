"""What has a day: the last days of every kind, the runs and events, and their words."""

from __future__ import annotations

from datetime import date

import pytest

from generators.outputs.occasions import Deadline, deadlines, deadlines_of, occasions
from tests.samples import benefit, catalogue, channel, entry, session

LATE = session(name="第2期", starts_on="2027-01-05", ends_on="2027-01-06")


def _said(*found: Deadline) -> list[str]:
    return [f"{d.day} {d.title} {d.since or ''}".rstrip() for d in found]


@pytest.mark.parametrize(
    ("kind", "fields", "said"),
    [
        ("policies", {"expires_on": "2026-12-31"}, "2026-12-31 政策到期：示例标题"),
        ("policies", {"repealed_on": "2026-12-10"}, "2026-12-09 政策废止：示例标题"),
        ("courses", {}, "2026-11-27 报名截止：示例标题（第1期） 2026-11-01"),
        (
            "events",
            {"enrolment": {"closes_on": "2026-12-01", "how": "打电话"}},
            "2026-12-01 报名截止：示例标题",
        ),
        ("events", {}, "2026-12-03 活动开始：示例标题"),
        (
            "notices",
            {
                "display": {
                    "starts_on": "2026-11-18",
                    "ends_on": "2026-11-24",
                    "objections": [channel()],
                },
            },
            "2026-11-24 公示结束：示例标题 2026-11-18",
        ),
        ("loans", {"available_until": "2027-06-30"}, "2027-06-30 停办：示例标题"),
        ("projects", {"valid_until": "2027-01-31"}, "2027-01-31 信息到期：示例标题"),
        (
            "procedures",
            {"yearly_window": {"opens": "03-01", "closes": "04-30"}},
            "2027-04-30 申请截止：示例标题 2027-03-01",
        ),
    ],
)
def test_kind_has_its_last_day(kind: str, fields: dict[str, object], said: str) -> None:
    """Every kind that ends says on which day what ends."""
    made = catalogue(entry(kind, "a", **fields))
    assert _said(*deadlines(made)) == [said]


def test_every_run_has_its_own_last_day() -> None:
    """A course of which two runs are ahead has two last days."""
    later = LATE | {"enrolment": {"closes_on": "2026-12-30", "how": "打电话"}}
    made = catalogue(entry("courses", "a", sessions=[later, session()]))
    assert [d.part for d in deadlines(made)] == ["第1期", "第2期"]


def test_what_is_past_is_left_out() -> None:
    """On its last day something is still there, on the next it is not."""
    policy = entry("policies", "a", expires_on="2026-12-31")
    assert deadlines(catalogue(policy, as_of=date(2026, 12, 31)))
    assert not deadlines(catalogue(policy, as_of=date(2027, 1, 1)))


def test_policy_ends_before_another_takes_its_place() -> None:
    """The last day of a policy is the one before its successor takes effect."""
    old = entry("policies", "old", title="旧办法", expires_on="2029-12-31")
    new = entry("policies", "new", supersedes=["old"], effective_on="2027-01-01")
    made = catalogue(old, new)
    assert _said(*deadlines_of(made, old)) == ["2026-12-31 政策废止：旧办法"]


def test_benefit_that_ends_earlier_is_named() -> None:
    """A benefit that ends before its policy has a last day of its own."""
    gone = benefit(expires_on="2026-12-15")
    policy = entry("policies", "a", benefits=[gone], expires_on="2027-12-31")
    assert _said(*deadlines(catalogue(policy))) == [
        f"2026-12-15 支持到期：示例标题（{gone['kind']}）",
        "2027-12-31 政策到期：示例标题",
    ]


def test_one_has_to_wait_for_what_opens_later() -> None:
    """A last day knows whether one can act already."""
    made = Deadline(entry("events", "a"), "报名截止", date(2026, 12, 1), since=date(2026, 11, 23))
    assert made.opens_after(date(2026, 11, 22))
    assert not made.opens_after(date(2026, 11, 23))


def test_occasions_stand_in_the_order_in_which_they_begin() -> None:
    """Runs and events are one list; an event has its hour, a run has none."""
    made = catalogue(entry("courses", "a", sessions=[LATE, session()]), entry("events", "b"))
    assert [(o.name, o.first_day.isoformat(), o.time, o.title) for o in occasions(made)] == [
        ("路演", "2026-12-03", "14:00", "示例标题"),
        ("培训", "2026-12-05", "", "示例标题（第1期）"),
        ("培训", "2027-01-05", "", "示例标题（第2期）"),
    ]
