"""What results can be narrowed by: for each facet, which of its values every document has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from generators.search.documents import Document
from generators.search.packing import DIGITS

LABELS = {
    "kind": "类别",
    "audience": "适用人群",
    "topic": "主题",
    "region": "地区",
    "status": "状态",
    "area": "服务领域",
}
_BASE = len(DIGITS)

Facet = dict[str, object]
_Key = TypeVar("_Key", str, tuple[int, ...])


def facets(documents: Iterable[Document]) -> dict[str, Facet]:
    """Return the values, the sets of values that occur, and each document's set, as digits.

    `values` are labels, common ones first; `sets` are lists of places in `values`; `column` has
    as many digits a document as its `width`, which together are a place in `sets`.
    """
    columns: dict[str, list[tuple[str, ...]]] = {name: [] for name in LABELS}
    alike: dict[tuple[str, ...], tuple[str, ...]] = {}
    for document in documents:  # once: many may be pickled
        for name, column in columns.items():
            labels = document.labels.get(name, ())
            column.append(alike.setdefault(labels, labels))
    return {name: _facet(column) for name, column in columns.items()}


def _facet(labels: Sequence[tuple[str, ...]]) -> Facet:
    rows = Counter(labels)
    values = _common(_weighed((value, count) for row, count in rows.items() for value in row))
    places = {value: place for place, value in enumerate(values)}
    set_of = {row: tuple(sorted(places[value] for value in set(row))) for row in rows}
    sets = _common(_weighed((set_of[row], count) for row, count in rows.items()))
    width = 1 + (len(sets) > _BASE) + (len(sets) > _BASE**2)
    digits = {row: _digits(place, width) for place, row in enumerate(sets)}
    column = "".join(digits[set_of[row]] for row in labels)
    return {"values": values, "sets": sets, "width": width, "column": column}


def _weighed(counts: Iterable[tuple[_Key, int]]) -> Counter[_Key]:
    total: Counter[_Key] = Counter()
    for key, count in counts:
        total[key] += count
    return total


def _common(counts: Counter[_Key]) -> list[_Key]:
    return sorted(counts, key=lambda key: (-counts[key], key))


def _digits(number: int, width: int) -> str:
    return "".join(DIGITS[number // _BASE**place % _BASE] for place in reversed(range(width)))
