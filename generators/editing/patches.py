"""Change what a record's file says, and leave every other byte of it as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from generators.diagnostics import Edit
from generators.editing import yaml_text
from generators.editing.trees import aligned, changed_keys, merged, stripped
from generators.records.walk import Loc
from generators.sources import yaml_tree
from generators.sources.text import UnreadableError
from generators.sources.yaml_tree import Tree

Order = Callable[[Loc], Sequence[str]]
"""The order of the keys of the part at a place of a record."""
_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\r\n]*", re.M)
_Pair: TypeAlias = "tuple[yaml.ScalarNode, yaml.Node]"
_Mapping: TypeAlias = "dict[str, Tree]"


def patched(text: str, before: Tree, after: Tree, *, order: Order) -> str:
    """Return a file's text changed as *before* is to *after*.

    *before* may say less than the file: what it does not mention is left alone. Where YAML is
    written in a way that does not allow a small change, the part around it is written anew.
    """
    root = yaml_tree.compose("", text)
    wanted = merged(yaml_tree.plain(root), before, after)
    newline = "\r\n" if "\r\n" in text else "\n"
    try:
        edits = list(_Patch(text, order).changes(root, before, after, _Spot()))
    except _TooTangledError:
        edits = []
    changed = _applied(text, edits, newline)
    if _says(changed) == stripped(wanted):
        return changed
    return "".join(f"{line}{newline}" for line in _anew(text, wanted, order))


def _anew(text: str, wanted: Tree, order: Order) -> list[str]:
    """Return a whole file anew, its comments at the top: the last way out."""
    comments = [match.group() for match in _COMMENT.finditer(text)]
    data = wanted if isinstance(wanted, dict) else {}
    ordered = {key: data[key] for key in sorted(data, key=lambda key: _rank(order(()), key))}
    return [*comments, *yaml_text.mapping_lines(ordered, indent=0)]


def _says(text: str) -> Tree:
    try:
        return stripped(yaml_tree.plain(yaml_tree.compose("", text)))
    except UnreadableError:
        return None


class _TooTangledError(Exception):
    """A part that is written in a way that does not allow a small change."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a node stands: in the record, how far it is indented, and whether in brackets."""

    loc: Loc = ()
    indent: int = 0
    in_flow: bool = False

    def down(
        self, node: yaml.CollectionNode, part: str | int, first: yaml.Node | None = None
    ) -> _Spot:
        """Return the spot of a key or an item, whose first character is that of *first*."""
        indent = first.start_mark.column if first else self.indent
        return _Spot((*self.loc, part), indent, self.in_flow or bool(node.flow_style))


@dataclass(frozen=True, slots=True)
class _Patch:
    """The text that is changed."""

    text: str
    order: Order

    def changes(self, node: yaml.Node, before: Tree, after: Tree, at: _Spot) -> Iterator[Edit]:
        """Yield the edits that make what a node says *after*, in the order they are to stand."""
        if before == after:
            return
        match node, before, after:
            case yaml.MappingNode(), dict(), dict():
                yield from self._mapping(node, before, after, at)
            case yaml.SequenceNode(), list(), list():
                yield from self._sequence(node, before, after, at)
            case yaml.ScalarNode(), _, str():
                yield self._scalar(node, after, at)
            case _:
                raise _TooTangledError

    def _scalar(self, node: yaml.ScalarNode, value: str, at: _Spot) -> Edit:
        start, end = node.start_mark.index, self._end(node)
        block = yaml_text.block_text(value, indent=at.indent + 2)
        if block and not at.in_flow and not self._line_rest(end).strip():
            return Edit(start, end, block)
        quote = node.style if node.style in ("'", '"') else ""
        text = yaml_text.scalar(value, in_flow=at.in_flow, quote=quote)
        return Edit(start, end, text if end > start else f" {text}")

    def _mapping(
        self, node: yaml.MappingNode, before: _Mapping, after: _Mapping, at: _Spot
    ) -> Iterator[Edit]:
        pairs: dict[str, _Pair] = {key.value: (key, value) for key, value in node.value}
        changed = changed_keys(before, after)
        gone = {key for key in changed if key not in after and key in pairs}
        new = {key: after[key] for key in changed if key in after and key not in pairs}
        if (gone or new) and (at.in_flow or node.flow_style):
            yield self._flow_again(node, before, after)
            return
        for key, pair in pairs.items():
            if key in gone:
                yield self._without(*pair)
            elif key in changed:
                spot = at.down(node, key, pair[0])
                yield from self._pair(pair, before.get(key), after[key], spot)
        if new:
            kept = {key: pair for key, pair in pairs.items() if key not in gone}
            yield from self._added(kept, new, self.order(at.loc))

    def _pair(self, pair: _Pair, before: Tree, after: Tree, at: _Spot) -> Iterator[Edit]:
        """Yield the edits of one pair, or that which writes it anew."""
        key, value = pair
        try:
            yield from list(self.changes(value, before, after, at))
        except _TooTangledError:
            if at.in_flow:
                raise
            wanted = merged(yaml_tree.plain(value), before, after)
            lines = yaml_text.pair_lines(key.value, wanted, indent=at.indent)
            start, end = key.start_mark.index, self._end(value)
            kept = [f"{comment}\n{' ' * at.indent}" for comment in self._comments(start, value)]
            yield Edit(start, end, "".join(kept) + "\n".join(lines))

    def _added(
        self, kept: Mapping[str, _Pair], new: Mapping[str, Tree], order: Sequence[str]
    ) -> Iterator[Edit]:
        """Yield the edits that put new keys where the order of keys has them."""
        if not kept:
            raise _TooTangledError
        first = next(iter(kept.values()))[0].start_mark
        margin = " " * first.column
        for key in sorted(new, key=lambda key: _rank(order, key)):
            lines = "\n".join(yaml_text.pair_lines(key, new[key], indent=first.column))
            earlier = [k for k in kept if _rank(order, k) < _rank(order, key)]
            if earlier:
                end = self._line_end(self._end(kept[earlier[-1]][1]))
                yield Edit(end, end, f"\n{margin}{lines}")
            else:
                yield Edit(first.index, first.index, f"{lines}\n{margin}")

    def _sequence(
        self, node: yaml.SequenceNode, before: list[Tree], after: list[Tree], at: _Spot
    ) -> Iterator[Edit]:
        pairs = list(aligned(before, after))
        kept = [old for old, new in pairs if old is not None and new is not None]
        if not kept or len(node.value) != len(before):
            raise _TooTangledError
        if (at.in_flow or node.flow_style) and any(None in pair for pair in pairs):
            yield self._flow_again(node, before, after)
            return
        last: int | None = None
        for old, new in pairs:
            if old is not None and new is not None:
                spot = at.down(node, old, node)
                yield from self.changes(node.value[old], before[old], after[new], spot)
                last = old
            elif old is not None:
                yield self._without_item(node.value[old])
            elif new is not None:
                like = node.value[kept[0] if last is None else last]
                yield self._added_item(like, after[new], is_first=last is None)

    def _added_item(self, like: yaml.Node, value: Tree, *, is_first: bool) -> Edit:
        dash = self._dash(like)
        margin = " " * (dash - self._line_start(dash))
        in_flow = like.flow_style if isinstance(like, yaml.MappingNode) else None
        lines = "\n".join(yaml_text.item_lines(value, indent=len(margin), in_flow=in_flow))
        if is_first:
            return Edit(dash, dash, f"{lines}\n{margin}")
        end = self._line_end(self._end(like))
        return Edit(end, end, f"\n{margin}{lines}")

    def _flow_again(self, node: yaml.CollectionNode, before: Tree, after: Tree) -> Edit:
        """Return the edit that writes what stands in brackets anew."""
        if list(self._comments(node.start_mark.index, node)):
            raise _TooTangledError
        wanted = merged(yaml_tree.plain(node), before, after)
        return Edit(node.start_mark.index, node.end_mark.index, yaml_text.flow(wanted))

    def _without(self, key: yaml.Node, value: yaml.Node) -> Edit:
        """Return the edit that takes a pair's lines away, which nothing else may stand on."""
        start = self._line_start(key.start_mark.index)
        if self.text[start : key.start_mark.index].strip():
            raise _TooTangledError
        return self._without_lines(start, value)

    def _without_item(self, item: yaml.Node) -> Edit:
        return self._without_lines(self._line_start(self._dash(item)), item)

    def _without_lines(self, start: int, last: yaml.Node) -> Edit:
        """Return the edit that takes lines away, but for the comments on them."""
        end = self._line_end(self._end(last))
        kept = self._comments(start, last, end=end)
        margin = self.text[start:end].removesuffix(self.text[start:end].lstrip())
        end += 2 if self.text[end : end + 2] == "\r\n" else 1
        comments = "".join(f"{margin}{comment}\n" for comment in kept)
        return Edit(start, min(end, len(self.text)), comments)

    def _dash(self, item: yaml.Node) -> int:
        """Return where the dash of an item stands, which must be the first on its line."""
        dash = self.text.rfind("-", 0, item.start_mark.index)
        between = self.text[dash + 1 : item.start_mark.index]
        if dash < 0 or between.strip() or self.text[self._line_start(dash) : dash].strip():
            raise _TooTangledError
        return dash

    def _comments(self, start: int, node: yaml.Node, *, end: int = 0) -> Iterator[str]:
        """Yield the comments from *start* to the end of a node; a # inside a text is none."""
        texts = [(n.start_mark.index, self._end(n)) for n in _scalars(node)]
        for match in _COMMENT.finditer(self.text, start, end or self._end(node)):
            if not any(first <= match.start() < last for first, last in texts):
                yield match.group()

    def _end(self, node: yaml.Node) -> int:
        """Return the place behind the last character of a node."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self._end(last[1] if isinstance(last, tuple) else last)
        text = self.text[node.start_mark.index : node.end_mark.index]
        return int(node.start_mark.index) + len(text.rstrip())

    def _line_start(self, place: int) -> int:
        return self.text.rfind("\n", 0, place) + 1

    def _line_end(self, place: int) -> int:
        end = self.text.find("\n", place)
        if end < 0:
            return len(self.text)
        return end - 1 if self.text[end - 1] == "\r" else end

    def _line_rest(self, place: int) -> str:
        return self.text[place : self._line_end(place)]


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.MappingNode):
        for pair in node.value:
            yield from (scalar for part in pair for scalar in _scalars(part))
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item)
    elif isinstance(node, yaml.ScalarNode):
        yield node


def _rank(order: Sequence[str], key: str) -> int:
    return order.index(key) if key in order else len(order)


def _applied(text: str, edits: Sequence[Edit], newline: str) -> str:
    """Return *text* with the edits made; those at one place stand in the order given."""
    parts: list[str] = []
    place = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        if edit.start < place:
            return text
        parts += [text[place : edit.start], edit.text.replace("\n", newline)]
        place = edit.end
    return "".join((*parts, text[place:]))
