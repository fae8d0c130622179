"""What a term says about a document: the shape of the arithmetic, not its weights."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generators.records import KINDS
from generators.records.status import Status
from generators.search.scoring import (
    KEYWORDS,
    LEVELS,
    SOUND,
    SYNONYM,
    TEXT,
    TITLE,
    TONE_FACTORS,
    level,
    rarity,
)

STRENGTHS = st.floats(0, 1e6, allow_nan=False)
NAMES = st.sampled_from(sorted([*KINDS, "pages"]))


@given(STRENGTHS, STRENGTHS, NAMES)
def test_levels_rise_with_strength_and_are_bounded(one: float, other: float, kind: str) -> None:
    """What is said more never has a lower level, and no level is out of its digit."""
    low, high = level(min(one, other), kind), level(max(one, other), kind)
    assert 1 <= low <= high <= LEVELS


@given(st.integers(1, 100_000), st.data())
def test_rare_terms_tell_more(documents: int, data: st.DataObject) -> None:
    """What fewer documents have tells more, and everything tells something."""
    having = data.draw(st.integers(0, documents - 1))
    assert rarity(documents, having) > rarity(documents, having + 1) > 0


@given(st.integers(0, 10_000))
def test_long_fields_say_no_more_of_each_term(length: int) -> None:
    """One occurrence counts no more in a longer field, and never nothing."""
    for field in (TITLE, KEYWORDS, SOUND, TEXT):
        assert field.scale(length) >= field.scale(length + 100) > 0


def test_usual_length_is_neutral() -> None:
    """In a field of the usual length a term counts the field's weight."""
    for field in (TITLE, KEYWORDS, SOUND, TEXT):
        assert abs(field.scale(field.usual_length) - field.weight) < 1e-9


def test_every_status_has_its_factor() -> None:
    """Every tone a status may have counts, and what is over counts least."""
    tones = {status.tone for status in Status} | {""}
    assert tones <= TONE_FACTORS.keys()
    assert min(TONE_FACTORS, key=lambda tone: TONE_FACTORS[tone]) == "over"
    assert 0 < SYNONYM < 1
