"""New parts of a record, written in YAML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.editing.trees import stripped
from generators.editing.yaml_text import flow, item_lines, mapping_lines, pair_lines, scalar
from generators.sources import yaml_tree
from generators.sources.yaml_tree import Tree

_TEXT = st.text(
    st.sampled_from("甲乙a1 -:#'\"[]{},&*!|>%@`\n?~\\"), min_size=1, max_size=12
).filter(lambda text: bool(text.strip()))
_TREES = st.recursive(
    _TEXT,
    lambda part: st.one_of(
        st.lists(part, max_size=3),
        st.dictionaries(st.sampled_from(["name", "value", "note"]), part, max_size=3),
    ),
    max_leaves=6,
)


def _read(text: str) -> Tree:
    return stripped(yaml_tree.plain(yaml_tree.compose("", text)))


@given(st.dictionaries(st.sampled_from(["title", "body", "parts"]), _TREES, min_size=1))
def test_what_is_written_is_what_is_read(data: dict[str, Tree]) -> None:
    """Whatever characters a text has, YAML reads it back, but for space at the ends."""
    text = "".join(f"{line}\n" for line in mapping_lines(data, indent=0))
    assert _read(text) == stripped(data)


@given(_TEXT)
def test_a_text_in_brackets_is_what_is_read(text: str) -> None:
    """Commas and brackets within a list are in quotes."""
    assert _read(flow([text, text])) == [stripped(text)] * 2


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("开店", "开店"),
        ("300000", "300000"),
        ("2026-01-31 09:00", "2026-01-31 09:00"),
        ("0000-1234567", '"0000-1234567"'),
        ("0012", '"0012"'),
        ("09:00", '"09:00"'),
        ("no", '"no"'),
        ("null", '"null"'),
        ("第一: 第二", '"第一: 第二"'),
        ("#1", '"#1"'),
        ("", '""'),
    ],
)
def test_texts_have_the_quotes_they_need(value: str, written: str) -> None:
    """What other readers take for a number, a time or a flag is in quotes."""
    assert scalar(value) == written


def test_short_parts_stand_on_one_line() -> None:
    """Short lists and small parts are in brackets, others in lines of their own."""
    assert pair_lines("topics", ["创业补贴", "税收优惠"], indent=0) == [
        "topics: [创业补贴, 税收优惠]"
    ]
    assert pair_lines("fee", {"charged": "false"}, indent=0) == ["fee: {charged: false}"]
    assert pair_lines("list", ["长" * 40], indent=0) == ["list:", f"  - {'长' * 40}"]
    assert item_lines({"a": "1", "b": "2"}, indent=2, in_flow=False) == ["- a: 1", "    b: 2"]


def test_texts_of_several_lines_are_blocks() -> None:
    """A text with paragraphs is written as one reads it."""
    assert pair_lines("body", "甲\n\n乙", indent=0) == ["body: |", "  甲", "", "  乙"]
