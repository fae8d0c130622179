"""A form for a new record: its fields, what is answered, and what is still needed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from generators.catalogue import Catalogue
from generators.diagnostics import did_you_mean
from generators.editing.assembly import assemble
from generators.editing.cells import Cell, read
from generators.editing.planning import plan
from generators.editing.plans import Column, Shape, Sheet, all_sheets
from generators.editing.rows import Row
from generators.records import Kind
from generators.records.walk import Loc
from generators.sources.yaml_tree import Tree

_NUMBER = re.compile(r"[1-9]\d{0,2}")
_TODAY = {Shape.DAY: "{:%Y-%m-%d}", Shape.MOMENT: "{:%Y-%m-%d} 09:00"}
_TODAY_FIELDS = ("published_at", "updated_on", "verified_on")
_AS_BEFORE = ("owner", "region", "service_area")


@dataclass(frozen=True, slots=True)
class Slot:
    """A field of the form: a column, on the sheet of the record or in an item of a list."""

    sheet: Sheet
    column: Column
    number: int = 0

    @property
    def name(self) -> str:
        """Return how `--set` names it."""
        path = ".".join(map(str, self.column.path))
        return (
            f"{'.'.join(map(str, self.sheet.path))}.{self.number}.{path}" if self.number else path
        )

    @property
    def title(self) -> str:
        """Return what an editor calls it."""
        inside = f"{self.sheet.title}第{self.number}项·" if self.number else ""
        return f"{inside}{self.column.title}"


@dataclass(slots=True)
class Form:
    """The fields of a kind with the answers given so far, by the names of the fields."""

    kind: Kind
    answers: dict[str, str] = field(default_factory=dict)

    @property
    def layout(self) -> Sheet:
        """Return the sheet of the kind."""
        return plan(self.kind)

    def slot(self, name: str) -> Slot | None:
        """Return the field of a name: a key or a title, of a list with the number of the item."""
        for sheet in (self.layout, *self.lists()):
            number, below = _within(sheet, name)
            for column in sheet.columns if below else ():
                if _same(below, column.title) or below == ".".join(map(str, column.path)):
                    return Slot(sheet, column, number)
        return None

    def slot_at(self, loc: Loc) -> Slot | None:
        """Return the field at a place of the record."""
        for sheet in self.lists():
            number, below = loc[len(sheet.path) : len(sheet.path) + 1], loc[len(sheet.path) + 1 :]
            if loc[: len(sheet.path)] == sheet.path and number and isinstance(number[0], int):
                return _slot(sheet, below, number[0] + 1)
        return _slot(self.layout, loc, 0)

    def suggestion(self, name: str) -> str:
        """Return the names that were perhaps meant."""
        names = [slot.name for slot in self.slots()]
        titles = [slot.column.title for slot in self.slots()]
        return did_you_mean(name, [*names, *titles]) or f"可用的字段：{'、'.join(names)}"

    def lists(self) -> list[Sheet]:
        """Return the lists whose items can be given in a form."""
        return [s for s in all_sheets(self.layout) if s.path and not s.branches and not s.is_nested]

    def slots(self) -> Iterator[Slot]:
        """Yield every field, of lists those of the first item."""
        for column in self.layout.columns:
            yield Slot(self.layout, column)
        for sheet in self.lists():
            yield from (Slot(sheet, column, 1) for column in sheet.columns)

    def needed(self) -> list[Slot]:
        """Return the fields that must be answered, in the order to ask for them."""
        needed = []
        for slot in self.slots():
            is_needed = slot.sheet.is_required if slot.number else True
            if slot.column.is_required and is_needed and not self._has_items(slot):
                needed.append(slot)
        return needed

    def missing(self) -> list[Slot]:
        """Return the fields that must still be answered."""
        return [slot for slot in self.needed() if slot.name not in self.answers]

    def _has_items(self, slot: Slot) -> bool:
        """Tell whether a choice with one value is given by the items of a list instead."""
        return any(s.path == slot.column.path and self._numbers(s) for s in self.lists())

    def answer(self, slot: Slot, text: str) -> None:
        """Note an answer; further ones to a list of values are added."""
        earlier = self.answers.get(slot.name)
        self.answers[slot.name] = f"{earlier}\n{text}" if earlier and slot.column.is_list else text

    def data(self) -> dict[str, Tree]:
        """Return the record as it is answered so far."""
        rows = {self.layout.title: [self._row(self.layout, 0)]}
        for sheet in self.lists():
            rows[sheet.title] = [self._row(sheet, number) for number in self._numbers(sheet)]
        return assemble(self.layout, rows).data

    def _row(self, sheet: Sheet, number: int) -> Row:
        texts = (self.answers.get(Slot(sheet, column, number).name) for column in sheet.columns)
        return Row("", tuple(read(c, Cell(t)) for c, t in zip(sheet.columns, texts, strict=True)))

    def _numbers(self, sheet: Sheet) -> list[int]:
        """Return the numbers of the items of a list that are answered."""
        names = (_within(sheet, name) for name in self.answers)
        return sorted({number for number, below in names if number and below})


def _slot(sheet: Sheet, loc: Loc, number: int) -> Slot | None:
    columns = (c for c in sheet.columns if c.path == loc[: len(c.path)])
    return next((Slot(sheet, column, number) for column in columns), None)


def _within(sheet: Sheet, name: str) -> tuple[int, str]:
    """Return which item of a sheet a name means, and the column; no column if none of it."""
    if not sheet.path:
        return 0, name
    for heading in (".".join(map(str, sheet.path)), sheet.title):
        if name.startswith(f"{heading}."):
            first, _, rest = name.removeprefix(f"{heading}.").partition(".")
            return (
                (int(first), rest)
                if _NUMBER.fullmatch(first) and rest
                else (1, f"{first}.{rest}".strip("."))
            )
    return 0, ""


def _same(one: str, other: str) -> bool:
    return one.replace(".", "·") == other


def defaults(form: Form, catalogue: Catalogue, day: date) -> Mapping[str, str]:
    """Return answers that hold for most new records: today, and what the last one says."""
    known = {slot.name: slot for slot in form.slots()}
    found = {
        name: _TODAY[known[name].column.shape].format(day)
        for name in _TODAY_FIELDS
        if name in known
    }
    last = max(
        (e.record for e in catalogue.entries if e.kind is form.kind),
        key=lambda record: record.published_at,
        default=None,
    )
    found |= {name: str(getattr(last, name)) for name in _AS_BEFORE if last}
    found |= {"sample": "true"} if catalogue.site.sample else {}
    for slot in form.needed():
        if len(slot.column.options) == 1:
            found[slot.name] = slot.column.options[0]
    return found
