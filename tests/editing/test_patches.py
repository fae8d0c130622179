"""Changes in a file that leave every other byte alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.editing.patches import patched
from generators.editing.trees import stripped
from generators.sources import yaml_tree
from generators.sources.yaml_tree import Tree

TEXT = """\
# 页首
title: 面馆开业  # 标题后的注释
host: null
# 名单前的注释
topics:
  # 第一项前
  - 甲   # 甲后
  - 乙
  - 丙
fee: {charged: false, basis: 无}
prizes:
  - name: 一等奖   # 奖
    gives: 5万元
    # 末尾
  - name: 二等奖
body: |
  第一段

  第二段
# 页尾
owner: 活动科
"""
ORDER = ("title", "summary", "host", "topics", "fee", "prizes", "body", "owner", "sample")
_COMMENT = re.compile(r"# ?[^\n]+")


def _read(text: str) -> dict[str, Tree]:
    tree = yaml_tree.plain(yaml_tree.compose("", text))
    assert isinstance(tree, dict)
    return tree


def _changed(
    change: Callable[[dict[str, Tree]], object], text: str = TEXT
) -> tuple[list[str], str]:
    """Return the lines that a change adds and takes away, and the whole text."""
    before = _read(text)
    after = deepcopy(before)
    change(after)
    result = patched(text, before, after, order=lambda loc: ORDER)
    assert stripped(_read(result)) == stripped(after)
    old, new = text.splitlines(), result.splitlines()
    return [f"-{line}" for line in old if line not in new] + [
        f"+{line}" for line in new if line not in old
    ], result


def test_no_change_is_the_same_file() -> None:
    """What is not different is not touched."""
    assert _changed(lambda data: None) == ([], TEXT)


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        ({"title": "面馆"}, ["-title: 面馆开业  # 标题后的注释", "+title: 面馆  # 标题后的注释"]),
        ({"host": "a-hall"}, ["-host: null", "+host: a-hall"]),
        ({"summary": "免费: 来"}, ['+summary: "免费: 来"']),
        ({"sample": "true"}, ["+sample: true"]),
        (
            {"fee": {"charged": "false", "basis": "通知"}},
            ["-fee: {charged: false, basis: 无}", "+fee: {charged: false, basis: 通知}"],
        ),
        (
            {"fee": {"charged": "true", "basis": "无", "standard": "1元"}},
            [
                "-fee: {charged: false, basis: 无}",
                "+fee: {charged: true, basis: 无, standard: 1元}",
            ],
        ),
        ({"topics": ["甲", "乙", "丁", "丙"]}, ["+  - 丁"]),
        ({"topics": ["甲", "丙"]}, ["-  - 乙"]),
        ({"body": "第一段\n\n新的\n"}, ["-  第二段", "+  新的"]),
    ],
)
def test_a_change_is_as_small_as_can_be(change: dict[str, Tree], lines: list[str]) -> None:
    """One line for one value; keys go where the order of keys has them."""
    assert _changed(lambda data: data.update(change))[0] == lines


def test_items_are_written_as_their_neighbours_are() -> None:
    """A new item of a list of blocks is a block."""

    def add(data: dict[str, Tree]) -> None:
        prizes = data["prizes"]
        assert isinstance(prizes, list)
        prizes.append({"name": "三等奖", "gives": "1万元"})

    assert _changed(add)[0] == ["+  - name: 三等奖", "+    gives: 1万元"]


@pytest.mark.parametrize("key", ["title", "topics", "prizes", "body", "fee"])
def test_comments_outlive_what_they_stand_at(key: str) -> None:
    """A field that is taken away leaves the comments that stood at it."""
    result = _changed(lambda data: data.pop(key))[1]
    assert [c for c in _COMMENT.findall(TEXT) if c not in result] == []


def test_windows_line_ends_stay() -> None:
    """New lines end as the others of the file do."""
    result = _changed(lambda data: data.update(sample="true"), TEXT.replace("\n", "\r\n"))[1]
    assert result == TEXT.replace("\n", "\r\n") + "sample: true\r\n"


def test_what_the_change_does_not_know_is_left() -> None:
    """A table with three columns says nothing of the other fields."""
    result = patched(TEXT, {"title": "面馆开业"}, {"title": "面馆"}, order=lambda loc: ORDER)
    assert result == TEXT.replace("title: 面馆开业", "title: 面馆")


_TEXTS = st.sampled_from(
    ["新", "a: b", "- x", "#1", "两行\n字", "0012", '"q"', "it's", "a, b", "[x"]
)


@given(st.data())
def test_any_change_is_made_and_no_comment_lost(data: st.DataObject) -> None:
    """Whatever is changed, added and taken away, the file says it and keeps its comments."""

    def change(tree: dict[str, Tree]) -> None:
        for key in data.draw(st.lists(st.sampled_from(ORDER), max_size=4)):
            value = tree.get(key)
            if value is not None and data.draw(st.booleans()):
                del tree[key]
            elif isinstance(value, list):
                value.insert(data.draw(st.integers(0, len(value))), data.draw(_TEXTS))
            else:
                tree[key] = data.draw(_TEXTS)

    result = _changed(change)[1]
    assert [c for c in _COMMENT.findall(TEXT) if c not in result] == []
