"""YAML text as nodes with positions: scalars stay text, duplicate keys and aliases are faults."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from generators.diagnostics import Diagnostic, Note, Span

MAX_BYTES = 1_000_000
_NULLS = {"", "~", "null"}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Loc = tuple[str | int, ...]


class UnreadableError(Exception):
    """A file that cannot be understood at all, with the finding that says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def decode(path: str, data: bytes) -> str:
    """Return the text of a file in UTF-8; raise `UnreadableError` where it is something else."""
    if len(data) > MAX_BYTES:
        message = f"文件有 {len(data) // 1000} KB，超过了 {MAX_BYTES // 1000} KB"
        raise UnreadableError(
            _fault(
                path, "file-too-large", message, "一个文件只写一条记录，附件放在 attachments/ 目录"
            )
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        span = Span(path, line, 1, line, 2)
        raise UnreadableError(
            Diagnostic(
                "encoding", "文件不是 UTF-8 编码", span, hint="用编辑器另存为 UTF-8 编码再提交"
            )
        ) from None


def compose(path: str, text: str) -> yaml.Node:
    """Return the root node; raise `UnreadableError` where YAML could not read on."""
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        raise UnreadableError(_syntax_fault(path, text, error)) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UnreadableError(
            _fault(path, "yaml-syntax", "文件里有 YAML 不认识的字符", str(error)[:80])
        ) from None
    if node is None:
        raise UnreadableError(
            _fault(path, "empty-file", "文件是空的", "删掉这个文件，或者写上记录内容")
        )
    return node


def structure_faults(path: str, root: yaml.Node) -> Iterator[Diagnostic]:
    """Yield duplicate keys, aliases and keys that are no text."""
    seen: set[int] = set()
    stack = [root]
    while stack:
        node = stack.pop()
        if id(node) in seen:
            yield Diagnostic(
                "alias",
                "这里用了 YAML 的锚点引用（& 和 *）",
                span_of(path, node),
                hint="把内容原样写出来，每处各写一遍",
            )
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            yield from _key_faults(path, node)
            stack += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            stack += node.value


def _key_faults(path: str, mapping: yaml.MappingNode) -> Iterator[Diagnostic]:
    first: dict[str, yaml.Node] = {}
    for key, _ in mapping.value:
        if not isinstance(key, yaml.ScalarNode):
            yield Diagnostic("yaml-syntax", "冒号前面要是一个字段名", span_of(path, key))
        elif key.value in first:
            yield Diagnostic(
                "duplicate-key",
                f"字段“{key.value}”写了两次",
                span_of(path, key),
                hint="留下正确的一个，删掉另一个",
                notes=(Note(span_of(path, first[key.value]), "首次出现在这里"),),
            )
        else:
            first[key.value] = key


def plain(node: yaml.Node) -> Any:
    """Return *node* as dicts, lists and text; only an unquoted null or nothing is None."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    if isinstance(node, yaml.ScalarNode) and node.style is None and node.value in _NULLS:
        return None
    return node.value


def locate(path: str, root: yaml.Node, loc: Loc, *, key: bool = False) -> Span:
    """Return where *loc* stands; parts that are not children (union tags) are skipped.

    With *key* the span of the last key is returned instead of its value's.
    """
    node, last_key = root, None
    for part in loc:
        child = _child(node, part)
        if child is not None:
            last_key, node = child
    return span_of(path, last_key if key and last_key is not None else node)


def _child(node: yaml.Node, part: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((k, v) for k, v in node.value if k.value == part), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return None, node.value[part]
    return None


def span_of(path: str, node: yaml.Node) -> Span:
    """Return the span of a node; of a block only its first line is of use."""
    start, end = node.start_mark, node.end_mark
    if not isinstance(node, yaml.ScalarNode) or end.line != start.line:
        return Span(path, start.line + 1, start.column + 1, start.line + 1, start.column + 2)
    return Span(path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _fault(path: str, code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, message, Span(path, 1, 1, 1, 2), hint=hint)


def _syntax_fault(path: str, text: str, error: yaml.MarkedYAMLError) -> Diagnostic:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    message, hint = _syntax_advice(error.problem or "", _line(text, line))
    return Diagnostic("yaml-syntax", message, Span(path, line, column, line, column + 1), hint=hint)


def _syntax_advice(problem: str, line: str) -> tuple[str, str]:
    if "\t" in line:
        return "行首或行中有制表符（Tab）", "把制表符换成空格，每一级缩进两个空格"
    if "：" in line and ":" not in line:
        return "字段名后面用了全角冒号“：”", "换成半角冒号加一个空格“: ”"
    if "mapping values are not allowed" in problem:
        return "这里多了一个冒号，或者上一行缩进不对", "值里面有冒号时，用引号把整个值括起来"
    if "could not find expected ':'" in problem:
        return "这一行附近少了冒号", "字段写成“字段名: 值”，冒号后面有一个空格"
    return "YAML 写法有误，从这里读不下去", "检查这一行和上一行的缩进、冒号和引号"


def _line(text: str, number: int) -> str:
    lines = text.splitlines()
    return lines[number - 1] if 0 < number <= len(lines) else ""
