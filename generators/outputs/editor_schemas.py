"""What an editor knows about a record while it is written: one JSON Schema a kind."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generators.artifacts import Artifact
from generators.catalogue import Catalogue
from generators.outputs.known_values import Known, known_values
from generators.outputs.scalar_schemas import Schema, choices, or_null, scalar
from generators.records import KINDS, Kind
from generators.records.base import key_order
from generators.records.holidays import Holidays
from generators.records.links import Links
from generators.records.site import Site, Vocabulary
from generators.records.statements import Statements
from generators.records.synonyms import Synonyms
from generators.records.values import Reference, Term

# Editors read this draft without exception; what newer ones add is not needed.
_DRAFT = "http://json-schema.org/draft-07/schema#"


def editor_schemas(catalogue: Catalogue, ids: Mapping[str, Iterable[str]]) -> Iterator[Artifact]:
    """Yield `<kind>.schema.json` for every kind, and one for each of the other files of YAML.

    *ids* are the ids that exist, by kind, those of records with faults included.
    """
    known = known_values(catalogue, ids)
    place = _Place(known)
    for kind in KINDS.values():
        yield _artifact(kind.name, kind_schema(kind, known))
    yield _artifact("site", {"title": "网站信息"} | _object(Site, place))
    yield _artifact("statements", {"title": "声明"} | _object(Statements, place))
    yield _artifact("synonyms", {"title": "同义说法"} | _object(Synonyms, place))
    yield _artifact("links", {"title": "暂不检查的网址"} | _object(Links, place))
    yield _artifact("holidays", {"title": "放假调休"} | _object(Holidays, place))
    yield _artifact("vocabulary", _property(Vocabulary.model_fields["terms"], place))


def kind_schema(kind: Kind, known: Known) -> Schema:
    """Return the schema of a kind, in which what is *known* may be chosen."""
    said = {"title": kind.label, "description": kind.describes}
    return said | _object(kind.model, _Place(known))


def _artifact(name: str, schema: Schema) -> Artifact:
    text = json.dumps({"$schema": _DRAFT} | schema, ensure_ascii=False, indent=1)
    return Artifact.of_text(f"{name}.schema.json", f"{text}\n")


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in a schema: its JSON pointer, and where the models around it began."""

    known: Known
    pointer: str = "#"
    around: Mapping[type[BaseModel], str] = field(default_factory=dict)

    def down(self, *parts: str) -> _Place:
        """Return a place below this one."""
        return replace(self, pointer="/".join((self.pointer, *parts)))

    def within(self, model: type[BaseModel]) -> _Place:
        """Return this place as the beginning of *model*."""
        return replace(self, around={**self.around, model: self.pointer})


def _object(model: type[BaseModel], place: _Place) -> Schema:
    """Return the schema of a model; a model inside itself refers to its beginning.

    Every other model is written out where it is used: beside a `$ref` a title would be lost.
    """
    if pointer := place.around.get(model):
        return {"$ref": pointer}
    below, fields = place.within(model), model.model_fields
    return {
        "type": "object",
        "properties": {
            name: _property(fields[name], below.down("properties", name))
            for name in key_order(model)
        },
        "required": [name for name in key_order(model) if fields[name].is_required()],
        "additionalProperties": False,
    }


def _property(info: FieldInfo, place: _Place) -> Schema:
    schema = _value(info.annotation, tuple(info.metadata), place)
    items = schema.get("items", {})
    described = _sentences(
        "必填" if info.is_required() else "",
        info.description or "",
        schema.get("description") or items.get("description") or "",
        _when_left_out(info.default),
    )
    if items and not items.keys() & {"properties", "$ref"}:
        schema["items"] = {"title": info.title} | items
    if info.examples:
        schema["examples"] = info.examples
    heading = {"title": info.title} | ({"description": described} if described else {})
    return heading | {key: value for key, value in schema.items() if key not in heading}


def _sentences(*parts: str) -> str:
    return "".join(f"{part.removesuffix('。')}。" for part in parts if part)


def _when_left_out(default: object) -> str:
    if isinstance(default, bool):
        return f"不写就是“{'是' if default else '否'}”"
    return f"不写就是“{default}”" if isinstance(default, str | int) else ""


def _value(annotation: Any, marks: tuple[object, ...], place: _Place) -> Schema:
    """Return the schema of what an annotation takes, found as `records/walk.py` finds leaves."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *own = get_args(annotation)
        return _value(inner, (*own, *marks), place)
    if origin in (Union, UnionType):
        return _union(get_args(annotation), marks, place)
    if origin is tuple:
        items = _value(get_args(annotation)[0], (), place.down("items"))
        fewest = next((n for mark in marks if (n := getattr(mark, "min_length", None))), 0)
        return {"type": "array", "items": items} | ({"minItems": fewest} if fewest else {})
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _object(annotation, place)
    return _leaf(annotation, marks, place.known)


def _union(parts: tuple[Any, ...], marks: tuple[object, ...], place: _Place) -> Schema:
    written = [part for part in parts if part is not NoneType]
    if len(written) > 1:
        places = (place.down("anyOf", str(number)) for number in range(len(written)))
        pairs = zip(written, places, strict=True)
        schema = _either(*(_value(part, marks, at) for part, at in pairs))
    else:
        schema = _value(written[0], marks, place)
    return or_null(schema) if NoneType in parts else schema


def _either(*parts: Schema) -> Schema:
    """Return what takes either; the description of a part would hide that of the whole."""
    for part in parts:
        part.pop("description", None)
    return {"anyOf": [*parts]}


def _leaf(annotation: Any, marks: tuple[object, ...], known: Known) -> Schema:
    if get_origin(annotation) is Literal:
        return choices(dict.fromkeys(get_args(annotation), ""), "从列表里选一个")
    for mark in marks:
        if isinstance(mark, Term):
            how = f"从 content/vocabularies/{mark.name}.yml 的名称里选"
            return choices(known.terms[mark.name], how)
        if isinstance(mark, Reference):
            return _reference(mark, known)
    return scalar(marks)


def _reference(mark: Reference, known: Known) -> Schema:
    """Return the schema of an id; of a record with faults any window may be named."""
    how = f"写{KINDS[mark.kind].label}的编号，就是 content/{mark.kind}/ 里不带 .yml 的文件名"
    if not mark.fragment:
        return choices(known.ids[mark.kind], how)
    how = f"{how}；写明窗口时写成 编号#窗口名称"
    exact = choices({**known.windows, **known.ids[mark.kind]}, how)
    if not known.drafts:
        return exact
    loose = {"type": "string", "pattern": f"^(?:{'|'.join(known.drafts)})(?:#.*)?$"}
    return {"description": how} | _either(exact, loose)
