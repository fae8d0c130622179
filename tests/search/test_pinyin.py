"""Titles are cut into words as pypinyin cuts them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pypinyin.constants import PHRASES_DICT
from pypinyin.seg.mmseg import seg

from generators.search.pinyin import words_of

_WORDS = [word for word in PHRASES_DICT if "\u4e00" <= word[0] <= "\u9fff"][::50]
_pieces = st.one_of(
    st.sampled_from(_WORDS).flatmap(lambda w: st.integers(1, len(w)).map(lambda n: w[:n])),
    st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=2),
)


@given(st.lists(_pieces, max_size=5).map("".join))
def test_a_run_is_cut_as_pypinyin_cuts_it(run: str) -> None:
    """Words, beginnings of words and others in a row; where a row ends, pypinyin looks no further."""
    assert [*words_of(run), "|"] == list(seg.cut(f"{run}|"))
