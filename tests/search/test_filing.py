"""How terms are named: what follows them, whole titles, hashes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.search.filing import FOLLOWERS, exact_term, fnv1a, follower_bit


def test_whole_title_is_one_term() -> None:
    """A title is one term, whatever its width, case and marks."""
    term = exact_term("创业贷款（SYB）")
    assert term == exact_term("創業貸款·ｓｙｂ")
    assert term != exact_term("创业贷款（GYB）")


@pytest.mark.parametrize(
    ("text", "value"), [("", 0x811C9DC5), ("a", 0xE40C292C), ("foobar", 0xBF9CF968)]
)
def test_hash_is_fnv1a(text: str, value: int) -> None:
    """The published test vectors of FNV-1a of 32 bits hold."""
    assert fnv1a(text) == value


@given(st.characters())
def test_follower_is_one_class(character: str) -> None:
    """A character is of exactly one class, so that classes can be counted together."""
    bit = follower_bit(character)
    assert bit.bit_count() == 1
    assert bit < 1 << FOLLOWERS
