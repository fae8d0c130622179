"""Which item became which."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from generators.changes.pairing import paired, part_likeness, text_likeness


def _name(item: dict[str, str]) -> str:
    return item["name"]


def test_part_keeps_its_partner_by_name() -> None:
    """A part that kept its name is the same part, wherever it now stands."""
    old = [{"name": "表", "form": "纸质"}, {"name": "证", "form": "纸质"}]
    new = [{"name": "证", "form": "电子"}, {"name": "照", "form": "电子"}]
    pairs = paired(old, new, part_likeness(_name))
    assert pairs == [(old[1], new[0]), (None, new[1]), (old[0], None)]


def test_part_with_another_name_is_known_by_its_values() -> None:
    """A part that was only renamed is found by what it says."""
    old, new = (
        {"name": "表", "form": "纸质", "note": "一"},
        {"name": "申请表", "form": "纸质", "note": "一"},
    )
    assert paired([old], [new], part_likeness(_name)) == [(old, new)]


def test_short_words_are_other_words() -> None:
    """A group of people never becomes another one; a sentence may be put otherwise."""
    assert paired(["妇女"], ["残疾妇女"], text_likeness) == [(None, "残疾妇女"), ("妇女", None)]
    old, new = "正常经营满1年。", "正常经营满6个月。"
    assert paired([old], [new], text_likeness) == [(old, new)]


@given(st.lists(st.text("甲乙丙", max_size=9)), st.lists(st.text("甲乙丙", max_size=9)))
def test_nothing_is_lost(old: list[str], new: list[str]) -> None:
    """Every item that is not in both lists stands in exactly one pair."""
    pairs = paired(old, new, text_likeness)
    gone = Counter(one for one, _ in pairs if one is not None)
    come = Counter(other for _, other in pairs if other is not None)
    assert Counter(old) - gone == Counter(new) - come
    assert gone <= Counter(old)
