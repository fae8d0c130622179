"""Pages of the host, cut at their marks and filled."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.outputs.frames import MARKS, Frame

PAGE = "".join(f"<{name}>%%catalogue:{name}%%" for name in MARKS) + "</html>"


def test_fill_replaces_every_mark() -> None:
    """Each mark is replaced by its value, and the rest is as the host made it."""
    filled = Frame.cut(PAGE).fill({name: name.upper() for name in MARKS})
    assert filled == ("<title>TITLE<description>DESCRIPTION<path>PATH<meta>META<body>BODY</html>")


def test_mark_may_stand_twice() -> None:
    """A title that the host shows in two places is filled in both."""
    values = dict.fromkeys(MARKS, "") | {"title": "标题"}
    assert Frame.cut(PAGE + "%%catalogue:title%%").fill(values).count("标题") == 2


@pytest.mark.parametrize("name", MARKS)
def test_missing_mark_is_an_error(name: str) -> None:
    """A page that lost a mark cannot be stamped, and the mark is named."""
    with pytest.raises(ValueError, match=re.escape(f"['{name}']")):
        Frame.cut(PAGE.replace(f"%%catalogue:{name}%%", ""))


def test_unknown_mark_is_an_error() -> None:
    """A mark that nobody fills would be shown to readers, so it is refused."""
    with pytest.raises(ValueError, match="nonsense"):
        Frame.cut(PAGE + "%%catalogue:nonsense%%")


@given(st.dictionaries(st.sampled_from(MARKS), st.text(), min_size=len(MARKS)))
def test_values_are_taken_literally(values: dict[str, str]) -> None:
    """A value that looks like a mark or a pattern is not replaced in turn."""
    expected = "".join(f"<{name}>{values[name]}" for name in MARKS) + "</html>"
    assert Frame.cut(PAGE).fill(values) == expected
    marked = values | {"title": "%%catalogue:body%%\\1"}
    assert Frame.cut(PAGE).fill(marked).startswith("<title>%%catalogue:body%%\\1<description>")
