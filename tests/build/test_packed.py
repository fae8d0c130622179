"""A sequence that is kept pickled is a sequence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.build.packed import Packed


@given(st.integers(0, 1600), st.slices(1600), st.lists(st.integers(-1600, 1599), max_size=5))
def test_packed_values_are_where_they_were(count: int, some: slice, places: list[int]) -> None:
    """Its length, its values, any one and any stretch of them are those of a list."""
    values = [f"{number}" for number in range(count)]
    packed = Packed(iter(values))
    assert len(packed) == count
    assert list(packed) == values
    assert packed[some] == values[some]
    for place in places:
        if -count <= place < count:
            assert packed[place] == values[place]
        else:
            with pytest.raises(IndexError):
                packed[place]
