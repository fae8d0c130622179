"""What differs between two readings of a record, field by field, as its model names them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from pydantic import BaseModel

from generators.changes.fields import Field, Tree, fields_of
from generators.changes.items import item_name, items_said, names_of
from generators.changes.pairing import paired, part_likeness, text_likeness
from generators.changes.saying import as_moment, as_number, said
from generators.changes.texts import text_difference
from generators.records import Record
from generators.records.base import key_order
from generators.records.parts import Limit

_UNWRITTEN = "没有写"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs: its *place* in the record, and in words how.

    A *quiet* one, that somebody looked on another day, means nothing by itself.
    """

    place: str
    says: str
    is_quiet: bool = False

    def __str__(self) -> str:
        return f"{self.place}：{self.says}"


def differences(model: type[BaseModel], old: Tree, new: Tree) -> tuple[Difference, ...]:
    """Return what differs, the days on which somebody looked in one line at the end.

    What the model does not know is passed over: it is a finding of its own.
    """
    found = list(_differences(model, old, new, ""))
    quiet = [difference for difference in found if difference.is_quiet]
    loud = [difference for difference in found if not difference.is_quiet]
    return (*loud, *([_together(quiet)] if quiet else []))


def _together(quiet: Sequence[Difference]) -> Difference:
    said = {difference.says for difference in quiet}
    words = said.pop() if len(said) == 1 else "改了日期"
    return Difference("、".join(difference.place for difference in quiet), words, is_quiet=True)


def _differences(model: type[BaseModel], old: Tree, new: Tree, at: str) -> Iterator[Difference]:
    before, after = _mapping(old), _mapping(new)
    fields = fields_of(model)
    order = key_order(model) if issubclass(model, Record) else fields
    for field in (fields[key] for key in order):
        # A unit is said with its amount.
        if field.key != "unit" or "amount_max" not in fields:
            yield from _in_field(field, before, after, at)


def _mapping(tree: Tree) -> Mapping[str, Tree]:
    return tree if isinstance(tree, dict) else {}


def _in_field(
    field: Field, old: Mapping[str, Tree], new: Mapping[str, Tree], at: str
) -> Iterator[Difference]:
    before, after = _written(field, old), _written(field, new)
    if isinstance(before, list) or isinstance(after, list):
        yield from _in_list(field, _items(before), _items(after), at)
    elif field.model and field.model is not Limit:
        yield from _in_part(field, field.model, before, after, at)
    elif words := _change(field, (before, old), (after, new)):
        place = f"{at}{field.label}"
        if field.is_quiet:
            yield Difference(place, f"改为{words.rpartition(' → ')[2]}", is_quiet=True)
        else:
            yield Difference(place, words)


def _written(field: Field, mapping: Mapping[str, Tree]) -> Tree:
    """Return what is written, or what holds where nothing is."""
    value = mapping.get(field.key)
    return field.default if value in (None, "", [], {}) else value


def _items(value: Tree) -> list[Tree]:
    return value if isinstance(value, list) else []


def _in_part(
    field: Field, model: type[BaseModel], before: Tree, after: Tree, at: str
) -> Iterator[Difference]:
    if before == after:
        return
    if before and after:
        yield from _differences(model, before, after, at)
    else:
        told = items_said(field, [after or before])
        yield Difference(f"{at}{field.label}", f"{'新写' if after else '不再写'}{told}")


def _change(
    field: Field, old: tuple[Tree, Mapping[str, Tree]], new: tuple[Tree, Mapping[str, Tree]]
) -> str:
    """Say how a scalar changed; nothing where it means the same."""
    before, after = said(field, *old), said(field, *new)
    if before.startswith("“") and after.startswith("“"):
        one, other = str(old[0]).strip(), str(new[0]).strip()
        return text_difference(one, other) if one != other else ""
    if before == after:
        return ""
    moved = _moved(field, old[0], new[0])
    return f"{before or _UNWRITTEN} → {after or '不再写'}{moved}"


def _moved(field: Field, before: Tree, after: Tree) -> str:
    """Say by how much a day or a time limit moved."""
    if field.model is Limit:
        return _lengthened(_mapping(before), _mapping(after))
    one, other = as_moment(field, str(before)), as_moment(field, str(after))
    return f"，{_shift(one, other)}" if one and other and not field.is_quiet else ""


def _shift(before: datetime, after: datetime) -> str:
    direction = "延后" if after > before else "提前"
    return direction + _length(abs(after - before))


def _length(span: timedelta) -> str:
    hours, minutes = divmod(span.seconds // 60, 60)
    parts = ((span.days, "天"), (hours, "小时"), (minutes, "分钟"))
    return "".join(f"{number}{unit}" for number, unit in parts if number)


def _lengthened(before: Mapping[str, Tree], after: Mapping[str, Tree]) -> str:
    numbers = as_number(str(before.get("amount"))), as_number(str(after.get("amount")))
    if numbers[0] is None or numbers[1] is None or before.get("unit") != after.get("unit"):
        return ""
    unit = str(after.get("unit"))
    direction = "延长" if numbers[1] > numbers[0] else "缩短"
    return f"，{direction}{abs(numbers[1] - numbers[0])}{'' if unit == '年' else '个'}{unit}"


def _in_list(field: Field, before: list[Tree], after: list[Tree], at: str) -> Iterator[Difference]:
    if before == after:
        return
    likeness = part_likeness(lambda item: item_name(field, item)) if field.model else text_likeness
    pairs = paired(before, after, likeness)
    changed = [(one, other) for one, other in pairs if one is not None and other is not None]
    come = [other for one, other in pairs if one is None]
    gone = [one for one, other in pairs if other is None]
    place = f"{at}{field.label}"
    if words := _come_and_gone(field, come, gone):
        yield Difference(place, words)
    elif not changed:
        yield Difference(place, "调整了顺序")
    names = names_of(field, after)
    for one, other in changed:
        if field.model:
            inner = f"{place}“{names[after.index(other)]}”的"
            yield from _differences(field.model, one, other, inner)
        else:
            yield Difference(place, text_difference(str(one), str(other)))


def _come_and_gone(field: Field, come: Sequence[Tree], gone: Sequence[Tree]) -> str:
    parts = (("新增", come), ("减少", gone))
    return "，".join(
        f"{verb}{len(items)}{field.counter}{items_said(field, items)}"
        for verb, items in parts
        if items
    )
