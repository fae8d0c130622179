"""How titles sound: syllables and initials, so that 担保贷款 is found by dbdk."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from types import ModuleType

from generators.search.analysis import HAN, is_han, normalise, units

MARK = "~"
"""Begins every term that is a sound, so that none is taken for a word."""
_BASIC_HAN = range(0x4E00, 0x9FA6)
_STRETCH = re.compile(rf"(?:(?![\W_])[{HAN}])+")
_NASAL = re.compile(r"(?<=[aei])ng$")


def _syllables(run: str) -> list[str]:
    """Return how a run of Han characters sounds, word by word: words come again and again."""
    return [syllable for word in words_of(run) for syllable in _sounds_of(word)]


def words_of(run: str) -> Iterator[str]:
    """Cut a run into words, each the longest that begins there (as pypinyin does, twice as fast)."""
    words = _pypinyin().seg.mmseg
    beginnings, phrases = words.p_set, words.PHRASES_DICT
    start = 0
    while start < len(run):
        end = longest = start + 1
        while end < len(run) and run[start : end + 1] in beginnings:
            end += 1
            if run[start:end] in phrases:
                longest = end
        yield run[start:longest]
        start = longest


@cache
def _pypinyin() -> ModuleType:
    """Import what takes half a second, which a build that hears nothing new need not wait for."""
    was_enabled = gc.isenabled()
    gc.disable()  # in the lists of fifty thousand words it looks for cycles in vain
    try:
        import pypinyin.seg.mmseg
    finally:
        if was_enabled:
            gc.enable()
    return pypinyin


@lru_cache(maxsize=1 << 15)
def _sounds_of(word: str) -> tuple[str, ...]:
    return tuple(_pypinyin().lazy_pinyin([word]))


def sound_terms(text: str) -> Iterator[str]:
    """Yield the neighbouring syllables and neighbouring initials of the Han runs of *text*."""
    for stretch in _STRETCH.findall(normalise(text)):
        syllables = _syllables(stretch)
        yield from neighbours(syllables)
        yield from neighbours([syllable[0] for syllable in syllables])


def spelling(run: str) -> str:
    """Return the syllables of a run of Han characters; nothing for any other."""
    return " ".join(_syllables(run)) if run and all(map(is_han, units(run))) else ""


def neighbours(parts: list[str]) -> list[str]:
    """Return a term for every two neighbouring sounds."""
    return [f"{MARK}{one} {two}" for one, two in pairwise(parts)]


@cache
def syllables() -> frozenset[str]:
    """Return every syllable a query may be cut into."""
    return frozenset(_sound_of_characters().values())


@cache
def sounds() -> dict[str, str]:
    """Return the characters that may be confused by ear, by what they sound like.

    Common confusions of typists are one sound here: z and zh, c and ch, s and sh, n and ng.
    """
    found: dict[str, str] = {}
    for character, syllable in _sound_of_characters().items():
        plain = alike(syllable)
        found[plain] = found.get(plain, "") + character
    return dict(sorted(found.items()))


def alike(syllable: str) -> str:
    """Return a syllable without the differences that typists miss."""
    blunt = syllable[0] + syllable[2:] if syllable[:2] in {"zh", "ch", "sh"} else syllable
    return _NASAL.sub("n", blunt)


@cache
def _sound_of_characters() -> dict[str, str]:
    common = [character for character in map(chr, _BASIC_HAN) if _is_common(character)]
    # All at once takes half as long as one by one.
    return dict(zip(common, _pypinyin().lazy_pinyin(common), strict=True))


def _is_common(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
