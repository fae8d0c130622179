"""From text to search terms, the same in Python and in `overrides/assets/search/terms.mjs`.

Terms are the overlapping pairs of characters within each run of letters and digits, and the
single characters. Every part of a text that is itself a run of two or more characters is
then found whole: no dictionary decides where a word ends.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_RUN = re.compile(r"[^\W_]+")


def normalise(text: str) -> str:
    """Return *text* as it is compared: NFKC, lower case."""
    return unicodedata.normalize("NFKC", text).lower()


def runs(text: str) -> Iterator[str]:
    """Yield the runs of letters and digits of a normalised text."""
    return (match.group() for match in _RUN.finditer(normalise(text)))


def index_terms(text: str) -> Iterator[str]:
    """Yield the terms under which *text* is filed: pairs and single characters."""
    for run in runs(text):
        yield from run
        yield from (run[place : place + 2] for place in range(len(run) - 1))


def query_terms(text: str) -> list[str]:
    """Return the terms a text must have to contain *text*: pairs, else single characters."""
    found: dict[str, None] = {}
    for run in runs(text):
        pairs = [run[place : place + 2] for place in range(len(run) - 1)]
        found |= dict.fromkeys(pairs or [run])
    return list(found)
