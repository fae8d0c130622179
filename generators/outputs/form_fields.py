"""How each field of a record is filled in on a form: widgets of Decap CMS, made from the models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from generators.outputs.known_values import Known
from generators.outputs.scalar_schemas import scalar
from generators.records import parsers
from generators.records.base import key_order
from generators.records.values import Attachment, Reference, Term

Widget = dict[str, Any]
_LONG = 200  # characters, above which a text has lines
# Days and times are texts in a file; nothing is filled in unasked.
_DAY: Widget = {"widget": "datetime", "format": "YYYY-MM-DD", "time_format": False, "default": ""}
_MOMENT: Widget = {"widget": "datetime", "format": "YYYY-MM-DD HH:mm", "default": ""}
_PARSED: Mapping[object, Widget] = {
    parsers.parse_day: _DAY,
    parsers.parse_moment: _MOMENT,
    parsers.parse_flag: {"widget": "boolean"},
    parsers.parse_number: {"widget": "number", "value_type": "float"},
    parsers.parse_count: {"widget": "number", "value_type": "int", "min": 0},
}


@dataclass(frozen=True, slots=True)
class _Place:
    """A place on a form: the models around it, and whether all of it may be missing."""

    known: Known
    around: tuple[type[BaseModel], ...] = ()
    is_optional: bool = False


def form_fields(model: type[BaseModel], known: Known) -> Iterator[Widget]:
    """Yield the fields of a model in the order of a file.

    What no form can show, a condition within conditions or a choice between a word and a list,
    is left out; the file keeps it. Inside a part that may be missing nothing is required: a
    form would ask for the parts of what is not there, and `catalogue check` asks for them anyhow.
    """
    yield from _fields(model, _Place(known))


def _fields(model: type[BaseModel], place: _Place) -> Iterator[Widget]:
    inside = replace(place, around=(*place.around, model))
    for name in key_order(model):
        info = model.model_fields[name]
        is_required = info.is_required() and not place.is_optional
        below = replace(inside, is_optional=not is_required)
        widget = _widget(info.annotation, tuple(info.metadata), below)
        if widget:
            yield _field(name, info, is_required=is_required) | widget


def _field(name: str, info: FieldInfo, *, is_required: bool) -> Widget:
    hint = {"hint": info.description} if info.description else {}
    return {"name": name, "label": info.title, "required": is_required} | hint


def _widget(annotation: Any, marks: tuple[object, ...], place: _Place) -> Widget | None:
    """Return the widget for what an annotation takes, found as `editor_schemas` finds it."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *own = get_args(annotation)
        return _widget(inner, (*own, *marks), place)
    if origin in (Union, UnionType):
        written = [part for part in get_args(annotation) if part is not NoneType]
        return _widget(written[0], marks, place) if len(written) == 1 else None
    if origin is tuple:
        return _several(_widget(get_args(annotation)[0], (), replace(place, is_optional=False)))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _part(annotation, place)
    if origin is Literal:
        return _select({word: word for word in get_args(annotation)})
    return _chosen(marks, place.known) or _typed(marks)


def _several(one: Widget | None) -> Widget | None:
    """Return a widget for several of what *one* is for."""
    if one is None:
        return None
    if one["widget"] in ("select", "relation"):
        return one | {"multiple": True}
    if one["widget"] == "object":
        return {"widget": "list", "collapsed": True, "fields": one["fields"], **_summary(one)}
    return {"widget": "list", "field": {"name": "item", "label": "一项"} | one}


def _summary(one: Widget) -> Widget:
    """Return what stands for a part that is folded up: its first text."""
    first = next((f["name"] for f in one["fields"] if f["widget"] in ("string", "select")), None)
    return {"summary": f"{{{{fields.{first}}}}}"} if first else {}


def _part(model: type[BaseModel], place: _Place) -> Widget | None:
    """Return the widget of a part, which is shown whole or not at all."""
    fields = [] if model in place.around else list(_fields(model, place))
    is_whole = len(fields) == len(model.model_fields)
    return {"widget": "object", "collapsed": True, "fields": fields} if is_whole else None


def _select(choices: Mapping[str, str]) -> Widget:
    options = [{"label": label, "value": value} for value, label in choices.items()]
    return {"widget": "select", "options": options}


def _chosen(marks: tuple[object, ...], known: Known) -> Widget | None:
    """Return the widget of a value that is one of what exists."""
    for mark in marks:
        if isinstance(mark, Term):
            return _select({label: label for label in known.terms[mark.name]})
        if isinstance(mark, Reference):
            return _windows(known) if mark.fragment else _relation(mark.kind)
        if isinstance(mark, Attachment):
            return {"widget": "file", "choose_url": False}
    return None


def _windows(known: Known) -> Widget:
    """Return the widget of an institution, or one of its windows."""
    return _select({**known.ids["institutions"], **known.windows})


def _relation(kind: str) -> Widget:
    return {
        "widget": "relation",
        "collection": kind,
        "value_field": "{{slug}}",
        "search_fields": ["title", "summary"],
        "display_fields": ["title"],
        "options_length": 50,
    }


def _typed(marks: tuple[object, ...]) -> Widget:
    for mark in marks:
        if isinstance(mark, BeforeValidator) and mark.func in _PARSED:
            return _PARSED[mark.func]
    schema = scalar(marks)
    longest = schema.get("maxLength", 0)
    widget = "text" if longest > _LONG else "string"
    if says := schema.get("errorMessage"):
        return {"widget": widget, "pattern": [schema["pattern"], says]}
    shortest = schema.get("minLength", 0)
    if not longest:
        return {"widget": widget}
    pattern = rf"^[\s\S]{{{shortest},{longest}}}$"
    return {"widget": widget, "pattern": [pattern, f"写 {shortest}—{longest} 个字"]}
