"""Which item of a list became which: the same, a changed one, a new one, one that is gone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from generators.changes.fields import Tree

Item = TypeVar("Item")
Pair = tuple[Item | None, Item | None]
Likeness = Callable[[Item, Item], float]

_ALIKE = 0.5
_SHORTEST = 6
# Beyond this only equal items are found, as comparing all with all would take too long.
_MOST = 200


def paired(old: Sequence[Item], new: Sequence[Item], likeness: Likeness[Item]) -> list[Pair[Item]]:
    """Return the pairs in the order of *new*, then what is gone; equal items are left out."""
    gone, come = _without_equal(old, new)
    partners: dict[int, int] = {}
    for _, before, after in _alike(gone, come, likeness):
        if before not in partners.values() and after not in partners:
            partners[after] = before
    pairs: list[Pair[Item]] = [
        (gone[partners[place]] if place in partners else None, item)
        for place, item in enumerate(come)
    ]
    kept = set(partners.values())
    return [*pairs, *((item, None) for place, item in enumerate(gone) if place not in kept)]


def _without_equal(
    old: Sequence[Item], new: Sequence[Item]
) -> tuple[Sequence[Item], Sequence[Item]]:
    come, gone = list(new), []
    for item in old:
        if item in come:
            come.remove(item)
        else:
            gone.append(item)
    return gone, come


def _alike(
    gone: Sequence[Item], come: Sequence[Item], likeness: Likeness[Item]
) -> list[tuple[float, int, int]]:
    """Return (-likeness, place, place) of all that are alike, the most alike first."""
    if len(gone) > _MOST or len(come) > _MOST:
        return []
    found = (
        (-likeness(before, after), place, other)
        for place, before in enumerate(gone)
        for other, after in enumerate(come)
    )
    return sorted(rated for rated in found if -rated[0] >= _ALIKE)


def text_likeness(one: Tree, other: Tree) -> float:
    """Return how alike two texts are; short words are alike only where they are equal."""
    if (
        not (isinstance(one, str) and isinstance(other, str))
        or min(len(one), len(other)) < _SHORTEST
    ):
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return float(matcher.ratio()) if matcher.quick_ratio() >= _ALIKE else 0.0


def part_likeness(name_of: Callable[[Tree], str]) -> Likeness[Tree]:
    """Return a likeness of parts: the same name counts most, then the values in common."""

    def likeness(one: Tree, other: Tree) -> float:
        if not (isinstance(one, dict) and isinstance(other, dict)):
            return 0.0
        same = sum(1 for key, value in other.items() if one.get(key) == value)
        share = same / max(len(one), len(other), 1)
        return share + (1 if name_of(one) == name_of(other) else 0)

    return likeness
