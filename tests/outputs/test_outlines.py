"""What a policy's page shows beside its fields."""

from __future__ import annotations

import pytest

from generators.outputs.outlines import (
    Condition,
    Outline,
    audiences_in_short,
    condition,
    outline,
)
from generators.records.policies import Policy
from generators.sources import Entry
from tests import samples


def outlined(entry: Entry, *others: Entry) -> Outline:
    """Return the outline of a policy among other entries."""
    assert isinstance(entry.record, Policy)
    return outline(samples.catalogue(entry, *others), entry, entry.record)


@pytest.mark.parametrize(
    ("audiences", "said"),
    [
        ((), "不限人群"),
        (("残疾人",), "残疾人"),
        (("甲", "乙", "丙", "丁", "戊"), "甲、乙、丙、丁、戊"),
        (("甲", "乙", "丙", "丁", "戊", "己"), "甲、乙、丙、丁、戊等6类"),
    ],
)
def test_many_audiences_are_counted(audiences: tuple[str, ...], said: str) -> None:
    """The first fact stays short: five are named, more are counted."""
    assert audiences_in_short(audiences) == said


def test_only_amounts_are_shown_large_and_not_too_many() -> None:
    """A benefit without a sum is not a number; three numbers stay large."""
    sums = [samples.benefit(amount_max=str(n), unit="元") for n in (1, 2, 3, 4)]
    view = outlined(samples.entry("policies", "p", benefits=[samples.benefit(), *sums]))
    assert [benefit.amount_max for benefit in view.amounts] == [1, 2, 3]


def test_procedures_are_found_from_both_ends() -> None:
    """A procedure that rests on the policy is shown though the policy does not name it."""
    named = samples.entry("procedures", "named", bases=[{"policy": "p"}])
    other = samples.entry("procedures", "other", bases=[{"policy": "p"}])
    view = outlined(samples.entry("policies", "p", procedures=["named"]), other, named)
    assert [entry.id for entry in view.procedures] == ["named", "other"]


def test_policy_that_replaced_nothing_has_no_history() -> None:
    """A line of one is not drawn; a line of two knows where one is."""
    old, new = (
        samples.entry("policies", "old"),
        samples.entry("policies", "new", supersedes=["old"]),
    )
    assert outlined(old).history == ()
    stages = outlined(old, new).history
    assert [(stage.entry.id, stage.is_here) for stage in stages] == [("new", False), ("old", True)]


def test_what_has_its_place_is_not_repeated_below() -> None:
    """Related entries leave out the line of policies, the procedures and the readings."""
    old = samples.entry("policies", "old")
    others = [
        samples.entry("policies", "new", supersedes=["old"]),
        samples.entry("policies", "lower", based_on=["old"]),
        samples.entry("procedures", "a", bases=[{"policy": "old"}]),
    ]
    related = outlined(old, *others).related
    assert [(label, [e.id for e in group]) for label, group in related] == [("创业政策", ["lower"])]


@pytest.mark.parametrize(
    ("written", "text", "clause"),
    [
        ("正常经营满1年。（第四条）", "正常经营满1年。", "第四条"),
        ("没有领过。（第三条第（二）项）", "没有领过。", "第三条第（二）项"),
        ("超过100人的按5%（含）算", "超过100人的按5%（含）算", ""),
        ("按第四条办。", "按第四条办。", ""),
    ],
)
def test_clause_is_taken_off_the_end(written: str, text: str, clause: str) -> None:
    """A clause in brackets at the end is the condition's source; other brackets are its words."""
    assert condition(written) == Condition(text, clause)
