"""pydantic's errors as findings in Chinese, at the place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generators.diagnostics import Diagnostic, Edit, did_you_mean
from generators.records.procedures import Procedure
from generators.records.walk import Loc, field_at, model_at, title_at
from generators.sources.yaml_tree import locate, node_at

_FULL_WIDTH_KEY = re.compile(r"([A-Za-z_]\w*)\s*：")
_CORE_ELEMENTS = "LD/T 2001—2023 7.1.1；国办秘函〔2019〕19号"
# pydantic's error type → (our code, message, hint); {name} is the field's Chinese name.
_WORDS = {
    "missing": ("missing-field", "缺少“{name}”（{key}）", "加上一行 {key}: …"),
    "extra_forbidden": ("unknown-field", "没有“{key}”这个字段", "检查拼写，或者删掉这一行"),
    "literal_error": ("unknown-value", "“{value}”不是“{name}”可用的值", "可用的值：{expected}"),
    "string_too_short": (
        "wrong-length",
        "“{name}”太短，只有 {length} 个字，至少 {min_length} 个",
        "写完整",
    ),
    "string_too_long": (
        "wrong-length",
        "“{name}”太长，有 {length} 个字，最多 {max_length} 个",
        "写短一些，细节放到正文里",
    ),
    "string_pattern_mismatch": ("value-shape", "“{name}”的写法不对：“{value}”", "{description}"),
    "string_type": ("wrong-structure", "“{name}”要写文字", "这里只写一个值，不写列表或下级字段"),
    "too_short": ("too-few", "“{name}”至少要写 {min_length} 项", "另起一行，用“- ”开头补上"),
    "tuple_type": (
        "wrong-structure",
        "“{name}”要写成列表",
        "每项另起一行，用“- ”开头；或者写成 [第一项, 第二项]",
    ),
    "model_type": (
        "wrong-structure",
        "“{name}”要写成几个下级字段",
        "另起一行，缩进两个空格写下级字段：{fields}",
    ),
    "model_attributes_type": (
        "wrong-structure",
        "“{name}”要写成几个下级字段",
        "另起一行，缩进两个空格写下级字段：{fields}",
    ),
    "greater_than_equal": ("out-of-range", "“{name}”不能小于 {ge}", "核对数字和单位"),
    "greater_than": ("out-of-range", "“{name}”要大于 {gt}", "核对数字和单位"),
    "less_than_equal": ("out-of-range", "“{name}”不能大于 {le}", "核对数字和单位"),
}


def findings_of(
    path: str, root: yaml.Node, model: type[BaseModel], error: ValidationError
) -> Iterator[Diagnostic]:
    """Yield one finding a place, in pydantic's order."""
    details = error.errors(include_url=False)
    seen = set()
    for detail in details:
        if _is_consequence(root, detail, details):
            continue
        finding = _finding(path, root, model, detail)
        if finding.span not in seen or detail["type"] == "missing":
            seen.add(finding.span)
            yield replace(finding, loc=_field(detail))


def _is_consequence(root: yaml.Node, detail: ErrorDetails, details: Sequence[ErrorDetails]) -> bool:
    """Tell whether an error only follows from another, or from an alternative not meant."""
    loc = detail["loc"]
    if detail["type"] == "too_short":
        # pydantic does not count items that are faulty themselves.
        return any(len(d["loc"]) > len(loc) and d["loc"][: len(loc)] == loc for d in details)
    if detail["type"] == "missing":
        # A misspelt key is one fault, not two.
        unknown = [d["loc"] for d in details if d["type"] == "extra_forbidden"]
        beside = [str(other[-1]) for other in unknown if other[:-1] == loc[:-1]]
        return any(did_you_mean(key, [str(loc[-1])]) for key in beside)
    tags = [place for place, part in enumerate(loc) if _is_tag(part)]
    if not tags:
        return False
    # Of the alternatives of a union, a text means the literal, anything else the list.
    is_text = isinstance(node_at(root, loc[: tags[0]]), yaml.ScalarNode)
    return is_text != str(loc[tags[0]]).startswith("literal[")


def _field(detail: ErrorDetails) -> Loc:
    """Return the field that an error is about, without the tags of unions."""
    at = detail.get("ctx", {}).get("at", ())
    return tuple(part for part in (*detail["loc"], *at) if not _is_tag(part))


def _is_tag(part: str | int) -> bool:
    """Tell whether a part of a location names an alternative of a union, as pydantic writes it."""
    return isinstance(part, str) and part.startswith(("literal[", "tuple[")) and part[-1] == "]"


def _finding(
    path: str, root: yaml.Node, model: type[BaseModel], detail: ErrorDetails
) -> Diagnostic:
    loc, kind = tuple(p for p in detail["loc"] if not _is_tag(p)), detail["type"]
    if not loc and kind == "model_type":
        return _not_a_mapping(path, root)
    if detail["input"] is None and kind != "extra_forbidden":
        return _empty(path, root, model, loc)
    if kind not in _WORDS:
        return _own_finding(path, root, detail)
    if kind in ("model_type", "model_attributes_type", "tuple_type") and (
        full_width := _full_width(path, root, loc)
    ):
        return full_width
    code, message, hint = _WORDS[kind]
    words = _words(model, loc, detail)
    return Diagnostic(
        code,
        message.format_map(words),
        locate(path, root, loc, key=kind == "extra_forbidden"),
        hint=_nearest(model, loc, detail) or hint.format_map(words),
        reference=_CORE_ELEMENTS if code == "missing-field" and model is Procedure else None,
    )


def _not_a_mapping(path: str, root: yaml.Node) -> Diagnostic:
    if full_width := _full_width(path, root, ()):
        return full_width
    message, hint = "文件要从“字段: 值”写起", "第一行写 title: …，字段前面不要有“- ”"
    return Diagnostic("wrong-structure", message, locate(path, root, ()), hint=hint)


def _empty(path: str, root: yaml.Node, model: type[BaseModel], loc: Loc) -> Diagnostic:
    message = f"“{title_at(model, loc)}”（{_last_key(loc)}）是空的"
    hint = "在冒号后面写上内容；没有内容就删掉这一行"
    return Diagnostic("missing-field", message, locate(path, root, loc, key=True), hint=hint)


def _full_width(path: str, root: yaml.Node, loc: Loc) -> Diagnostic | None:
    """Return the finding where full-width punctuation made a text of a block or a list."""
    node = node_at(root, loc)
    written = node.value if isinstance(node, yaml.ScalarNode) else ""
    if match := _FULL_WIDTH_KEY.match(written):
        message, hint = f"“{match[1]}”后面用了全角冒号“：”", "换成半角冒号加一个空格“: ”"
    elif written.startswith(("【", "［")):
        message, hint = "列表用了全角括号", "换成半角方括号和逗号，例如 [第一项, 第二项]"
    else:
        return None
    return Diagnostic("full-width-punctuation", message, locate(path, root, loc), hint=hint)


def _own_finding(path: str, root: yaml.Node, detail: ErrorDetails) -> Diagnostic:
    """Return a finding of one of our own validators, which may name a field and a repair."""
    context = detail.get("ctx", {})
    repair = context.get("repair")
    loc = (*detail["loc"], *context.get("at", ()))
    node, span = node_at(root, loc), locate(path, root, loc)
    if repair is None or not isinstance(node, yaml.ScalarNode):
        return Diagnostic(detail["type"], detail["msg"], span)
    hint = f"写成 {repair}（catalogue check --fix 可以自动改）"
    return Diagnostic(
        detail["type"], detail["msg"], span, hint=hint, fix=(_replacing(node, str(repair)),)
    )


def _replacing(node: yaml.ScalarNode, text: str) -> Edit:
    """Return the edit that puts *text* in a scalar's place, in the quotes it had."""
    quote = node.style if node.style in ("'", '"') else ""
    return Edit(node.start_mark.index, node.end_mark.index, f"{quote}{text}{quote}")


def _words(model: type[BaseModel], loc: Loc, detail: ErrorDetails) -> dict[str, Any]:
    """Return what a message may mention."""
    value = detail["input"]
    field = field_at(model, loc)
    part = model_at(model, loc)
    context = dict(detail.get("ctx", {}))
    context.pop("expected", None)
    return {
        "name": title_at(model, loc),
        "key": _last_key(loc),
        "value": value if isinstance(value, str) else "…",
        "length": len(value) if isinstance(value, str) else 0,
        "expected": "、".join(_expected(detail)),
        "description": (field.description if field else None) or "照着同类记录的写法改",
        "fields": "、".join(part.model_fields) if part else "",
        **context,
    }


def _last_key(loc: Loc) -> str:
    return next((part for part in reversed(loc) if isinstance(part, str)), "")


def _nearest(model: type[BaseModel], loc: Loc, detail: ErrorDetails) -> str | None:
    """Return the question “您是不是要写…” where something near exists."""
    if detail["type"] == "extra_forbidden":
        owner = model_at(model, loc[:-1])
        return did_you_mean(str(loc[-1]), owner.model_fields if owner else ())
    return did_you_mean(str(detail["input"]), _expected(detail))


def _expected(detail: ErrorDetails) -> list[str]:
    expected = str(detail.get("ctx", {}).get("expected", ""))
    parts = [part.strip(" '") for part in expected.replace(" or ", ", ").split(",")]
    return [part for part in parts if part]
