"""How new parts of a record are written in YAML, in the manner of the records that exist."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

import yaml

from generators.sources.yaml_tree import Tree

_SHORT = 80  # characters of a list or a small part on one line
_FEW_KEYS = 4
_SHORT_ITEM = 24
# What other readers of YAML take for something else than text.
_AMBIGUOUS = re.compile(r"0\d[\d-]*|\d+:\d+|(?i:yes|no|on|off|y|n)|\d{5,}-.*")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def pair_lines(key: str, value: Tree, *, indent: int) -> list[str]:
    """Return the lines of `key: value`, the first of them without its indent."""
    if isinstance(value, str) and _is_block(value):
        return [f"{key}: |", *_block(value, indent + 2)]
    if _fits_a_line(value):
        return [f"{key}: {flow(value)}"]
    if isinstance(value, dict):
        return [f"{key}:", *_indented(mapping_lines(value, indent=indent + 2), indent + 2)]
    items = value if isinstance(value, list) else []
    return [f"{key}:", *(line for item in items for line in _item(item, indent + 2))]


def mapping_lines(value: dict[str, Tree], *, indent: int) -> list[str]:
    """Return the lines of a mapping at *indent*; the first line of each pair is without it."""
    return [line for key, part in value.items() for line in pair_lines(key, part, indent=indent)]


def item_lines(value: Tree, *, indent: int, in_flow: bool | None = None) -> list[str]:
    """Return the lines of an item of a list whose dashes stand at *indent*, the first without it.

    Where *in_flow* does not say whether parts stand within brackets, their length does.
    """
    inner = indent + 2
    if isinstance(value, str) and _is_block(value):
        return ["- |", *_block(value, inner)]
    in_flow = _fits_a_line(value) if in_flow is None else in_flow
    if in_flow or not value or not isinstance(value, dict):
        return [f"- {flow(value)}"]
    lines = _indented(mapping_lines(value, indent=inner), inner)
    return [f"- {lines[0].lstrip()}", *lines[1:]]


def _item(value: Tree, indent: int) -> list[str]:
    first, *others = item_lines(value, indent=indent)
    return [" " * indent + first, *others]


def _indented(lines: Sequence[str], indent: int) -> list[str]:
    """Indent the first lines of pairs; further lines of a pair are indented already."""
    return [line if line[:1] in (" ", "") else " " * indent + line for line in lines]


def _is_block(text: str) -> bool:
    """Tell whether a text is written in several lines after a `|`."""
    return "\n" in text.strip("\n") and not text[0].isspace() and "\t" not in text


def _block(text: str, indent: int) -> Iterator[str]:
    for line in text.strip("\n").split("\n"):
        yield " " * indent + line.rstrip() if line.strip() else ""


def block_text(text: str, *, indent: int) -> str | None:
    """Return a text of several lines after a `|`, or None where it is none."""
    return "\n".join(["|", *_block(text, indent)]) if _is_block(text) else None


def _fits_a_line(value: Tree) -> bool:
    if isinstance(value, dict):
        scalars = all(isinstance(part, str) and "\n" not in part for part in value.values())
        return not value or (scalars and len(value) <= _FEW_KEYS and len(flow(value)) <= _SHORT)
    if isinstance(value, list):
        short = all(isinstance(v, str) and len(v) <= _SHORT_ITEM and "\n" not in v for v in value)
        return not value or (short and len(flow(value)) <= _SHORT)
    return True


def flow(value: Tree) -> str:
    """Return a value on one line, within brackets where it has parts."""
    return _inside(value) if isinstance(value, dict | list) else scalar(value)


def _inside(value: Tree) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_inside(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_inside, value)) + "]"
    return scalar(value, in_flow=True)


def scalar(value: str | None, *, in_flow: bool = False, quote: str = "") -> str:
    """Return a text in the quotes it needs, or in those it had."""
    if value is None:
        return "null"
    text = value.strip("\n")
    if quote == "'" and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    is_plain = not quote and not _AMBIGUOUS.fullmatch(text) and _reads_back(text, in_flow=in_flow)
    return text if is_plain else json.dumps(text, ensure_ascii=False)


def _reads_back(text: str, *, in_flow: bool) -> bool:
    """Tell whether YAML reads *text*, without quotes, as this very text."""
    if "\n" in text or text in ("", "~", "null"):
        return False
    try:
        root = yaml.compose(f"[{text}]" if in_flow else f"- {text}", Loader=_LOADER)
    except (yaml.YAMLError, ValueError):
        return False
    items = root.value if isinstance(root, yaml.SequenceNode) else []
    return [_plain_text(item) for item in items] == [text]


def _plain_text(node: yaml.Node) -> str | None:
    return node.value if isinstance(node, yaml.ScalarNode) and not node.style else None
