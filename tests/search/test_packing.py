"""Packing of numbers is a code that can be read back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generators.search.packing import DIGITS, packed


@given(st.integers(0, 1 << 40), st.integers(0, 1 << 40))
def test_numbers_have_different_digits(one: int, other: int) -> None:
    """Two numbers never look alike, and none begins another."""
    assert packed(one).startswith(packed(other)) == (one == other)


def test_digits_are_plain() -> None:
    """The 64 digits need no escape in JSON, and no row of them looks like somebody's number."""
    assert len(set(DIGITS)) == 64
    assert DIGITS.isascii()
    assert not set(DIGITS) & set('"\\|@0123456789')
