"""How a file is laid out: tabs, full-width punctuation, trailing spaces, the order of keys."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml

from generators.diagnostics import Diagnostic, Edit, Severity, Span

_TAB_INDENT = re.compile(r"^[ ]*\t[ \t]*", re.M)
_FULL_WIDTH_COLON = re.compile(r"^[ ]*(?:- )*([A-Za-z_][\w]*)([ \u3000]*：[ \u3000]*)", re.M)
_WIDE_INDENT = re.compile(r"^[ ]*[\u3000\xa0][ \u3000\xa0]*", re.M)
_TRAILING = re.compile(r"[ \t\u3000]+(?=\r?$)", re.M)


def syntax_faults(path: str, text: str) -> Iterator[Diagnostic]:
    """Yield what commonly keeps YAML from reading a file: tabs and full-width colons."""
    for match in _TAB_INDENT.finditer(text):
        spaces = match.group().replace("\t", "  ")
        yield Diagnostic(
            "tab-indent",
            "缩进用了制表符（Tab）",
            Span.within(path, text, *match.span()),
            hint="每一级缩进换成两个空格（catalogue check --fix 可以自动改）",
            fix=(Edit(*match.span(), spaces),),
        )
    for match in _FULL_WIDTH_COLON.finditer(text):
        yield Diagnostic(
            "full-width-punctuation",
            f"“{match[1]}”后面用了全角冒号“：”",
            Span.within(path, text, *match.span(2)),
            hint="换成半角冒号加一个空格“: ”（catalogue check --fix 可以自动改）",
            fix=(Edit(*match.span(2), ": "),),
        )

    for match in _WIDE_INDENT.finditer(text):
        yield Diagnostic(
            "full-width-punctuation",
            "行首用了全角空格",
            Span.within(path, text, *match.span()),
            hint="换成半角空格，每一级缩进两个（catalogue check --fix 可以自动改）",
            fix=(Edit(*match.span(), match.group().replace("\u3000", "  ").replace("\xa0", " ")),),
        )


def trailing_spaces(path: str, text: str, root: yaml.Node) -> Iterator[Diagnostic]:
    """Yield the spaces at line ends, except within block texts, where Markdown reads them."""
    matches = list(_TRAILING.finditer(text))
    blocks = list(_blocks(root)) if matches else []
    for match in matches:
        if any(start <= match.start() < end for start, end in blocks):
            continue
        yield Diagnostic(
            "trailing-space",
            "行末有多余的空格",
            Span.within(path, text, *match.span()),
            Severity.HINT,
            hint="删掉行末的空格（catalogue check --fix 可以自动改）",
            fix=(Edit(*match.span(), ""),),
        )


def _blocks(root: yaml.Node) -> Iterator[tuple[int, int]]:
    """Yield the character ranges of texts that span several lines."""
    stack = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, yaml.MappingNode):
            stack += [part for pair in node.value for part in pair]
        elif isinstance(node, yaml.SequenceNode):
            stack += node.value
        elif node.end_mark.line > node.start_mark.line:
            yield node.start_mark.index, node.end_mark.index


def key_order(path: str, text: str, root: yaml.Node, order: Sequence[str]) -> Iterator[Diagnostic]:
    """Yield a finding at the first key that stands later than *order* has it."""
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        return
    places = {key: place for place, key in enumerate(order)}
    keys = [key for key, _ in root.value]
    if not all(key.value in places for key in keys):
        return  # an unknown key is a finding of its own, and has no place
    wanted = sorted(keys, key=lambda key: places[key.value])
    if keys == wanted:
        return
    first = next(one for one, other in zip(keys, wanted, strict=True) if one is not other)
    start = first.start_mark
    yield Diagnostic(
        "key-order",
        f"字段的顺序和手册不一样，从“{first.value}”开始",
        Span(path, start.line + 1, start.column + 1, start.line + 1, first.end_mark.column + 1),
        Severity.HINT,
        hint="运行 catalogue check --fix 自动排好，注释会跟着走",
        fix=_reordered(text, keys, wanted),
    )


def _reordered(
    text: str, keys: Sequence[yaml.Node], wanted: Sequence[yaml.Node]
) -> tuple[Edit, ...]:
    """Move whole blocks: a key with its value and the comment lines above it."""
    starts = [_block_start(text, key.start_mark.index) for key in keys]
    # What stands above the first key (a header comment) stays at the top.
    starts[0] = keys[0].start_mark.index
    ends = [*starts[1:], len(text)]
    blocks = {
        id(key): text[start:end] + ("" if text[start:end].endswith("\n") else "\n")
        for key, start, end in zip(keys, starts, ends, strict=True)
    }
    return (Edit(starts[0], ends[-1], "".join(blocks[id(key)] for key in wanted)),)


def _block_start(text: str, key: int) -> int:
    """Return where the comment lines directly above a key begin."""
    start = key
    while start > 0:
        above = text.rfind("\n", 0, start - 1) + 1
        if not text[above:start].startswith("#"):
            break
        start = above
    return start
