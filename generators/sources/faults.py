"""pydantic's errors as findings in Chinese, at the place in the file."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generators.diagnostics import Diagnostic
from generators.records.walk import Loc, model_at, title_at
from generators.sources.yaml_tree import locate

# pydantic's error type → (our code, message, hint); {name} is the field's Chinese name.
_WORDS = {
    "missing": ("missing-field", "缺少“{name}”（{key}）", "加上一行 {key}: …"),
    "extra_forbidden": ("unknown-field", "没有“{key}”这个字段", "检查拼写，或者删掉这一行"),
    "literal_error": ("unknown-value", "“{value}”不是“{name}”可用的值", "可用的值：{expected}"),
    "string_too_short": ("too-short", "“{name}”太短，至少 {min_length} 个字", "写完整"),
    "string_too_long": (
        "too-long",
        "“{name}”太长，最多 {max_length} 个字",
        "写短一些，细节放到正文里",
    ),
    "string_pattern_mismatch": ("value-shape", "“{name}”的写法不对：“{value}”", "参照手册里的例子"),
    "string_type": ("not-text", "“{name}”要写文字", "这里只写一个值，不写列表或下级字段"),
    "too_short": ("too-few", "“{name}”至少要写 {min_length} 项", "另起一行，用“- ”开头补上"),
    "tuple_type": ("not-a-list", "“{name}”要写成列表", "每项另起一行，用“- ”开头"),
    "model_type": ("not-a-block", "“{name}”要写成几个下级字段", "另起一行，缩进两个空格写下级字段"),
    "model_attributes_type": (
        "not-a-block",
        "“{name}”要写成几个下级字段",
        "缩进两个空格写下级字段",
    ),
    "greater_than_equal": ("out-of-range", "“{name}”不能小于 {ge}", "核对数字和单位"),
    "greater_than": ("out-of-range", "“{name}”要大于 {gt}", "核对数字和单位"),
    "less_than_equal": ("out-of-range", "“{name}”不能大于 {le}", "核对数字和单位"),
}


def findings_of(
    path: str, root: yaml.Node, model: type[BaseModel], error: ValidationError
) -> Iterator[Diagnostic]:
    """Yield one finding a place, in pydantic's order."""
    seen = set()
    for detail in error.errors(include_url=False):
        finding = _finding(path, root, model, detail)
        if finding.span not in seen or detail["type"] == "missing":
            seen.add(finding.span)
            yield finding


def _finding(
    path: str, root: yaml.Node, model: type[BaseModel], detail: ErrorDetails
) -> Diagnostic:
    loc, kind = detail["loc"], detail["type"]
    span = locate(path, root, loc, key=kind == "extra_forbidden")
    if kind not in _WORDS:
        return Diagnostic(kind, detail["msg"], span)
    code, message, hint = _WORDS[kind]
    words = _words(model, loc, detail)
    return Diagnostic(
        code,
        message.format_map(words),
        span,
        hint=_nearest(model, loc, detail) or hint.format_map(words),
    )


def _words(model: type[BaseModel], loc: Loc, detail: ErrorDetails) -> dict[str, Any]:
    keys = [part for part in loc if isinstance(part, str)]
    value = detail["input"]
    context = dict(detail.get("ctx", {}))
    expected = str(context.pop("expected", "")).replace("'", "").replace(" or ", ", ")
    return {
        "name": title_at(model, loc),
        "key": keys[-1] if keys else "",
        "value": value if isinstance(value, str) else "…",
        "expected": expected.replace(", ", "、"),
        **context,
    }


def _nearest(model: type[BaseModel], loc: Loc, detail: ErrorDetails) -> str | None:
    """Return the advice “您是不是要写…” where something near exists."""
    written, known = str(detail["input"]), [str(e) for e in _expected(detail)]
    if detail["type"] == "extra_forbidden":
        owner = model_at(model, loc[:-1])
        written, known = str(loc[-1]), list(owner.model_fields) if owner else []
    close = get_close_matches(written, known, n=2, cutoff=0.5)
    return f"您是不是要写“{'”或“'.join(close)}”？" if close else None


def _expected(detail: ErrorDetails) -> list[str]:
    expected = str(detail.get("ctx", {}).get("expected", ""))
    return [part.strip(" '") for part in expected.replace(" or ", ", ").split(",")]
