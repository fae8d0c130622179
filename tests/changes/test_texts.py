"""What differs between two texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.changes.texts import text_difference

_LONG = (
    "第一句话说的是这件事情。第二句话说的是另一件事情，比第一句话长很多。"
    "第三句话说的是第三件事情，也不短。第四句话说的是最后一件事情，说完就没有了。"
)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("财政付一半。", "全由财政付。", "“财政付一半。” → “全由财政付。”"),
        ("没有领过补贴。", "没有领过补贴。（第四条）", "“没有领过补贴。”后面加上“（第四条）”"),
        ("在本市没有领过补贴。", "没有领过补贴。", "“没有领过补贴。”前面删去“在本市”"),
        (
            _LONG,
            _LONG.replace("第三句", "第3句"),
            "“第三句话说的是第三件事情，也不短。” → “第3句话说的是第三件事情，也不短。”",
        ),
        (_LONG, _LONG + "加了一句。", "加上“加了一句。”"),
        (_LONG, _LONG.replace("第一句话说的是这件事情。", ""), "删去“第一句话说的是这件事情。”"),
        (_LONG, _LONG.replace("。", "。\n"), "只改了空格、换行或者标点的位置"),
    ],
)
def test_text_difference(old: str, new: str, words: str) -> None:
    """Short texts are shown whole, of long ones the sentences that changed."""
    assert text_difference(old, new) == words


def test_many_places_are_counted() -> None:
    """Of a text that was rewritten the first places are shown and the others counted."""
    old = "".join(f"这是第{n}句，没有什么要紧的内容。{'中' * 20}。" for n in range(9))
    words = text_difference(old, old.replace("没有什么", "有一些"))
    assert words.count("→") == 3
    assert words.endswith("；另有6处")


def test_middle_of_a_long_sentence_is_shown() -> None:
    """Of a long sentence only what changed and a little beside it is shown."""
    old = f"{'前' * 80}五千元{'后' * 80}"
    words = text_difference(old, old.replace("五千", "八千"))
    assert words == f"“…{'前' * 10}五千元{'后' * 8}…” → “…{'前' * 10}八千元{'后' * 8}…”"


@given(st.text("一二。；\n# -"), st.text("一二。；\n# -"))
def test_any_two_texts_can_be_compared(old: str, new: str) -> None:
    """Something is said of any two texts, and never more than a few lines."""
    assert 0 < len(text_difference(old, new)) < 500
