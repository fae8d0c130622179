"""Make the plan of a kind's workbook by walking through its models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from generators.editing.plans import Column, Shape, Sheet
from generators.outputs.scalar_schemas import scalar
from generators.records import KINDS, Kind, parsers
from generators.records.base import key_order
from generators.records.values import Reference, Term

_LONGEST_TITLE = 31  # of a sheet, in Excel
TABLE_WIDTH = 8  # columns of a table within a record, where no more are needed
_SHAPES: Mapping[object, Shape] = {
    parsers.parse_day: Shape.DAY,
    parsers.parse_moment: Shape.MOMENT,
    parsers.parse_clock: Shape.CLOCK,
    parsers.parse_month_day: Shape.MONTH_DAY,
    parsers.parse_partial_day: Shape.PARTIAL_DAY,
    parsers.parse_flag: Shape.FLAG,
    parsers.parse_percent: Shape.PERCENT,
    parsers.parse_number: Shape.NUMBER,
    parsers.parse_count: Shape.COUNT,
}


@cache
def plan(kind: Kind, *, width: int = TABLE_WIDTH) -> Sheet:
    """Return the sheet of a kind's records; a table within them has *width* columns."""
    parts = _Parts(kind.label, width, around=(kind.model,))
    columns, sheets = _model_parts(kind.model, parts)
    return _with_titles(Sheet(kind.label, kind.describes, columns, sheets=sheets), set())


def _with_titles(sheet: Sheet, taken: set[str]) -> Sheet:
    """Return a sheet and those below it with titles that Excel takes, each its own."""
    plain = sheet.title.replace("/", "、").replace(":", "：")[:_LONGEST_TITLE]
    title, number = plain, 1
    while title in taken:
        number += 1
        title = f"{plain[: _LONGEST_TITLE - 3]}{number}"
    taken.add(title)
    below = tuple(_with_titles(part, taken) for part in sheet.sheets)
    return replace(sheet, title=title, sheets=below)


@dataclass(frozen=True, slots=True)
class _Parts:
    """Where the walk through the models stands."""

    title: str
    width: int
    path: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    around: tuple[type[BaseModel], ...] = ()
    is_nested: bool = False
    when: str = ""

    def down(self, name: str, info: FieldInfo) -> _Parts:
        """Return the place of a field."""
        path, titles = (*self.path, name), (*self.titles, info.title or name)
        return replace(self, path=path, titles=titles)

    def within(self, model: type[BaseModel], info: FieldInfo) -> _Parts:
        """Return the place of a model inside, whose fields are needed where it is written."""
        when = self.when if info.is_required() else f"写了“{info.title}”的"
        return replace(self, around=(*self.around, model), when=when)

    @property
    def heading(self) -> str:
        """Return the title of a column here."""
        return "·".join(self.titles)


def _model_parts(
    model: type[BaseModel], parts: _Parts
) -> tuple[tuple[Column, ...], tuple[Sheet, ...]]:
    """Return the columns of a model and the sheets of the lists in it."""
    columns: list[Column] = []
    sheets: list[Sheet] = []
    for name in key_order(model):
        info = model.model_fields[name]
        for part in _field_parts(info, parts.down(name, info)):
            columns += [part] if isinstance(part, Column) else []
            sheets += [part] if isinstance(part, Sheet) else []
    return tuple(columns), tuple(sheets)


def _field_parts(info: FieldInfo, at: _Parts) -> Iterator[Column | Sheet]:
    for annotation, marks in _alternatives(info.annotation, tuple(info.metadata)):
        if _is_model(annotation):
            columns, sheets = _model_parts(annotation, at.within(annotation, info))
            yield from columns
            yield from sheets
        elif get_origin(annotation) is tuple:
            yield from _list_parts(get_args(annotation)[0], marks, info, at)
        else:
            yield _column(annotation, marks, info, at)


def _list_parts(
    items: Any, marks: tuple[object, ...], info: FieldInfo, at: _Parts
) -> Iterator[Column | Sheet]:
    annotation, inner = next(_alternatives(items, ()))
    if _is_model(annotation) and annotation in at.around:
        return  # further rows of a sheet that is there already
    if _is_model(annotation):
        inside = _Parts(at.title, at.width, around=(*at.around, annotation), is_nested=True)
        columns, sheets = _model_parts(annotation, inside)
        yield replace(_sheet(info, at, columns, marks), sheets=sheets, branches=_own(annotation))
    elif get_origin(annotation) is tuple:
        columns = tuple(
            Column((place,), f"第{place + 1}列", "每行写几列，和列名一样多")
            for place in range(at.width)
        )
        yield replace(_sheet(info, at, columns, marks), is_table=True)
    else:
        yield replace(_column(annotation, inner, info, at), is_list=True)


def _own(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Return the fields of a model that are lists of the model itself."""
    return tuple(
        (name, info.title or name)
        for name, info in model.model_fields.items()
        for annotation, _ in _alternatives(info.annotation, ())
        if get_origin(annotation) is tuple
        and next(_alternatives(get_args(annotation)[0], ()))[0] is model
    )


def _sheet(
    info: FieldInfo, at: _Parts, columns: tuple[Column, ...], marks: tuple[object, ...]
) -> Sheet:
    fewest = next((n for mark in marks if (n := getattr(mark, "min_length", None))), 0)
    needed = f"{at.when}必填" if info.is_required() and fewest else "没有就不写"
    return Sheet(
        at.heading,
        _sentences(needed, info.description or ""),
        columns,
        path=at.path,
        is_nested=at.is_nested,
        is_required=info.is_required() and bool(fewest) and not at.when,
        may_be_empty=info.is_required() and not fewest,
    )


def _column(annotation: Any, marks: tuple[object, ...], info: FieldInfo, at: _Parts) -> Column:
    functions = [mark.func for mark in marks if isinstance(mark, BeforeValidator)]
    options = get_args(annotation) if get_origin(annotation) is Literal else ()
    column = Column(
        at.path,
        at.heading,
        "",
        shape=next((_SHAPES[function] for function in functions), Shape.TEXT),
        options=options,
        term=next((mark.name for mark in marks if isinstance(mark, Term)), None),
        reference=next((mark for mark in marks if isinstance(mark, Reference)), None),
        is_required=info.is_required() and not at.when,
    )
    return replace(column, says=_says(column, info, marks, at.when))


def _says(column: Column, info: FieldInfo, marks: tuple[object, ...], when: str) -> str:
    """Return the help of a column: whether it is needed, what it is, how it is written."""
    return _sentences(
        f"{when}必填" if info.is_required() else "",
        info.description or "",
        _how(column, info, marks),
        _when_left_out(info.default),
    )


def _how(column: Column, info: FieldInfo, marks: tuple[object, ...]) -> str:
    if column.term:
        return f"从词表 content/vocabularies/{column.term}.yml 里选"
    if column.reference:
        window = "#窗口名称" if column.reference.fragment else ""
        return f"写{KINDS[column.reference.kind].label}的编号{window}"
    if column.options:
        return f"可用的值：{'、'.join(column.options)}"
    examples = f"例如 {'、'.join(info.examples)}" if info.examples else ""
    return scalar(marks).get("description") or examples


def _when_left_out(default: object) -> str:
    if isinstance(default, bool):
        return f"不写就是“{'是' if default else '否'}”"
    return f"不写就是“{default}”" if isinstance(default, str | int) else ""


def _sentences(*parts: str) -> str:
    return "".join(f"{part.removesuffix('。')}。" for part in parts if part)


def _alternatives(
    annotation: Any, marks: tuple[object, ...]
) -> Iterator[tuple[Any, tuple[object, ...]]]:
    """Yield what an annotation takes, each with its marks; nothing at all is no alternative."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *own = get_args(annotation)
        yield from _alternatives(inner, (*marks, *own))
    elif origin in (Union, UnionType):
        for part in get_args(annotation):
            yield from _alternatives(part, marks)
    elif annotation is not NoneType:
        yield annotation, marks


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)
