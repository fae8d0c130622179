"""How the items of a list are named: a material by its name, a run of a course by its days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from generators.changes.fields import Field, Tree, fields_of
from generators.changes.saying import quoted, said

_NAMES = ("name", "title", "label", "matter", "days", "on", "kind", "policy", "problem", "manual")
# What tells items of the same name apart, where they have it.
_TELLS = ("applies_to", "value", "form")
_MOST = 5
_LONGEST_NAME = 30
_SHORT = 20


def item_name(field: Field, item: Tree) -> str:
    """Return what an item is called."""
    if not field.model:
        return str(item)
    fields = fields_of(field.model)
    for key in _NAMES:
        if key in fields and isinstance(item, dict) and item.get(key):
            words = said(fields[key], item[key], item).strip("“”")
            is_long = len(words) > _LONGEST_NAME and not fields[key].reference
            return f"{words[: _LONGEST_NAME - 1]}…" if is_long else words
    return "一项"


def names_of(field: Field, items: Sequence[Tree]) -> list[str]:
    """Return the names of items, those of the same name told apart, if need be by their place."""
    names = [item_name(field, item) for item in items]
    times = Counter(names)
    names = [
        f"{name}（{_tells(item)}）" if times[name] > 1 and _tells(item) else name
        for name, item in zip(names, items, strict=True)
    ]
    times = Counter(names)
    return [
        f"{name}（第{place}{field.counter}）" if times[name] > 1 else name
        for place, name in enumerate(names, start=1)
    ]


def _tells(item: Tree) -> str:
    values = (item.get(key) for key in _TELLS) if isinstance(item, dict) else ()
    return next((value for value in values if isinstance(value, str)), "")[:_LONGEST_NAME]


def items_said(field: Field, items: Sequence[Tree]) -> str:
    """Name the first few items in brackets, each with what matters most about it."""
    if field.holds is tuple:
        return ""  # the rows of a list of people
    told = [_told(field, item) for item in items[:_MOST]]
    more = "等" if len(items) > _MOST else ""
    joint = "；" if any("，" in words or "“" in words for words in told) else "、"
    return f"（{joint.join(told)}{more}）" if any(told) else ""


def _told(field: Field, item: Tree) -> str:
    if field.model:
        name, fact = item_name(field, item), _fact(field, item)
        return "，".join(part for part in (name if name != "一项" else "", fact) if part)
    words = said(field, item, {})
    plain = words.strip("“”")
    return plain if field.reference or len(plain) <= _SHORT else quoted(str(item))


def _fact(field: Field, item: Tree) -> str:
    """Return the amount, the day or the number of an item, the first it has."""
    for part in fields_of(field.model).values() if field.model else ():
        value = item.get(part.key) if isinstance(item, dict) else None
        if not value or part.is_quiet:
            continue
        if part.key in ("number", "value"):
            return said(part, value, item).strip("“”")
        if part.unit or part.key.startswith("amount") or part.holds in (date, datetime):
            return f"{part.label}{said(part, value, item)}"
    return ""
