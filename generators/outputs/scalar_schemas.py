"""How each kind of value is written in YAML, as JSON Schema for an editor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import AfterValidator, BeforeValidator
from pydantic.fields import FieldInfo

from generators.records import parsers

Schema = dict[str, Any]

# Days that are in the calendar; JavaScript and Python read these expressions alike.
_LEAP = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"
_MONTH_AND_DAY = (
    "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
_DAY = f"(?!0000)(?:[0-9]{{4}}-{_MONTH_AND_DAY}|{_LEAP}-02-29)"
_HOUR = "(?:[01][0-9]|2[0-3])"


def _written(pattern: str, how: str, *examples: str, types: Iterable[str] = ("string",)) -> Schema:
    """Return the schema of a value with a shape; *how* is shown on hovering and on a fault.

    Examples are two or none: an editor writes a single one into the file unasked.
    """
    schema = {
        "type": list(types),
        "pattern": _trimmed(pattern),
        "errorMessage": how,
        "description": how,
    }
    return schema | ({"examples": list(examples)} if examples else {})


def _trimmed(pattern: str) -> str:
    """Return *pattern* as the models apply it: to the whole text without space around it."""
    return rf"^\s*(?:{pattern.removeprefix('^').removesuffix('$')})\s*$"


# What a plain scalar of YAML may be besides text: `2026` is a number, `true` a boolean. Of a
# number that stands for a text an editor sees no digits, so only its limits can be given here.
_SHAPES: Mapping[object, Schema] = {
    parsers.parse_day: _written(_DAY, "日期写成 2026-01-31 的样子"),
    parsers.parse_moment: _written(
        f"{_DAY}[ T]{_HOUR}:[0-5][0-9]", "时间写成 2026-01-31 09:00 的样子"
    ),
    parsers.parse_partial_day: _written(
        f"[0-9]{{4}}(?:-(?:0[1-9]|1[0-2]))?|{_DAY}",
        "日期写成 2026-01-31、2026-01 或 2026 的样子",
        types=("string", "integer"),
    )
    | {"minimum": 1000, "maximum": 9999},
    parsers.parse_clock: _written(
        f"{_HOUR}:[0-5][0-9]|24:00", "钟点写成 09:00 的样子", "09:00", "17:30"
    ),
    parsers.parse_month_day: _written(
        "(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])",
        "月和日写成 03-01 的样子",
        "03-01",
        "10-31",
    ),
    parsers.parse_flag: _written(
        "是|否|true|false", "写“是”或“否”", "是", "否", types=("boolean", "string")
    ),
    parsers.parse_percent: _written(
        r"[0-9]+(?:\.[0-9]+)?%", "百分数写成 50% 的样子", "50%", "100%"
    ),
    parsers.parse_number: _written(
        r"-?[0-9]+(?:\.[0-9]+)?", "只写数字，不写单位和逗号", types=("number", "string")
    ),
    parsers.parse_count: _written("[0-9]+", "只写整数，不写单位", types=("integer", "string"))
    | {"minimum": 0},
    parsers.check_document_number: _written(
        r"[\u4e00-\u9fa5]+〔[0-9]{4}〕[0-9]+号"
        r"|[\u4e00-\u9fa5 ]*公告[0-9]{4}年第[0-9]+号"
        r"|[\u4e00-\u9fa5]*令第[0-9]+号",
        "文号的年份用六角括号，例如 财金〔2023〕75号",
        "财金〔2023〕75号",
        "国务院令第755号",
    ),
    # Eleven digits are somebody's mobile phone, which has no place here.
    parsers.check_phone: _written(
        r"0[0-9]{2,3}-[0-9]{7,8}(?:-[0-9]{1,6})?|[48]00-?[0-9]{3}-?[0-9]{4}"
        "|12345|12333|12315|12366|12348|12385|12388|12380",
        "固定电话写成 0000-1234567，也可以写 12333 这样的服务热线，不写个人手机号",
        "0000-1234567",
        "12333",
        types=("string", "integer"),
    )
    | {"minimum": 12_300, "maximum": 8_009_999_999},
    parsers.check_url: _written(r"https?://[^\s<>\"']+", "网址以 https:// 开头"),
    parsers.check_path: _written(
        r"attachments/(?!.*\.\.)[^\s\\:*?\"<>|]+",
        "文件放在 content/attachments/ 里，这里写 attachments/文件名",
    ),
    parsers.check_weekdays: _written(
        "周[一二三四五六日](?:至周[一二三四五六日])?",
        "写成“周一至周五”或“周六”的样子",
        "周一至周五",
        "周六",
    ),
}
_LIMITS = {
    "ge": "minimum",
    "gt": "exclusiveMinimum",
    "le": "maximum",
    "min_length": "minLength",
    "max_length": "maxLength",
}


def scalar(marks: tuple[object, ...]) -> Schema:
    """Return the schema of a value that these validators and limits are on."""
    flat = tuple(_flat(marks))
    shapes = [_shape(mark) for mark in flat]
    schema = next((shape for shape in shapes if shape), {"type": ["string", "number"]})
    return schema | _limits(flat)


def _flat(marks: Iterable[object]) -> Iterator[object]:
    for mark in marks:
        yield from _flat(mark.metadata) if isinstance(mark, FieldInfo) else (mark,)


def _shape(mark: object) -> Schema | None:
    """Return what a validator asks; one that parses must be known here, or a field has no type."""
    if isinstance(mark, BeforeValidator):
        return _SHAPES[mark.func]
    return _SHAPES.get(mark.func) if isinstance(mark, AfterValidator) else None


def _limits(marks: Iterable[object]) -> Schema:
    limits: Schema = {}
    for mark in marks:
        for name, keyword in _LIMITS.items():
            if (value := getattr(mark, name, None)) is not None:
                limits[keyword] = value
        if pattern := getattr(mark, "pattern", None):
            limits["pattern"] = _trimmed(pattern)
    return limits


def choices(values: Mapping[str, str], how: str) -> Schema:
    """Return the schema of a fixed choice; each value has a description, perhaps an empty one."""
    typed = {value: read for value in values if (read := _as_yaml_reads(value)) != value}
    return {
        "type": ["string", *sorted({_type_name(read) for read in typed.values()})],
        "enum": [*values, *typed.values()],
        "enumDescriptions": [*values.values(), *(values[value] for value in typed)],
        "errorMessage": how,
        "description": how,
    }


def _as_yaml_reads(text: str) -> str | float | bool:
    """Return what an editor takes an unquoted text for: an id such as `2026` is a number to it."""
    if text in ("true", "false"):
        return text == "true"
    try:
        return float(text) if text[:1].isdigit() else text
    except ValueError:
        return text


def _type_name(read: object) -> str:
    return "boolean" if isinstance(read, bool) else "number"


def or_null(schema: Schema) -> Schema:
    """Return a schema that also takes a key with nothing after it, as if it were not written."""
    if "type" not in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    optional = schema | {"type": [*types, "null"]}
    if "enum" in schema:
        optional["enum"] = [*schema["enum"], None]
        optional["enumDescriptions"] = [*schema["enumDescriptions"], "不填"]
    return optional
