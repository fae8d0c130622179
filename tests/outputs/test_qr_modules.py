"""Modules by words: what can be worked out, and that it is linear."""

from __future__ import annotations

import pytest

from generators.outputs.qr_modules import modules


@pytest.mark.parametrize("address", ["A1", "123", "示例", "a" * 200])
def test_other_texts_are_not_worked_out(address: str) -> None:
    """What is written otherwise than as bytes, or needs a large code, is left to others."""
    assert modules(address, "L", boost=False) is None


def test_level_is_raised_where_the_size_stays() -> None:
    """A short address has room for more correction."""
    raised, plain = (modules("a" * 10, "M", boost=boost) for boost in (True, False))
    assert raised
    assert plain
    assert (raised.size, raised.level) == (1, "Q")
    assert (plain.size, plain.level) == (1, "M")


def test_masks_differ_by_the_same_modules_for_every_text() -> None:
    """A mask turns modules whatever they say."""
    written = modules("a" * 20, "M", boost=True)
    assert written
    one, other = written.masked(b"a" * 20), written.masked(b"b" * 20)
    assert one[0] ^ one[5] == other[0] ^ other[5] != 0
    assert written.of(b"a" * 20, 5) == one[5]
