"""The importance–performance chart, drawn at build; a table below it has the same figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generators.satisfaction import Quadrant, Standing, crossing

_WIDTH, _HEIGHT = 360, 372
_LEFT, _RIGHT, _TOP, _BOTTOM = 46, 354, 30, 326
_INSET = 50  # keeps the marks off the names in the corners
_RADIUS, _STEP = 13, 30
# Where a mark may move to when another is in its place.
_MOVES = [(x * _STEP, y * _STEP) for r in (0, 1, 2) for y in (-r, 0, r) for x in (0, r, -r)]
_CORNERS = (
    (Quadrant.FIX, _LEFT + 8, _TOP + 22, "start"),
    (Quadrant.KEEP, _RIGHT - 8, _TOP + 22, "end"),
    (Quadrant.LATER, _LEFT + 8, _BOTTOM - 10, "start"),
    (Quadrant.MAINTAIN, _RIGHT - 8, _BOTTOM - 10, "end"),
)
_Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Scale:
    """Lays values from *low* to *high* between two places of the drawing."""

    low: float
    high: float
    start: float
    end: float

    @classmethod
    def of(cls, values: Sequence[float], start: float, end: float, *, least: float) -> _Scale:
        """Return the scale of *values*, spread over *least* at least, so that a hair is none."""
        widened = max(least - (max(values) - min(values)), 0) / 2
        return cls(min(values) - widened, max(values) + widened, start, end)

    def __call__(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)


def quadrant_chart(standings: Sequence[Standing], importance_by: str) -> Markup:
    """Return the chart of the dimensions, numbered in their order; of nothing it is nothing.

    A quadrant is told by its name in the corner and by the shape of its marks, not only by
    their colour.
    """
    if not standings:
        return Markup("")
    points = [(standing.index, standing.importance) for standing in standings]
    xs, ys = zip(*points, strict=True)
    x = _Scale.of(xs, _LEFT + _INSET, _RIGHT - _INSET, least=4)
    y = _Scale.of(ys, _BOTTOM - _INSET, _TOP + _INSET, least=0.04)
    middle_x, middle_y = crossing(points)
    drawn = (
        *_frame(x(middle_x), y(middle_y)),
        *_words(x(middle_x), y(middle_y), middle_x, middle_y, importance_by),
        *_marks(standings, [(x(index), y(importance)) for index, importance in points]),
    )
    return Markup(
        '<svg class="quadrants" viewBox="0 0 {w} {h}" role="img"'
        ' aria-labelledby="quadrants-title quadrants-desc">'
        '<title id="quadrants-title">重要性和满意度象限图</title>'
        '<desc id="quadrants-desc">{desc}</desc>{drawn}</svg>'
    ).format(w=_WIDTH, h=_HEIGHT, desc=_said(standings), drawn=Markup("").join(drawn))


def _said(standings: Sequence[Standing]) -> str:
    parts = (
        f"{number} {s.name}：满意度指数{s.index:.1f}，重要性{s.importance:.2f}，{s.quadrant}"
        for number, s in enumerate(standings, start=1)
    )
    return "；".join(parts) + "。"


def _frame(middle_x: float, middle_y: float) -> Iterator[Markup]:
    yield Markup(
        '<rect class="quadrants__frame" x="{x}" y="{y}" width="{w}" height="{h}"/>'
    ).format(x=_LEFT, y=_TOP, w=_RIGHT - _LEFT, h=_BOTTOM - _TOP)
    line = Markup('<path class="quadrants__mean" d="M{} {}L{} {}"/>')
    yield line.format(middle_x, _TOP, middle_x, _BOTTOM)
    yield line.format(_LEFT, middle_y, _RIGHT, middle_y)


def _words(
    x: float, y: float, mean_index: float, mean_importance: float, importance_by: str
) -> Iterator[Markup]:
    for quadrant, left, bottom, anchor in _CORNERS:
        yield _text("quadrants__name", left, bottom, anchor, quadrant)
    yield _text("quadrants__label", 2, 18, "start", f"↑ 重要性（{importance_by}）")
    yield _text("quadrants__label", _RIGHT, _HEIGHT - 6, "end", "满意度指数 →")
    yield _text("quadrants__label", x, _BOTTOM + 19, "middle", f"平均 {mean_index:.1f}")
    yield _text("quadrants__label", _LEFT - 5, y + 5, "end", f"{mean_importance:.2f}")


def _text(name: str, x: float, y: float, anchor: str, words: str) -> Markup:
    return Markup('<text class="{}" x="{}" y="{}" text-anchor="{}">{}</text>').format(
        name, x, y, anchor, words
    )


def _marks(standings: Sequence[Standing], spots: Sequence[_Point]) -> Iterator[Markup]:
    """Yield the numbered marks; one that had to move has a line to its true spot."""
    places = _apart(spots)
    for spot, place in zip(spots, places, strict=True):
        if spot != place:
            yield Markup(
                '<path class="quadrants__line" d="M{} {}L{} {}"/>'
                '<circle class="quadrants__spot" cx="{}" cy="{}" r="3"/>'
            ).format(*spot, *place, *spot)
    for number, (standing, (x, y)) in enumerate(zip(standings, places, strict=True), start=1):
        yield _shape(standing.quadrant, x, y)
        name = f"quadrants__number quadrants__number--{standing.quadrant.name.lower()}"
        yield _text(name, x, round(y + 5.5, 1), "middle", str(number))


def _apart(spots: Sequence[_Point]) -> list[_Point]:
    places: list[_Point] = []
    for x, y in spots:
        moved = ((round(x + dx, 1), round(y + dy, 1)) for dx, dy in _MOVES)
        free = (place for place in moved if _is_free(place, places))
        places.append(next(free, (x, y)))
    return places


def _is_free(place: _Point, taken: Sequence[_Point]) -> bool:
    x, y = place
    inside = _LEFT + _RADIUS <= x <= _RIGHT - _RADIUS and _TOP + 30 <= y <= _BOTTOM - 30
    return inside and all((x - a) ** 2 + (y - b) ** 2 >= (_STEP - 1) ** 2 for a, b in taken)


def _shape(quadrant: Quadrant, x: float, y: float) -> Markup:
    name = f"quadrants__mark quadrants__mark--{quadrant.name.lower()}"
    if quadrant is Quadrant.FIX:
        d, corner = Markup("M{} {}l{r} {r}l-{r} {r}l-{r} -{r}z"), _RADIUS + 4
        path = d.format(x, round(y - corner, 1), r=corner)
        return Markup('<path class="{}" d="{}"/>').format(name, path)
    if quadrant is Quadrant.LATER:
        return Markup('<rect class="{}" x="{}" y="{}" width="{w}" height="{w}"/>').format(
            name, round(x - 12, 1), round(y - 12, 1), w=24
        )
    return Markup('<circle class="{}" cx="{}" cy="{}" r="{}"/>').format(name, x, y, _RADIUS)
