"""From text to search terms, the same in Python and in `overrides/assets/search/terms.mjs`.

A text is a row of runs of letters and digits; a run is a row of units: single Han characters,
words and numbers. Terms are the units and every two neighbouring Han characters: no
dictionary decides where a Chinese word ends. With each pair and word goes the character that
follows it, by which a reader of the index tells most phrases from mere neighbours.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

HAN = "\u3005\u3007\u3400-\u9fff\U00020000-\U0003ffff"
_YEAR_IN_BRACKETS = re.compile(r"[〔\[(【]([0-9]{4})[〕\])】]")
# ASCII, common punctuation, Han characters, and ASCII of full width.
_LONERS = re.compile(
    "[\\x00-\x7f\xb7\u2010-\u2016\u2018-\u2027\u3001-\u3029\u4e00-\u9fff\uff01-\uff5e]*"
)
_RUN = re.compile(r"[^\W_]+")
_UNIT = re.compile(rf"[{HAN}]|\d+|[^\W\d_{HAN}]+")
_HAN = re.compile(rf"[{HAN}]")
# A look-ahead consumes nothing, so that every place is tried; a dot stops at the end of a line.
_PAIR = re.compile(rf"(?=([{HAN}]{{2}})(.?))")
_WORD = re.compile(rf"(\d+|[^\W\d_{HAN}]+)(?=(.?))")

Term = tuple[str, str]
"""A term and the character after it; nothing at the end of a run, and for single characters."""


@cache
def simplified() -> dict[int, str]:
    """Return what each traditional character is compared as, by code point.

    `traditional.txt` has a line for every simplified character, followed by its traditional
    ones: the single-character conversions of OpenCC's `t2s` (Apache-2.0).
    """
    lines = Path(__file__).with_name("traditional.txt").read_text("utf-8").splitlines()
    return {ord(old): line[0] for line in lines for old in line[1:]}


def normalise(text: str) -> str:
    """Return *text* as it is compared: NFKC, lower case, simplified characters."""
    # Nearly all texts are of characters that do not heed each other, and may go one by one.
    return text.translate(_COMPARED) if _LONERS.fullmatch(text) else _normalised(text)


def _normalised(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower().translate(simplified())


def compared_alone(character: str) -> str:
    """Return the one character that *character* is compared as, whatever stands beside it.

    Nothing where it may heed its neighbours, or is compared as more than one.
    """
    found = _normalised(character) if _LONERS.fullmatch(character) else ""
    return found if len(found) == 1 else ""


class _Compared(dict[int, str]):
    """What every character met so far is compared as."""

    def __missing__(self, character: int) -> str:
        compared = self[character] = _normalised(chr(character))
        return compared


_COMPARED = _Compared()


def is_traditional(text: str) -> bool:
    """Tell whether a text has a character that is compared as another one."""
    if not _LONERS.fullmatch(text):
        text = unicodedata.normalize("NFKC", text)
    return _traditional().search(text) is not None


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(chr, simplified()))}]")


def compared(text: str) -> str:
    """Return *text* as its runs are cut from it: 〔2023〕 belongs to what it follows."""
    return _YEAR_IN_BRACKETS.sub(r"\1 ", normalise(text))


def runs(text: str) -> list[str]:
    """Return the runs of letters and digits of *text*."""
    return _RUN.findall(compared(text))


def units(run: str) -> list[str]:
    """Cut a run into Han characters, words and numbers."""
    return _UNIT.findall(run)


def spaced(text: str) -> str:
    """Return the runs of *text*, a space on both sides of each unit: 1月 is not in 11月."""
    return "\n".join(f" {' '.join(units(run))} " for run in runs(text))


def is_han(unit: str) -> bool:
    """Tell whether a unit or stretch is Han."""
    return _HAN.match(unit) is not None


def index_terms(text: str) -> tuple[list[Term], list[str]]:
    """Return the pairs and words of *text*, then its Han characters, as often as they occur."""
    said = "\n".join(runs(text))
    return [*_PAIR.findall(said), *_WORD.findall(said)], _HAN.findall(said)


def phrase_terms(run: str) -> tuple[Term, ...]:
    """Return the terms a run must have to contain *run*: pairs, words, and lonely characters."""
    linked, single = index_terms(run)
    paired = {character for term, _ in linked if is_han(term) for character in term}
    lonely = ((character, "") for character in single if character not in paired)
    return tuple(dict.fromkeys((*linked, *lonely)))
