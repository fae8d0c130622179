"""The values a column offers, in a drop-down or for looking up, each with what explains it."""

from __future__ import annotations

from collections.abc import Mapping

from generators.editing.plans import Column, Shape
from generators.outputs.known_values import Known
from generators.records import KINDS

_VOCABULARIES = {"audiences": "适用人群", "topics": "主题", "regions": "地区"}


def choices(column: Column, known: Known) -> Mapping[str, str]:
    """Return the values that may be chosen; none where anything may be written."""
    if column.shape is Shape.FLAG:
        return {"是": "", "否": ""}
    if column.term:
        return known.terms[column.term]
    if column.reference and column.reference.fragment:
        return known.windows
    if column.reference:
        return known.ids[column.reference.kind]
    return dict.fromkeys(column.options, "")


def choices_title(column: Column) -> str:
    """Return what the values are called; columns that offer the same have the same title."""
    if column.term:
        return _VOCABULARIES.get(column.term, column.term)
    if column.reference and column.reference.fragment:
        return "窗口"
    if column.reference:
        return f"{KINDS[column.reference.kind].label}编号"
    return column.title.rpartition("·")[2]
