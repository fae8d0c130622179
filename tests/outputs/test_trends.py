"""Bar charts: true lengths, the figures in words, nothing from nothing."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generators.outputs.trends import bar_chart


def test_chart_says_its_figures_in_words() -> None:
    """Who cannot see the chart hears every figure with its label."""
    chart = bar_chart("收到投诉", [("1季度", 14.0), ("2季度", 7.0)], unit="件")
    assert 'aria-label="收到投诉：1季度 14件，2季度 7件"' in chart
    assert chart.count("<rect") == 2


def test_labels_are_escaped() -> None:
    """A label cannot break out of the drawing."""
    assert "<b>" not in bar_chart("<b>", [("<b>", 1.0)])


def test_chart_of_nothing_is_nothing() -> None:
    """Without figures there is no empty frame."""
    assert bar_chart("收到投诉", []) == ""


@given(st.lists(st.floats(0, 1e6, allow_nan=False), min_size=1, max_size=8))
def test_bars_are_as_long_as_their_figures(values: list[float]) -> None:
    """Every bar begins at zero and none leaves the drawing."""
    chart = bar_chart("t", [(str(place), value) for place, value in enumerate(values)])
    heights = [float(h) for h in re.findall(r'<rect[^>]* height="([\d.]+)"', chart)]
    largest = max(values) or 1
    assert heights == [round(value / largest * 100, 1) for value in values]
