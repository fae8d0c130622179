"""“您是不是要找”: a known phrase that a query nearly has, by ear or but for one character.

Twin of `overrides/assets/search/corrections.mjs`; both pass `tests/search/vectors/corrections.json`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from generators.search.analysis import runs
from generators.search.lexicon import plain
from generators.search.pinyin import sounds

_SHORTEST = 2
_SAFE_WITHIN = 3  # shorter phrases are corrected only where they are all that is said
_SAFE_TO_GUESS = 4  # shorter phrases are corrected by ear only
_OTHER_CHARACTER = 1.0
_SAME_SOUND = 0.4
_MISSING_OR_EXTRA = 1.2
_GUESSES = 3


def corrections(query: str, phrases: Iterable[str]) -> list[str]:
    """Return what may have been meant, the likeliest first, at most three."""
    said = runs(query)
    known = [text for text in map(plain, phrases) if len(text) >= _SHORTEST]
    found: dict[str, float] = {}
    for number, run in enumerate(said):
        for order, text in enumerate(known):
            for start, end, cost in _near(run, text):
                whole = run[:start] + text + run[end:]
                mended = " ".join((*said[:number], whole, *said[number + 1 :]))
                worth = len(text) - 3 * cost - order / 1e6
                found[mended] = max(worth, found.get(mended, worth))
    return sorted(found, key=lambda mended: (-found[mended], mended))[:_GUESSES]


def _near(run: str, phrase: str) -> Iterator[tuple[int, int, float]]:
    """Yield (start, end, cost) of every stretch of *run* that is nearly *phrase*."""
    if phrase in run or (len(phrase) < _SAFE_WITHIN and len(run) != len(phrase)):
        return
    for length in (len(phrase), len(phrase) - 1, len(phrase) + 1):
        for start in range(len(run) - length + 1):
            cost = _cost(run[start : start + length], phrase)
            if cost is not None:
                yield start, start + length, cost


def _cost(said: str, phrase: str) -> float | None:
    if len(said) == len(phrase):
        return _replaced(said, phrase)
    shorter, longer = sorted((said, phrase), key=len)
    if len(shorter) < _SAFE_TO_GUESS:
        return None
    is_one_off = any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
    return _MISSING_OR_EXTRA if is_one_off else None


def _replaced(said: str, phrase: str) -> float | None:
    other = [(a, b) for a, b in zip(said, phrase, strict=True) if a != b]
    heard = [pair for pair in other if _sound_alike(*pair)]
    is_swapped = len(other) == 2 and other[0] == other[1][::-1]
    if is_swapped and (len(phrase) >= _SAFE_TO_GUESS or phrase.isascii()):
        return _OTHER_CHARACTER
    if 2 * len(other) > len(phrase) and len(heard) < len(other):
        return None
    if len(other) - len(heard) > (len(phrase) >= _SAFE_TO_GUESS):
        return None
    return _SAME_SOUND * len(heard) + _OTHER_CHARACTER * (len(other) - len(heard))


def _sound_alike(one: str, other: str) -> bool:
    sound = _sound_of()
    return one in sound and sound[one] == sound.get(other)


@cache
def _sound_of() -> Mapping[str, str]:
    return {character: sound for sound, group in sounds().items() for character in group}
