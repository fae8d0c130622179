"""The same words in Python and in the browser: shared vectors, and texts made up at random."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generators.search.analysis import runs, simplified
from generators.search.filing import mark
from generators.search.lexicon import Lexicon
from tests.search.twins import Call, browser_says, python_says

VECTORS = Path(__file__).parent / "vectors"
T = TypeVar("T")


def _lexicon(words: dict[str, Any]) -> Lexicon:
    others = {word: tuple(others) for word, others in words.get("others", {}).items()}
    ignored, phrases = words.get("ignored", ()), words.get("phrases", ())
    frequent = frozenset(map(mark, words.get("frequent", ())))
    return Lexicon(others, frozenset(ignored), tuple(phrases), frequent)


def _vectors(name: str) -> tuple[Lexicon, list[Call], list[Any]]:
    table = json.loads((VECTORS / name).read_text("utf-8"))
    calls, returned = zip(*table["vectors"], strict=True)
    return _lexicon(table.get("lexicon", {})), list(calls), list(returned)


@pytest.mark.parametrize(
    "name", ["analysis.json", "query.json", "corrections.json", "frequent.json"]
)
def test_vectors_hold_in_python_and_in_the_browser(name: str) -> None:
    """Every call of a vector returns on both sides what the vector says."""
    words, calls, returned = _vectors(name)
    assert python_says(calls, words) == returned
    assert browser_says(calls, words) == returned


def test_browser_reads_packed_numbers_as_the_vectors_say() -> None:
    """Postings and columns are read as they were packed by hand."""
    table = json.loads((VECTORS / "packing.json").read_text("utf-8"))
    calls = [("postings", packed) for packed, _ in table["postings"]]
    assert browser_says(calls, Lexicon()) == [postings for _, postings in table["postings"]]
    columns = [("column", column, width) for column, width, _ in table["columns"]]
    assert browser_says(columns, Lexicon()) == [numbers for *_, numbers in table["columns"]]


def _drawn(strategy: st.SearchStrategy[T], count: int) -> list[T]:
    """Return what hypothesis makes up, to be compared in one go."""
    drawn: list[T] = []

    @settings(max_examples=count, database=None, phases=[Phase.generate])
    @given(strategy)
    def draw(value: T) -> None:
        drawn.append(value)

    draw()
    return drawn


WORDS = _vectors("query.json")[0]
_OLD = unicodedata.ucd_3_2_0  # a character that every Python and every browser knows
_KNOWN = st.characters(exclude_categories=("Cs", "Cn", "Co")).filter(
    lambda character: _OLD.category(character) != "Cn"
)
_HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)
_RARE_HAN = st.characters(min_codepoint=0x20000, max_codepoint=0x2A6D6)
_TRADITIONAL = st.sampled_from([chr(old) for old in sorted(simplified())])
_WORDS = st.sampled_from(
    sorted({*WORDS.others, *WORDS.ignored, *WORDS.phrases, "danbao", "tx", "yingye", "贷款"})
)
_MARKS = st.sampled_from(
    [*"，。；：（）〔〕[]【】　 /-—_·％%", "〔2023〕", "（2024）", "①", "٢٠٢٣"]
)
_LATIN = st.from_regex(r"[A-Za-z0-9]{1,5}", fullmatch=True)
_PIECES = st.one_of(_WORDS, _WORDS, _HAN, _RARE_HAN, _TRADITIONAL, _MARKS, _KNOWN, _LATIN)
TEXTS = st.lists(_PIECES, max_size=9).map("".join)
READINGS = ("typed", "reduced", "in_words", "in_sounds", "heard", "corrections")


def _calls(text: str) -> list[Call]:
    whole = [(name, text) for name in ("normalise", "runs", "spaced", "title_hash", *READINGS)]
    parts = [(name, run) for run in runs(text) for name in ("units", "phrase_terms", "pieces")]
    return [
        *whole,
        *parts,
        ("fnv1a", runs(text)[0] if runs(text) else ""),
        ("follower_bit", text[:1]),
    ]


def _differences(calls: Sequence[Call], words: Lexicon) -> list[tuple[Call, Any, Any]]:
    said = zip(calls, python_says(calls, words), browser_says(calls, words), strict=True)
    return [(call, ours, theirs) for call, ours, theirs in said if ours != theirs]


def test_any_text_is_read_alike() -> None:
    """Texts of all kinds of characters have the same terms and meanings on both sides."""
    calls = [call for text in _drawn(TEXTS, 400) for call in _calls(text)]
    assert _differences(calls, WORDS) == []


def test_any_text_is_asked_for_alike_where_pairs_are_frequent() -> None:
    """The same long terms stand for frequent pairs on both sides."""
    pairs = st.text("创业担保贷款a2", min_size=2, max_size=2)
    words = replace(WORDS, frequent=frozenset(map(mark, _drawn(pairs, 60))))
    runs_ = _drawn(st.text("创业担保贷款a2", min_size=1, max_size=12), 400)
    assert _differences([("phrase_terms", run) for run in runs_], words) == []


def test_latin_words_are_cut_into_the_same_syllables() -> None:
    """What is and what is not pinyin is cut alike."""
    parts = st.sampled_from(
        ["chuang", "ye", "dan", "bao", "xi", "an", "ng", "g", "e", "zhuang", "q"]
    )
    words = _drawn(st.lists(parts, max_size=7).map("".join), 300)
    assert _differences([("cut_syllables", word) for word in words], WORDS) == []


def test_slips_are_mended_alike() -> None:
    """A phrase with a character wrong, missing, swapped or twice is corrected to the same."""
    slips = _drawn(st.tuples(st.sampled_from(WORDS.phrases), st.integers(0, 12), _PIECES), 300)
    mended = [phrase[:at] + piece + phrase[at + 1 :] for phrase, at, piece in slips]
    dropped = [phrase[:at] + phrase[at + 1 :] for phrase, at, _ in slips]
    calls = [("corrections", said) for said in dict.fromkeys((*mended, *dropped))]
    assert _differences(calls, WORDS) == []


def test_every_character_is_read_alike() -> None:
    """Each character of Unicode 3.2 is a letter, a digit, Han or neither on both sides."""
    known = [c for c in map(chr, range(0x110000)) if _OLD.category(c) not in {"Cn", "Cs", "Co"}]
    calls = [("spaced", f"a{character}1") for character in known]
    assert _differences(calls, WORDS) == []
