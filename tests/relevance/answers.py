"""What an engine found, and what a browser had to load for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answer:
    """The first ten paths, and the bytes loaded, compressed as a server would send them.

    *first* is loaded when the query is the first of a visit, scripts included; *later* when it
    follows the query before it in the list.
    """

    paths: tuple[str, ...]
    first: int
    later: int


Answers = Mapping[str, Answer]


def visits(queries: Sequence[T]) -> list[tuple[T, T]]:
    """Return visits of two queries, so that every query is asked first once, and later once."""
    return list(zip(queries, [*queries[1:], *queries[:1]], strict=True))
