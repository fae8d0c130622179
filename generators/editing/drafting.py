"""The file of a new record: its fields in order, each with a comment that explains it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic.fields import FieldInfo

from generators.editing.plans import Column, Sheet, all_sheets
from generators.editing.yaml_text import pair_lines
from generators.records import Kind
from generators.records.base import key_order
from generators.records.walk import Loc, model_at
from generators.sources.yaml_tree import Tree

_OPTIONAL = (
    "# 下面这些，有就写：去掉行首的“# ”，填上内容。",
    "# 写完运行 catalogue check --fix，字段会排好顺序。",
)


def drafted(kind: Kind, layout: Sheet, data: Mapping[str, Tree]) -> str:
    """Return the text of a new record; fields that it does not have follow as comments."""
    fields = kind.model.model_fields
    order = key_order(kind.model)
    lines = [f"# {kind.label}：{kind.describes}。#号后面是说明，不会发布。"]
    for key in order:
        if key in data:
            lines += [_comment(key, fields[key], layout)]
            lines += pair_lines(key, in_order(kind, data[key], (key,)), indent=0)
    left = [key for key in order if key not in data]
    lines += ["", *_OPTIONAL] if left else []
    for key in left:
        lines += [f"# {line}" for line in _template(key, fields[key], layout)]
    return "".join(f"{line}\n" for line in lines)


def in_order(kind: Kind, data: Tree, loc: Loc = ()) -> Tree:
    """Return data with its keys in the order of the models."""
    if isinstance(data, list):
        return [in_order(kind, item, (*loc, place)) for place, item in enumerate(data)]
    if not isinstance(data, dict):
        return data
    model = model_at(kind.model, loc)
    keys = key_order(model) if model else tuple(data)
    return {key: in_order(kind, data[key], (*loc, key)) for key in keys if key in data}


def _comment(key: str, info: FieldInfo, layout: Sheet) -> str:
    return f"# {info.title or key}：{_says(key, layout) or info.description or ''}".rstrip("：")


def _says(key: str, layout: Sheet) -> str:
    """Return what the columns of a field say, each with its key where there are several."""
    columns = [column for column in layout.columns if column.path[0] == key]
    sheets = [sheet for sheet in all_sheets(layout) if sheet.path[:1] == (key,)]
    if len(columns) == 1 and columns[0].path == (key,) and not sheets:
        return columns[0].says
    parts = [_part(column) for column in columns if len(column.path) > 1]
    for sheet in sheets:
        inside = "；".join(_part(column) for column in sheet.columns[:6])
        parts.append(f"{sheet.says}每项写 {inside}" if not sheet.is_table else sheet.says)
    return "；".join(parts)


def _part(column: Column) -> str:
    name = column.title.rpartition("·")[2]
    return f"{column.path[-1]} {name}"


def _template(key: str, info: FieldInfo, layout: Sheet) -> Iterator[str]:
    """Yield the lines by which a field may be added later."""
    yield _comment(key, info, layout)
    columns = [column for column in layout.columns if column.path[0] == key]
    sheets = [sheet for sheet in all_sheets(layout) if sheet.path == (key,)]
    if sheets and sheets[0].columns:
        yield f"{key}:"
        for number, column in enumerate(c for c in sheets[0].columns if len(c.path) == 1):
            yield f"  {'- ' if number == 0 else '  '}{column.path[0]}:"
    elif columns and len(columns[0].path) > 1:
        yield f"{key}:"
        yield from (f"  {column.path[1]}:" for column in columns if len(column.path) == 2)
    else:
        yield f"{key}: []" if columns and columns[0].is_list else f"{key}:"
