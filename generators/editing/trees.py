"""What a file says, as a tree: what is different between two of them, and how to carry it over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from generators.sources.yaml_tree import Tree


def stripped(tree: Tree) -> Tree:
    """Return a tree without the ends of lines that close a block of text."""
    if isinstance(tree, dict):
        return {key: stripped(part) for key, part in tree.items()}
    if isinstance(tree, list):
        return [stripped(part) for part in tree]
    return "\n".join(line.rstrip() for line in tree.strip().splitlines()) if tree else tree


def merged(current: Tree, before: Tree, after: Tree) -> Tree:
    """Return *current* with what is different between *before* and *after*."""
    if before == after:
        return current
    if isinstance(current, dict) and isinstance(before, dict) and isinstance(after, dict):
        return _merged_mapping(current, before, after)
    if isinstance(current, list) and isinstance(before, list) and isinstance(after, list):
        if len(current) != len(before):
            return after
        return [
            after[new] if old is None else merged(current[old], before[old], after[new])
            for old, new in aligned(before, after)
            if new is not None
        ]
    return after


def _merged_mapping(
    current: dict[str, Tree], before: dict[str, Tree], after: dict[str, Tree]
) -> dict[str, Tree]:
    result = dict(current)
    for key in changed_keys(before, after):
        if key in after:
            result[key] = merged(current.get(key), before.get(key), after[key])
        else:
            result.pop(key, None)
    return result


def aligned(
    before: Sequence[Tree], after: Sequence[Tree]
) -> Iterator[tuple[int | None, int | None]]:
    """Yield which item of a list became which, in order; None stands for no item."""
    old_items, new_items = ([repr(item) for item in items] for items in (before, after))
    matcher = SequenceMatcher(None, old_items, new_items, autojunk=False)
    for _, i1, i2, j1, j2 in matcher.get_opcodes():
        both = min(i2 - i1, j2 - j1)
        yield from ((i1 + step, j1 + step) for step in range(both))
        yield from ((old, None) for old in range(i1 + both, i2))
        yield from ((None, new) for new in range(j1 + both, j2))


def changed_keys(before: dict[str, Tree], after: dict[str, Tree]) -> list[str]:
    """Return the keys that are in one only, or say something else."""
    return [
        key
        for key in {**before, **after}
        if (key in before) != (key in after) or before[key] != after[key]
    ]
