"""YAML text as nodes with positions: scalars stay text, duplicate keys and aliases are faults."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

import yaml

from generators.diagnostics import Diagnostic, Note, Span
from generators.sources.layout import syntax_faults
from generators.sources.text import UnreadableError

_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DEEPEST = 60
_TWICE = 2
_DEEP_LINE = re.compile(rf"^(?: {{{_DEEPEST}}}|(?:[-?] ){{{_DEEPEST // 2}}})", re.M)
_NULLS = {"", "~", "null"}


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Composes nodes without working out types, which a third of its time would go to."""

    def resolve(self, kind: type[yaml.Node], value: str | None, implicit: object) -> str:
        """Return the one type that everything has until a record says what it is."""
        return "text"

    def descend_resolver(self, parent: yaml.Node | None, place: object) -> None:
        """Mind no paths: no type depends on one."""

    def ascend_resolver(self) -> None:
        """Mind no paths."""


Loc = tuple[str | int, ...]
Tree: TypeAlias = "dict[str, Tree] | list[Tree] | str | None"
"""What a file says before it is read as a record: scalars are text."""


def compose(path: str, text: str) -> yaml.Node:
    """Return the root node; raise `UnreadableError` where YAML could not read on."""
    if _may_be_deep(text) and _depth(text) > _DEEPEST:
        hint = "一条记录用不到这么多层，检查括号和缩进"
        raise UnreadableError(_at_start(path, "yaml-syntax", "括号或缩进的层数太多", hint))
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        raise UnreadableError(*_syntax_faults(path, text, error)) from None
    except (yaml.YAMLError, ValueError):
        raise UnreadableError(_control_character(path, text)) from None
    if node is None:
        hint = "删掉这个文件，或者写上记录内容"
        raise UnreadableError(_at_start(path, "empty-file", "文件是空的", hint))
    return node


def _may_be_deep(text: str) -> bool:
    """Tell, without reading YAML, whether nesting might be deep enough to exhaust the stack."""
    return text.count("[") + text.count("{") > _DEEPEST or bool(_DEEP_LINE.search(text))


def _depth(text: str) -> int:
    """Return how deep collections are nested, as far as YAML can be read."""
    depth = deepest = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            deepest = max(deepest, depth)
            if deepest > _DEEPEST:
                break
    except (yaml.YAMLError, ValueError):
        pass  # what is wrong is said when the nodes are composed
    return deepest


def _syntax_faults(path: str, text: str, error: yaml.MarkedYAMLError) -> list[Diagnostic]:
    """Return the tabs and full-width colons that keep YAML from reading, or else the error.

    A suspect counts only where mending it lets YAML read further than before.
    """
    suspects = list(syntax_faults(path, text))
    found: list[Diagnostic] = []
    while True:
        line = _error_line(error)
        near = [s for s in suspects if line - 1 <= s.span.line <= line and s not in found]
        left = _read_again(text, [*found, *near]) if near else error
        if left is not None and _error_line(left) <= line:
            # A tab never indents, even where two spaces in its place would not do either.
            tabs = [s for s in near if s.code == "tab-indent" and s.span.line == line]
            return [*found, *([replace(s, fix=()) for s in tabs] or [_syntax_fault(path, error)])]
        found += near
        if left is None:
            return found
        error = left


def _read_again(text: str, faults: Sequence[Diagnostic]) -> yaml.MarkedYAMLError | None:
    """Return the error that is left once the faults are mended."""
    for edit in sorted((edit for fault in faults for edit in fault.fix), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    try:
        yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return error
    return None


def _error_line(error: yaml.MarkedYAMLError) -> int:
    mark = error.problem_mark or error.context_mark
    return mark.line + 1 if mark else 1


def _at_start(path: str, code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, message, Span(path, 1, 1, 1, 2), hint=hint)


def structure_faults(path: str, root: yaml.Node) -> Iterator[Diagnostic]:
    """Yield duplicate keys, aliases and keys that are no text."""
    times: Counter[int] = Counter()
    stack = [root]
    while stack:
        node = stack.pop()
        times[id(node)] += 1
        if times[id(node)] == _TWICE:
            yield Diagnostic(
                "alias",
                "这里用“&”起了名字，别处用“*”代替",
                span_of(path, node),
                hint="把内容原样写出来，每处各写一遍",
            )
        if times[id(node)] > 1:
            continue
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
    if isinstance(node, yaml.ScalarNode) and not node.style and node.value in _NULLS:
        return None
    return node.value


def loc_at(root: yaml.Node, line: int, column: int) -> Loc:
    """Return what stands at a place of the file, counted from 1: the innermost key or item."""
    place = (line - 1, column - 1)
    for name, first, value in _parts(root):
        start, end = first.start_mark, value.end_mark
        if (start.line, start.column) <= place < (end.line, end.column):
            return (name, *loc_at(value, line, column))
    return ()


def _parts(node: yaml.Node) -> Iterator[tuple[str | int, yaml.Node, yaml.Node]]:
    """Yield the children of a node: key or place, where each begins, and its value."""
    if isinstance(node, yaml.MappingNode):
        yield from ((key.value, key, value) for key, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from ((place, item, item) for place, item in enumerate(node.value))


def locate(path: str, root: yaml.Node, loc: Loc, *, key: bool = False) -> Span:
    """Return where *loc* stands; parts that are not children (union tags) are skipped.

    With *key* the span of the last key is returned instead of its value's.
    """
    node, last_key = _walked(root, loc)
    return span_of(path, last_key if key and last_key is not None else node)


def node_at(root: yaml.Node, loc: Loc) -> yaml.Node:
    """Return the node at *loc*, or the nearest above it that exists."""
    return _walked(root, loc)[0]


def _walked(root: yaml.Node, loc: Loc) -> tuple[yaml.Node, yaml.Node | None]:
    node, last_key = root, None
    for part in loc:
        child = _child(node, part)
        if child is not None:
            last_key, node = child
    return node, last_key


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


def _syntax_fault(path: str, error: yaml.MarkedYAMLError) -> Diagnostic:
    unclosed = "did not find expected ',' or" in (error.problem or "")
    mark = (error.context_mark if unclosed else None) or error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    span = Span(path, line, column, line, column + 1)
    message, hint = next(
        (advice for words, advice in _ADVICE.items() if words in (error.problem or "")), _GENERAL
    )
    return Diagnostic("yaml-syntax", message, span, hint=hint)


_GENERAL = ("YAML 写法有误，从这里读不下去", "检查这一行和上一行的缩进、冒号和引号")
_ADVICE = {
    "mapping values are not allowed": (
        "这里多了一个冒号，或者上一行缩进不对",
        "值里面有冒号时，用引号把整个值括起来",
    ),
    "could not find expected ':'": (
        "这一行附近少了冒号",
        "字段写成“字段名: 值”，冒号后面有一个空格",
    ),
    "found unexpected end of stream": ("引号没有配对，一直到文件末尾", "补上缺少的引号"),
    "did not find expected ',' or ']'": (
        "方括号里的列表没有写完",
        "每项用半角逗号隔开，最后补上 ]",
    ),
    "did not find expected ',' or '}'": (
        "花括号里的内容没有写完",
        "每项用半角逗号隔开，最后补上 }",
    ),
    "did not find expected alphabetic or numeric character": (
        "内容不能用“*”或“&”开头",
        "用引号把整个值括起来",
    ),
    "found undefined alias": ("内容不能用“*”开头", "用引号把整个值括起来"),
    "did not find expected <document start>": (
        "一个文件只写一条记录",
        "删掉“---”，另一条写到新文件里",
    ),
    "did not find expected key": (
        "这一行和上面的字段没有对齐，或者引号后面还有字",
        "同一级的字段行首空格数要一样；引号要括住整个值",
    ),
    "cannot start any token": ("这一行不能以这个符号开头", "用引号把整个值括起来"),
}


def _control_character(path: str, text: str) -> Diagnostic:
    """Point at the first character that YAML forbids."""
    match = _FORBIDDEN.search(text)
    at = match.start() if match else 0
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    span = Span(path, line, column, line, column + 1)
    hint = "删掉这个字符，再手工重打一遍这一行"
    return Diagnostic("yaml-syntax", "这里有看不见的控制字符", span, hint=hint)
