"""Ask for the fields of a form at a terminal: one after the other, each answer judged at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generators.editing.choices import choices
from generators.editing.forms import Form, Slot
from generators.editing.plans import Shape
from generators.outputs.known_values import Known
from generators.records.walk import Loc

_SHOWN = 20  # choices on the screen at once
_IMPORTANT = ("audiences", "topics")  # not needed, but records are found by them
_YES = ("y", "yes", "是", "好", "对")

Faults = Callable[[Form, Slot], list[str]]
"""What is wrong with the answer to a field, in sentences."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where questions are asked and answered."""

    ask: Callable[[str], str]
    say: Callable[[str], None]

    def agrees(self, question: str) -> bool:
        """Ask a question that is answered with yes or no; no is the answer to nothing."""
        return self.ask(f"{question}（y/N）").strip().lower() in _YES


@dataclass(frozen=True, slots=True)
class Interview:
    """A form, what may be chosen, and who answers."""

    form: Form
    known: Known
    terminal: Terminal
    faults: Faults

    def fill(self, offered: Mapping[str, str]) -> None:
        """Ask for everything that is needed; *offered* is what Enter answers.

        What is offered for a day is today, which nobody needs to be asked.
        """
        days = {s.name for s in self.form.slots() if s.column.shape in (Shape.DAY, Shape.MOMENT)}
        for name in days & offered.keys():
            self.form.answers.setdefault(name, offered[name])
        wanted = {slot.name for slot in self.form.missing()} | {*_IMPORTANT}
        for slot in self.form.slots():
            if not slot.number and slot.name in wanted - self.form.answers.keys():
                self.put(slot, offered.get(slot.name, ""))
        for sheet in self.form.lists():
            if sheet.is_required and any(s.sheet is sheet for s in self.form.missing()):
                self._items([s for s in self.form.slots() if s.sheet is sheet])
        for name, text in offered.items():
            self.form.answers.setdefault(name, text)
        self.offer()

    def mend(self, places: Iterable[Loc]) -> None:
        """Ask again for what is wrong, then offer what may be missing."""
        found = (self.form.slot_at(place) for place in places)
        for slot in {slot.name: slot for slot in found if slot}.values():
            self.form.answers.pop(slot.name, None)
            self.put(slot, "")
        self.offer()

    def offer(self) -> None:
        """Let the editor pick further parts, until none is picked."""
        while parts := self._left():
            names = "  ".join(f"{number} {title}" for number, title in enumerate(parts, start=1))
            self.terminal.say(f"还可以写（也可以以后在文件里补）：\n  {names}")
            picked = self.terminal.ask("  填号码，回车结束 > ").strip()
            if not picked:
                return
            if picked.isdecimal() and 0 < int(picked) <= len(parts):
                self._part(list(parts.values())[int(picked) - 1])

    def _left(self) -> dict[str, list[Slot]]:
        """Return the parts of the record that nothing is answered of, by their titles."""
        parts: dict[str, list[Slot]] = {}
        for slot in self.form.slots():
            title = slot.sheet.title if slot.number else slot.column.title
            parts.setdefault(title.partition("·")[0], []).append(slot)
        answered = {name.partition(".")[0] for name in self.form.answers}
        return {t: s for t, s in parts.items() if s[0].name.partition(".")[0] not in answered}

    def _part(self, slots: list[Slot]) -> None:
        for slot in slots:
            if not slot.number:
                self.put(slot, "")
        for sheet in {slot.sheet.title: slot.sheet for slot in slots if slot.number}.values():
            self._items([slot for slot in slots if slot.sheet is sheet])

    def _items(self, slots: list[Slot]) -> None:
        """Ask for the items of a list, at least one."""
        self.terminal.say(f"{slots[0].sheet.title}：{slots[0].sheet.says}")
        number = 1
        while True:
            for slot in slots:
                self.put(Slot(slot.sheet, slot.column, number), "")
            if not self.terminal.agrees(f"{slots[0].sheet.title}还有一项吗？"):
                return
            number += 1

    def put(self, slot: Slot, offered: str) -> None:
        """Ask for one field until the answer is good, or none is needed."""
        self.terminal.say(self._heading(slot))
        while True:
            text = self._answer(slot, offered)
            if text:
                self.form.answers[slot.name] = text
            elif text is None:
                continue
            elif slot.column.is_required:
                self.terminal.say("  这一项必填。")
                continue
            faults = self.faults(self.form, slot) if text else []
            if not faults:
                return
            del self.form.answers[slot.name]
            self.terminal.say("\n".join(f"  {fault}" for fault in faults))

    def _heading(self, slot: Slot) -> str:
        known = choices(slot.column, self.known)
        if not 1 < len(known) <= _SHOWN:
            return f"{slot.title}：{slot.column.says}".rstrip("：")
        says = slot.column.says.partition("可用的值")[0]
        numbered = "  ".join(f"{number} {value}" for number, value in enumerate(known, start=1))
        return f"{slot.title}：{says}\n  {numbered}"

    def _answer(self, slot: Slot, offered: str) -> str | None:
        """Return an answer, nothing where none is given, or None where it was not understood."""
        if slot.column.is_list:
            return self._several(slot)
        text = self.terminal.ask(f"  [{offered}] > " if offered else "  > ").strip() or offered
        return self._chosen(slot, text) if text else ""

    def _several(self, slot: Slot) -> str:
        """Ask for the values of a list; an empty answer ends it."""
        values: list[str] = []
        while text := self.terminal.ask("  （一项一行，回车结束）> ").strip():
            if chosen := self._chosen(slot, text):
                values.append(chosen)
        return "\n".join(values)

    def _chosen(self, slot: Slot, text: str) -> str | None:
        """Return the value that is meant by its number or a part of it; None if unclear."""
        known = choices(slot.column, self.known)
        if not known or text in known:
            return text
        if text.isdecimal() and 0 < int(text) <= len(known) <= _SHOWN:
            return list(known)[int(text) - 1]
        near = [value for value, says in known.items() if text in value or text in says]
        if len(near) == 1:
            self.terminal.say(f"  选了：{near[0]}  {known[near[0]]}".rstrip())
            return near[0]
        shown = [f"    {value}  {known[value]}".rstrip() for value in (near or known)][:_SHOWN]
        says = "相近的有：" if near else "没有这个值，可用的有："
        self.terminal.say("\n".join([f"  {says}", *shown]))
        return None
