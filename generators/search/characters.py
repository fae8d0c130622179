"""What characters are compared as, and the class of each: arrays over all code points.

The same as `analysis.compared` says of one text, for many texts at once; the tests compare them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from generators.search.analysis import compared, compared_alone, is_han

OTHER, HAN, DIGIT, LETTER = range(4)
# Beside the class of a character: it has been met; its text must be compared as a whole.
_CLASS, _MET, _WHOLE = 3, 4, 8
_CODES = 0x110000
_YEAR = 4  # digits
_OPENING, _CLOSING = (np.array([*map(ord, some)]) for some in ("〔[(【", "〕])】"))
_BEYOND = _YEAR + 2  # how far behind the last character one may look

# No memory is taken for the parts of these that nobody touches.
_compared = np.zeros(_CODES, np.int64)
_told = np.zeros(_CODES, np.uint8)


class Characters(NamedTuple):
    """Characters in a row: the code, the class and the number of the text of each."""

    codes: NDArray[np.int64]
    classes: NDArray[np.uint8]
    texts: NDArray[np.int64]


def characters(texts: Sequence[str]) -> Characters:
    """Return the characters of texts as they are compared, with ends of lines behind each text."""
    raw, numbers = _lines(texts)
    told = _known(raw)
    whole = {*numbers[told & _WHOLE > 0].tolist()}
    if whole:
        some = [compared(text) if n in whole else text for n, text in enumerate(texts)]
        raw, numbers = _lines(some)
        told = _known(raw)
    return _with_years(Characters(_compared[raw], told & np.uint8(_CLASS), numbers))


def _lines(texts: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    lines = "\n".join([*texts, "\n" * _BEYOND])
    lengths = [*(len(text) + 1 for text in texts), _BEYOND]
    numbers = np.repeat(np.arange(len(lengths)), lengths)
    return np.frombuffer(lines.encode("utf-32-le"), np.uint32), numbers


def _known(codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """Return what is known of characters, after looking at those that are met for the first time."""
    for code in np.unique(codes[_told[codes] == 0]).tolist():
        alone = compared_alone(chr(code))
        _compared[code] = ord(alone or chr(code))
        _told[code] = _MET | (_class(alone) if alone else _WHOLE | _class(chr(code)))
    return _told[codes]


def _class(character: str) -> int:
    if not character.isalnum():
        return OTHER
    return HAN if is_han(character) else DIGIT if character.isdecimal() else LETTER


def _with_years(found: Characters) -> Characters:
    """Return characters with years out of their brackets: 〔2023〕 belongs to what it follows."""
    codes = found.codes
    opening = np.flatnonzero(np.isin(codes[:-_BEYOND], _OPENING))
    opening = opening[np.isin(codes[opening + _YEAR + 1], _CLOSING)]
    for place in range(1, _YEAR + 1):
        digit = codes[opening + place] - ord("0")
        opening = opening[(digit >= 0) & (digit < 10)]
    closing = opening + _YEAR + 1
    codes[closing], found.classes[closing] = ord(" "), OTHER
    stays = np.ones(len(codes), bool)
    stays[opening] = False
    return Characters(codes[stays], found.classes[stays], found.texts[stays])
