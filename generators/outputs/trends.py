"""Quarterly figures as small bar charts, drawn at build, with the figures in a table below."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

_WIDTH, _HEIGHT = 320, 150
_TOP, _BOTTOM = 24, 26


def bar_chart(title: str, bars: Sequence[tuple[str, float]], *, unit: str = "") -> Markup:
    """Return bars in the order given, each with its figure above and its label below.

    A chart of nothing is nothing. The bars begin at zero, so that their lengths compare.
    """
    if not bars:
        return Markup("")
    largest = max(value for _, value in bars) or 1
    slot = _WIDTH / len(bars)
    drawn = Markup("").join(
        _bar(place * slot, slot, label, value, share=value / largest)
        for place, (label, value) in enumerate(bars)
    )
    said = "，".join(f"{label} {value:g}{unit}" for label, value in bars)
    return Markup(
        '<svg class="chart" viewBox="0 0 {w} {h}" role="img" aria-label="{label}">{drawn}</svg>'
    ).format(w=_WIDTH, h=_HEIGHT, label=f"{title}：{said}", drawn=drawn)


def _bar(left: float, slot: float, label: str, value: float, *, share: float) -> Markup:
    height = round(share * (_HEIGHT - _TOP - _BOTTOM), 1)
    middle, width = round(left + slot / 2, 1), round(min(48, slot * 0.6), 1)
    top = round(_HEIGHT - _BOTTOM - height, 1)
    return Markup(
        '<rect class="chart__bar" x="{x}" y="{y}" width="{w}" height="{h}"/>'
        '<text class="chart__figure" x="{m}" y="{above}" text-anchor="middle">{value}</text>'
        '<text class="chart__label" x="{m}" y="{below}" text-anchor="middle">{label}</text>'
    ).format(
        x=round(middle - width / 2, 1),
        y=top,
        w=width,
        h=height,
        m=middle,
        above=top - 6,
        below=_HEIGHT - 8,
        value=escape(f"{value:g}"),
        label=label,
    )
