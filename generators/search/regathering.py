"""The postings of documents of which a few have changed, from the postings of those before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import accumulate

from generators.search.documents import Document
from generators.search.filing import filed
from generators.search.packing import DIGITS, packed

_HALF = 32
_NUMBER = re.compile(f"[{re.escape(DIGITS[_HALF:])}]*[{re.escape(DIGITS[:_HALF])}]")
# Where more than this share of the documents is new, gathering anew is as fast.
_FEW = 0.1

Row = tuple[int, str, str]
"""A document's number, and the two digits of a term's mark in it."""


def few_changed(before: Sequence[Document], after: Sequence[Document]) -> bool:
    """Tell whether so little has changed that it pays to start from what is known."""
    return len(_fresh(before, after)) <= _FEW * len(after)


def regathered(
    known: Mapping[str, str], before: Sequence[Document], after: Sequence[Document]
) -> dict[str, str]:
    """Return the packed postings of *after*; *known* are those of *before*.

    Only terms of changed documents are packed anew, unless the others have other numbers.
    """
    fresh = _fresh(before, after)
    numbers = {document.path: number for number, document in enumerate(after)}
    moved = [numbers.get(document.path, -1) for document in before]
    for number in fresh.values():
        moved = moved if number is None else [*moved[:number], -1, *moved[number + 1 :]]
    added = _filed({new: after[new] for new in fresh})
    stay = all(new in (-1, old) for old, new in enumerate(moved))
    lost = (
        _filed({old: before[old] for old, new in enumerate(moved) if new == -1}) if stay else known
    )
    result = dict(known)
    for term in {*lost, *added}:
        rows = [
            (new, one, two)
            for old, one, two in _rows(known.get(term, ""))
            if (new := moved[old]) >= 0
        ]
        rows += added.get(term, ())
        result.pop(term, None)
        if rows:
            result[term] = _packed(sorted(rows))
    return result


def _fresh(before: Sequence[Document], after: Sequence[Document]) -> dict[int, int | None]:
    """Return the numbers of documents that are filed otherwise, each with its number before."""
    old = {document.path: number for number, document in enumerate(before)}
    return {
        new: number
        for new, document in enumerate(after)
        if (number := old.get(document.path)) is None or _told(before[number]) != _told(document)
    }


def _told(document: Document) -> tuple[object, ...]:
    """Return all of a document that is filed."""
    return (document.kind, document.title, document.aliases, document.keywords, document.text)


def _filed(documents: Mapping[int, Document]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for number, document in documents.items():
        for term, mark in filed(document).items():
            digits = mark.decode()
            found.setdefault(term, []).append((number, digits[0], digits[1]))
    return found


def _rows(postings: str) -> Iterable[Row]:
    """Return what `postings.gathered` packed, document by document."""
    gaps, bar, marks = postings.partition("|")
    if not bar:  # a single document, or none
        gaps, marks = postings[:-2], postings[-2:]
    numbers = accumulate(map(_number, _NUMBER.findall(gaps)), initial=-1)
    next(numbers)
    half = len(marks) // 2
    return zip(numbers, marks[:half], marks[half:], strict=True)


def _packed(rows: Sequence[Row]) -> str:
    numbers = [number for number, _, _ in rows]
    gaps = (packed(number - last) for number, last in zip(numbers, [-1, *numbers], strict=False))
    ones, twos = "".join(row[1] for row in rows), "".join(row[2] for row in rows)
    return f"{b''.join(gaps).decode()}{'|' if len(rows) > 1 else ''}{ones}{twos}"


@cache
def _number(digits: str) -> int:
    """Return the number that `packed` writes so."""
    places = (DIGITS.index(digit) % _HALF for digit in digits)
    return sum(value * _HALF**place for place, value in enumerate(places))
