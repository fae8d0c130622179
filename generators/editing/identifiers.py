"""An id for a new record, made of how its title sounds: short, readable, not taken."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import count

from pypinyin import lazy_pinyin

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MOST_PARTS = 4
_YEAR = re.compile(r"(20\d\d)年?")
_RUNS = re.compile(r"[一-鿿]+|[a-z0-9]+")
_ASIDE = re.compile(r"[（(][^（()）]*[)）]")
_SYLLABLES_A_WORD = 2


def id_fault(identifier: str) -> str | None:
    """Return why a text cannot be an id and so the name of a file, or None where it can."""
    if _ID.fullmatch(identifier):
        return None
    return f"编号“{identifier}”不能用作网址，只用小写字母、数字和连字符，例如 startup-loan-2023"


def suggested_id(title: str, taken: Collection[str], *, without: str = "") -> str:
    """Return an id for *title*: words of two syllables, the year last; *without* a city's name."""
    plain = _ASIDE.sub("", title.lower()).replace(without.lower(), "")
    years = _YEAR.findall(title)
    words = [word for run in _RUNS.findall(_YEAR.sub(" ", plain)) for word in _words(run)]
    base = "-".join([*words[:_MOST_PARTS], *years[:1]]) or "record"
    numbered = (base if number == 1 else f"{base}-{number}" for number in count(1))
    return next(name for name in numbered if name not in taken)


def _words(run: str) -> list[str]:
    """Return a run of Han characters as words of two syllables, any other as it is."""
    if run.isascii():
        return [run]
    sounds = ["".join(c for c in sound if c.isascii()) for sound in lazy_pinyin(run)]
    ends = range(0, len(sounds), _SYLLABLES_A_WORD)
    return ["".join(sounds[place : place + _SYLLABLES_A_WORD]) for place in ends]
