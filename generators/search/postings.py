"""The postings of many documents, packed as they are gathered, by one process or several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from operator import sub
from typing import Any

from generators.search.documents import Document
from generators.search.filing import filed
from generators.search.packing import packed

_CHUNK = 2500
_MARK = 2  # digits: the level, the followers


@dataclass(slots=True)
class _Postings:
    """The postings of a term so far."""

    last: int = -1
    gaps: bytearray = field(default_factory=bytearray)
    marks: bytearray = field(default_factory=bytearray)

    def add(self, first: int, last: int, gaps: bytes, marks: bytes) -> None:
        """Add postings whose documents all come after those at hand."""
        self.gaps += packed(first - self.last) + gaps
        self.marks += marks
        self.last = last

    def packed(self) -> str:
        """Return the gaps, then the levels, then the followers: like beside like packs well.

        A bar ends the gaps; where there is but one document it goes without saying.
        """
        bar = b"|" if len(self.marks) > _MARK else b""
        return (self.gaps + bar + self.marks[::_MARK] + self.marks[1::_MARK]).decode()


def gathered(documents: Sequence[Document], *, workers: Executor | None = None) -> dict[str, str]:
    """Return the packed postings of every term; *workers* share the work where there is much."""
    starts = range(0, len(documents), _CHUNK)
    chunks = [(start, documents[start : start + _CHUNK]) for start in starts]
    whole: defaultdict[str, _Postings] = defaultdict(_Postings)
    for part in (workers.map if workers and len(chunks) > 1 else map)(_gather, chunks):
        for term, postings in part:
            whole[term].add(*postings)
    return {term: postings.packed() for term, postings in whole.items()}


_Part = tuple[str, tuple[int, int, bytes, bytes]]


def _gather(chunk: tuple[int, Sequence[Document]]) -> list[_Part]:
    """Return the first and last document of every term, the gaps between, and all marks."""
    start, documents = chunk
    found: defaultdict[str, list[Any]] = defaultdict(list)  # number, mark, number, mark, …
    for number, document in enumerate(documents, start):
        for term, mark in filed(document).items():
            row = found[term]
            row.append(number)
            row.append(mark)
    return [(term, _packed(row[::2], row[1::2])) for term, row in found.items()]


def _packed(numbers: list[int], marks: list[bytes]) -> tuple[int, int, bytes, bytes]:
    gaps = map(packed, map(sub, numbers[1:], numbers))
    return numbers[0], numbers[-1], b"".join(gaps), b"".join(marks)
