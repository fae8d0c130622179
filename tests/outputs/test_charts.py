"""The importance–performance chart: drawn to scale, told in words, free of style attributes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from generators.outputs.charts import quadrant_chart
from generators.satisfaction import Standing, quadrants
from tests.conftest import ROOT

_SVG = "{http://www.w3.org/2000/svg}"


def _standings(*points: tuple[float, float]) -> list[Standing]:
    rows = zip(points, quadrants(points), strict=True)
    return [Standing(f"维度{n}", x, y, q) for n, ((x, y), q) in enumerate(rows, start=1)]


def _drawn(standings: Sequence[Standing]) -> ElementTree.Element:
    markup = str(quadrant_chart(standings, "权重"))
    return ElementTree.fromstring(markup.replace("<svg ", f'<svg xmlns="{_SVG[1:-1]}" ', 1))


def _marks(svg: ElementTree.Element) -> list[tuple[float, float]]:
    texts = [t for t in svg.iter(f"{_SVG}text") if "number" in t.attrib["class"]]
    return [(float(text.attrib["x"]), float(text.attrib["y"])) for text in texts]


FOUR = _standings((90, 0.4), (60, 0.4), (60, 0.1), (90, 0.1))


def test_nothing_is_drawn_of_nothing() -> None:
    """Without dimensions there is no chart."""
    assert quadrant_chart([], "权重") == ""


def test_marks_stand_in_their_quadrants() -> None:
    """Satisfied is right and important is up, and every quadrant has its shape."""
    svg = _drawn(FOUR)
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = _marks(svg)
    assert (x1, x2) == (x4, x3)
    assert (y1, y3) == (y2, y4)
    assert x2 < x1
    assert y1 < y3
    shapes = [e for e in svg if "quadrants__mark " in e.attrib.get("class", "")]
    assert [(e.tag.removeprefix(_SVG), e.attrib["class"].partition("--")[2]) for e in shapes] == [
        ("circle", "keep"),
        ("path", "fix"),
        ("rect", "later"),
        ("circle", "maintain"),
    ]


def test_chart_is_told_in_words() -> None:
    """Who cannot see the drawing hears its title and every figure in it."""
    svg = _drawn(FOUR)
    assert svg.attrib["role"] == "img"
    ids = {e.attrib["id"]: e.text for e in svg if "id" in e.attrib}
    assert list(ids) == svg.attrib["aria-labelledby"].split()
    title, said = ids.values()
    assert title == "重要性和满意度象限图"
    assert said
    assert said.startswith("1 维度1：满意度指数90.0，重要性0.40，优势保持；2 维度2：")
    words = {text.text for text in svg.iter(f"{_SVG}text")}
    assert {"优势保持", "优先改进", "次要改进", "维持"} < words
    assert {"↑ 重要性（权重）", "满意度指数 →", "平均 75.0", "0.25"} < words


def test_drawing_has_no_style_and_escapes_names() -> None:
    """The strict content policy forbids styles, and a name is text, whatever it says."""
    markup = str(quadrant_chart(_standings((80, 0.5)), "<b>"))
    assert "style" not in markup
    assert "（&lt;b&gt;）" in markup
    named = [Standing('<script>"', 80, 0.5, FOUR[0].quadrant)]
    assert "<script>" not in quadrant_chart(named, "权重")


def test_marks_in_one_place_are_moved_apart() -> None:
    """Of equal dimensions each number can be read, and a line leads to the true spot."""
    svg = _drawn(_standings((80, 0.2), (80, 0.2), (80, 0.2)))
    assert len(set(_marks(svg))) == 3
    lines = [e for e in svg if e.attrib.get("class") == "quadrants__line"]
    assert len(lines) == 2


def test_classes_are_in_the_stylesheet() -> None:
    """The drawing has its colours and sizes from the stylesheet, and no text is small."""
    style = (ROOT / "overrides/assets/catalogue.css").read_text("utf-8")
    used = set(re.findall(r'class="([^"]+)"', str(quadrant_chart(FOUR, "权重"))))
    assert all(f".{name}" in style for name in " ".join(used).split() if "--" not in name)
    sizes = re.findall(r"\.quadrants[^{]*{[^}]*font-size: (\d+)px", style)
    # A drawing of 360 units is 288 px wide on a screen of 320 px.
    assert all(int(size) * 288 / 360 >= 12 for size in sizes)


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(0, 100), st.floats(-1, 1)).map(lambda p: (round(p[0], 4), p[1])),
        min_size=1,
        max_size=12,
    )
)
def test_every_mark_is_inside_the_frame(points: list[tuple[float, float]]) -> None:
    """Wherever the dimensions stand, their marks are in the drawing."""
    marks = _marks(_drawn(_standings(*points)))
    assert len(marks) == len(points)
    assert all(46 <= x <= 354 and 30 <= y <= 332 for x, y in marks)
