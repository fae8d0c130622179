"""The states a record goes through, drawn as a strip of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from generators.records.status import Status

States = Sequence[tuple[date | None, Status]]

_WIDTH = 100.0
# What comes before the first date and after the last has no length of its own.
_END = 10.0
# A stretch of days among years must still be seen.
_LEAST = 3.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """A state and its days, both ends included; what has no first or last day is open there."""

    status: Status
    since: date | None
    until: date | None


def stretches(states: States) -> tuple[Stretch, ...]:
    """Turn states with their first days into stretches."""
    ends = [first - timedelta(1) for first, _ in states[1:] if first]
    return tuple(
        Stretch(status, since, until)
        for (since, status), until in zip(states, [*ends, None], strict=True)
    )


def lifeline(states: States, day: date) -> Markup:
    """Return the strip, with a line at *day*; what it says stands in a table beneath."""
    drawn = tuple(_drawn(stretches(states)))
    parts = "".join(
        f'<rect class="lifeline__part--{stretch.status.tone}" x="{x:.1f}" width="{width:.1f}" height="12"/>'
        for stretch, x, width in drawn
    )
    return Markup(
        '<svg class="lifeline__strip" viewBox="0 0 100 12" preserveAspectRatio="none"'
        f' aria-hidden="true">{parts}<rect class="lifeline__day" x="{_place(drawn, day):.1f}"'
        ' width=".6" height="12"/></svg>'
    )


def _drawn(parts: Sequence[Stretch]) -> Iterator[tuple[Stretch, float, float]]:
    """Yield each stretch with its place and width."""
    weights = _weights(parts)
    scale = _WIDTH / sum(weights)
    x = 0.0
    for part, weight in zip(parts, weights, strict=True):
        yield part, x, weight * scale
        x += weight * scale


def _weights(parts: Sequence[Stretch]) -> list[float]:
    lengths = [_days(part) for part in parts]
    total = sum(length for length in lengths if length) or 1
    return [_END if length is None else max(_LEAST, length / total * 80) for length in lengths]


def _days(part: Stretch) -> int | None:
    return (part.until - part.since).days + 1 if part.since and part.until else None


def _place(drawn: Sequence[tuple[Stretch, float, float]], day: date) -> float:
    """Return where *day* stands; within an open end, in its middle."""
    for part, x, width in drawn:
        if part.until is None or day <= part.until:
            length = _days(part)
            if length is None or part.since is None:
                return x + width / 2
            return x + width * ((day - part.since).days + 0.5) / length
    return _WIDTH
