"""What a field of a record is called, what it holds, and in which unit: read off the models."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generators.records.values import Choice, Reference
from generators.records.walk import alternatives, marks_within

Tree = Any  # a record as it is written: dicts, lists, text and None, whatever they may hold

_UNIT = re.compile(r"(.+)（(元|月|工作日)）")
_COUNTERS = {
    "materials": "份",
    "conditions": "条",
    "highlights": "条",
    "outline": "条",
    "risks": "条",
    "hours": "条",
    "exceptions": "条",
    "steps": "步",
    "sessions": "期",
    "phones": "个",
    "windows": "个",
    "audiences": "类",
    "topics": "个",
    "aliases": "个",
    "downloads": "份",
    "terms": "个",
    "rows": "行",
}
# Days on which somebody looked, which say nothing new by themselves.
_QUIET = {"updated_on", "verified_on"}


@dataclass(frozen=True, slots=True)
class Field:
    """A field: *holds* is the type of its value, or of the items where it is a list."""

    key: str
    label: str
    unit: str
    holds: type
    is_list: bool
    is_choice: bool
    reference: Reference | None
    default: Tree

    @property
    def model(self) -> type[BaseModel] | None:
        """Return the model of what it holds, where that is no scalar."""
        return self.holds if issubclass(self.holds, BaseModel) else None

    @property
    def counter(self) -> str:
        """Return the word that counts its items."""
        return _COUNTERS.get(self.key, "项")

    @property
    def is_quiet(self) -> bool:
        """Tell whether its change alone means nothing to a reader."""
        return self.key in _QUIET


@cache
def fields_of(model: type[BaseModel]) -> Mapping[str, Field]:
    """Return the fields of a model in their order."""
    return {key: _field(key, info) for key, info in model.model_fields.items()}


def _field(key: str, info: FieldInfo) -> Field:
    kinds = list(alternatives(info.annotation))
    items = next((kind for kind in kinds if get_origin(kind) is tuple), None)
    inner = get_args(items)[0] if items else info.annotation
    marks = (*info.metadata, *marks_within(info.annotation), *marks_within(inner))
    title = info.title or key
    named = _UNIT.fullmatch(title)
    return Field(
        key,
        named[1] if named else title,
        named[2] if named else "",
        _held(inner),
        items is not None,
        any(isinstance(mark, Choice) for mark in marks),
        next((mark for mark in marks if isinstance(mark, Reference)), None),
        _default(info),
    )


def _held(annotation: Any) -> type:
    """Return the type of a value; a choice of words is text."""
    found = [kind for kind in alternatives(annotation) if kind is not NoneType]
    origin = get_origin(found[0])
    if origin is tuple:
        return tuple
    return found[0] if isinstance(found[0], type) else str


def _default(info: FieldInfo) -> Tree:
    """Return the default as an editor would write it."""
    match info.default:
        case bool() as flag:
            return "true" if flag else "false"
        case str() | int() as value:
            return str(value)
        case BaseModel():
            return {"": None}  # a part in which nothing is written
    return None
