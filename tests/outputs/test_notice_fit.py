"""How small the type of a printed notice must be, as far as it can be guessed."""

from __future__ import annotations

import re

import pytest

from generators.outputs.guides import guide
from generators.outputs.notice_fit import SIZES, fit, lines
from generators.records.procedures import Procedure
from tests import samples
from tests.conftest import ROOT

STYLES = (ROOT / "overrides/assets/notice/notice.css").read_text("utf-8")


def fitted(sentences: int) -> int:
    """Return the size of a notice with a condition of so many sentences."""
    condition = "年满十八周岁，在本市有固定的经营场所，正在经营。" * sentences
    entry = samples.entry("procedures", "a", conditions=[condition])
    assert isinstance(entry.record, Procedure)
    return fit(entry.record, guide(samples.catalogue(entry), entry, entry.record))


def test_longer_texts_have_smaller_type() -> None:
    """A short notice is large, a longer one smaller; one that is too long loses words."""
    sizes = [fitted(sentences) for sentences in (1, 10, 30, 45, 60, 80)]
    assert sizes[0] == 0
    assert sizes == sorted(sizes)
    assert SIZES[sizes[-1]].short


def test_nothing_is_smaller_than_the_last_size() -> None:
    """What fits nowhere is set in the smallest type."""
    entry = samples.entry("procedures", "a", conditions=["年满十八周岁。"] * 200)
    assert isinstance(entry.record, Procedure)
    view = guide(samples.catalogue(entry), entry, entry.record)
    assert fit(entry.record, view) == len(SIZES) - 1
    assert lines(entry.record, view, SIZES[-1]) > SIZES[-1].lines


@pytest.mark.parametrize("words", ["rest", "note"])
def test_stylesheet_leaves_out_what_is_not_counted(words: str) -> None:
    """The sizes that count first sentences only are those whose words the stylesheet hides."""
    rule = next(r for r in STYLES.splitlines() if f".notice__{words} {{ display: none; }}" in r)
    hidden = [int(size) for size in re.findall(r'data-fit="(\d)"', rule)]
    counted = [n for n, size in enumerate(SIZES) if (size.bare if words == "note" else size.short)]
    assert hidden == counted
