"""What an editor may write in a record: its fields, and an example with their meaning beside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generators.outputs.scalar_schemas import Schema
from generators.sources import Entry

_KEY = re.compile(r"(\w+):")
_FROM_LIST = "从列表里选一个。"


@dataclass(frozen=True, slots=True)
class FieldGuide:
    """A field: how deep it stands in others, its key, its name, what to write."""

    depth: int
    key: str
    title: str
    is_required: bool
    says: str
    choices: tuple[str, ...] = ()


def field_guides(schema: Schema, *, depth: int = 0) -> Iterator[FieldGuide]:
    """Yield the fields of a schema in the order of a file, each before those inside it."""
    required = schema.get("required", ())
    for key, field in schema["properties"].items():
        choices = _choices(field)
        says = field.get("description", "").removeprefix("必填。")
        if choices:
            says = says.replace(_FROM_LIST, "可以写几个。" if "items" in field else "")
        yield FieldGuide(depth, key, field["title"], key in required, says, choices)
        for part in _parts(field):
            yield from field_guides(part, depth=depth + 1)


def _choices(field: Schema) -> tuple[str, ...]:
    """Return the words to choose from; of vocabularies and ids the description tells the place."""
    listed = field.get("items", field)
    is_fixed = f"{listed.get('errorMessage')}。" == _FROM_LIST
    return tuple(word for word in listed["enum"] if isinstance(word, str)) if is_fixed else ()


def _parts(field: Schema) -> Iterator[Schema]:
    """Yield what a field is made of, where it is no single value."""
    if "properties" in field:
        yield field
    for inner in (*field.get("anyOf", ()), field.get("items")):
        if inner:
            yield from _parts(inner)


def fullest(entries: Sequence[Entry]) -> Entry:
    """Return the record that shows most fields, the shortest of these."""
    return max(entries, key=lambda e: (_shown(e), -len(e.source.data), e.id))


def _shown(entry: Entry) -> int:
    return sum(bool(value) for value in vars(entry.record).values())


def annotated(entry: Entry, schema: Schema) -> Iterator[tuple[bool, str]]:
    """Yield the lines of a record's file, and before each field a comment, marked by True.

    All of it together is the same record still, to be copied and changed.
    """
    known = {guide.key: guide for guide in field_guides(schema) if not guide.depth}
    for line in entry.source.text.splitlines():
        key = _KEY.match(line)
        if key and (guide := known.get(key[1])):
            yield True, f"# {_heading(guide)}\n"
        if not line.startswith("#"):
            yield False, f"{line}\n"


def _heading(guide: FieldGuide) -> str:
    need = "，必填" if guide.is_required else ""
    choices = f"可选：{'、'.join(guide.choices)}" if guide.choices else ""
    says = f"{guide.says}{choices}".removesuffix("。")
    return f"{guide.title}{need}{'：' if says else ''}{says}"
