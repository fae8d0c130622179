"""Walk a record by its annotations: its marked leaves, and the model at a place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generators.records.values import Choice

Loc = tuple[str | int, ...]
Mark = TypeVar("Mark")


class Leaf(NamedTuple):
    """A scalar of a record: where it stands, what it is, and the marks of its type.

    There are hundreds of thousands; a tuple is made in a third of the time of a dataclass.
    """

    loc: Loc
    value: object
    marks: tuple[object, ...]

    def mark(self, of: type[Mark]) -> Mark | None:
        """Return the first mark of a type, if there is one."""
        for mark in self.marks:
            if isinstance(mark, of):
                return mark
        return None


_Walker = Callable[[Any, Loc, list[Leaf]], None]


def leaves(record: BaseModel) -> Iterator[Leaf]:
    """Yield every scalar of *record* in the order of its fields."""
    return _collected(type(record), record)


def raw_leaves(model: type[BaseModel], data: object) -> Iterator[Leaf]:
    """Yield the scalars of unvalidated *data* that stand where *model* expects them."""
    return _collected(model, data) if isinstance(data, dict) else iter(())


def _collected(model: type[BaseModel], value: object) -> Iterator[Leaf]:
    """Walk at once: nested generators would hand every leaf through all levels."""
    found: list[Leaf] = []
    _model_walker(model)(value, (), found)
    return iter(found)


@cache
def _model_walker(model: type[BaseModel]) -> _Walker:
    walkers = [
        (name, _marks(field), _walker(field.annotation, tuple(field.metadata)))
        for name, field in model.model_fields.items()
    ]

    def walk(value: Any, loc: Loc, found: list[Leaf]) -> None:
        fields = value if isinstance(value, dict) else value.__dict__
        for name, marks, walker in walkers:
            if (part := fields.get(name)) is None:
                continue
            if type(part) in _SCALARS:  # which nearly all are
                found.append(Leaf((*loc, name), part, marks))
            else:
                walker(part, (*loc, name), found)

    return walk


def _marks(field: FieldInfo) -> tuple[object, ...]:
    return (*field.metadata, *marks_within(field.annotation))


# Asked first: whether something is a model is a slow question.
_SCALARS = frozenset({str, bool, int, float, Decimal, date, datetime})


def _walker(annotation: Any, marks: tuple[object, ...]) -> _Walker:
    """Return the walker for an annotation, whose parts are chosen by the value met."""
    marks += marks_within(annotation)
    items = next((a for a in alternatives(annotation) if get_origin(a) is tuple), None)
    item_walker = _walker(get_args(items)[0], ()) if items else None
    model = _model_within(annotation)

    def walk(value: Any, loc: Loc, found: list[Leaf]) -> None:
        if type(value) in _SCALARS:
            found.append(Leaf(loc, value, marks))
        elif isinstance(value, tuple | list):
            if item_walker:
                for place, item in enumerate(value):
                    item_walker(item, (*loc, place), found)
        elif isinstance(value, dict):
            if model:
                _model_walker(model)(value, loc, found)
        elif isinstance(value, BaseModel):
            _model_walker(type(value))(value, loc, found)
        else:
            found.append(Leaf(loc, value, marks))

    return walk


def alternatives(annotation: Any) -> Iterator[Any]:
    """Yield an annotation's alternatives without `Annotated` and unions."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from alternatives(get_args(annotation)[0])
    elif origin in (Union, UnionType):
        for part in get_args(annotation):
            yield from alternatives(part)
    else:
        yield annotation


def marks_within(annotation: Any) -> tuple[object, ...]:
    """Return the marks of an annotation and of its alternatives."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *marks = get_args(annotation)
        return (*marks_within(inner), *marks)
    if origin is Literal:
        return (Choice(),)
    if origin in (Union, UnionType):
        return tuple(mark for part in get_args(annotation) for mark in marks_within(part))
    return ()


def model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    """Return the model that the value at *loc* has, or None where it is no model."""
    found: type[BaseModel] | None = model
    for part in loc:
        if isinstance(part, str) and found and part in found.model_fields:
            found = _model_within(found.model_fields[part].annotation)
    return found


def _model_within(annotation: Any) -> type[BaseModel] | None:
    for part in alternatives(annotation):
        if get_origin(part) is tuple:
            return _model_within(get_args(part)[0])
        if isinstance(part, type) and issubclass(part, BaseModel):
            return part
    return None


def field_at(model: type[BaseModel], loc: Loc) -> FieldInfo | None:
    """Return the field that the last key of *loc* names."""
    cut = max((i for i, part in enumerate(loc) if isinstance(part, str)), default=None)
    owner = model_at(model, loc[:cut]) if cut is not None else None
    return owner.model_fields.get(str(loc[cut])) if owner and cut is not None else None


def title_at(model: type[BaseModel], loc: Loc) -> str:
    """Return the Chinese name of the field at *loc*, or its key where it has none."""
    field = field_at(model, loc)
    key = next((part for part in reversed(loc) if isinstance(part, str)), "")
    return (field.title if field else None) or key
