"""“您是不是要写…”: the known values nearest to what was written."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

_NEAR = 0.5
# A second suggestion must be nearly as close as the first to be worth reading.
_AS_CLOSE = 0.9


def did_you_mean(written: str, known: Iterable[str]) -> str | None:
    """Return the question with one or two suggestions, or None where nothing is near."""
    ranked = sorted(((_likeness(written, value), value) for value in known if value), reverse=True)
    near = [pair for pair in ranked[:2] if pair[0] >= max(_NEAR, _AS_CLOSE * ranked[0][0])]
    return f"您是不是要写“{'”或“'.join(value for _, value in near)}”？" if near else None


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other)
    return matcher.ratio() if matcher.real_quick_ratio() >= _NEAR else 0.0
