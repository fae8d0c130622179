"""Ids made of titles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.editing.identifiers import id_fault, suggested_id


@pytest.mark.parametrize(
    ("title", "identifier"),
    [
        ("2027年示例市样例创业大赛", "yangli-chuangye-dasai-2027"),
        ("SYB周末班", "syb-zhoumo-ban"),
        ("女性创业分享会（2027年1月）", "nvxing-chuangye-fenxiang-hui-2027"),
        ("贷款利息谁来付？", "daikuan-lixi-shuilai-fu"),
        ("！！", "record"),
    ],
)
def test_an_id_is_how_the_title_sounds(title: str, identifier: str) -> None:
    """Words of two syllables, without the city's name, the year last."""
    assert suggested_id(title, (), without="示例市") == identifier


def test_an_id_that_is_taken_gets_a_number() -> None:
    """The first free number, from two."""
    taken = {"syb-zhoumo-ban", "syb-zhoumo-ban-2"}
    assert suggested_id("SYB周末班", taken) == "syb-zhoumo-ban-3"


@given(st.text(max_size=20))
def test_any_title_has_an_id(title: str) -> None:
    """Whatever the title, the id can be the name of a file and an address."""
    assert id_fault(suggested_id(title, ())) is None


@pytest.mark.parametrize("name", ["坏 编号", "../site", "A", "a_b", "a-", ""])
def test_what_cannot_be_an_address_is_no_id(name: str) -> None:
    """An id is the name of a file, and must not lead out of its folder."""
    assert id_fault(name) == (
        f"编号“{name}”不能用作网址，只用小写字母、数字和连字符，例如 startup-loan-2023"
    )
