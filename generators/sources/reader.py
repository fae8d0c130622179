"""Read record files: an entry is the record that a source says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Generic, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from generators.diagnostics import Diagnostic
from generators.records import KINDS, Kind, Record
from generators.records.base import key_order
from generators.records.values import Attachment, Reference
from generators.records.walk import Leaf, leaves, raw_leaves
from generators.sources import layout, yaml_tree
from generators.sources.faults import findings_of
from generators.sources.files import Source
from generators.sources.text import UnreadableError, decode

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Entry:
    """A valid record with its kind, its id, the path of its page on the site, and its source.

    *others* are the (kind, id) it refers to, *windows* those of them with their `#fragment`,
    *attachments* what it offers, and *days* every day it names. They are asked for of all
    records at once, so they are looked for only once.
    """

    kind: Kind
    id: str
    path: str
    record: Record
    source: Source
    findings: tuple[Diagnostic, ...]
    others: tuple[tuple[str, str], ...]
    windows: tuple[tuple[str, str], ...]
    attachments: tuple[str, ...]
    days: tuple[date, ...]

    @classmethod
    def of(
        cls, kind: Kind, record: Record, source: Source, findings: tuple[Diagnostic, ...] = ()
    ) -> Entry:
        """Make an entry of a record, having walked through it once."""
        found = tuple(leaves(record))
        referring = [
            (mark.kind, str(leaf.value)) for leaf in found if (mark := leaf.mark(Reference))
        ]
        offering = (str(leaf.value) for leaf in found if leaf.mark(Attachment))
        others = ((name, written.partition("#")[0]) for name, written in referring)
        return cls(
            kind,
            source.id,
            f"{kind.name}/{source.id}/",
            record,
            source,
            findings,
            others=tuple(dict.fromkeys(others)),
            windows=tuple(pair for pair in referring if "#" in pair[1]),
            attachments=tuple(dict.fromkeys(offering)),
            days=tuple(sorted({_day_of(v) for leaf in found if isinstance(v := leaf.value, date)})),
        )

    def leaves(self) -> Iterator[Leaf]:
        """Yield every scalar of the record."""
        return leaves(self.record)


def _day_of(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


@dataclass(frozen=True, slots=True)
class Draft:
    """A record that is not valid yet: what it says so far, and its findings."""

    source: Source
    findings: tuple[Diagnostic, ...]
    marked: tuple[Leaf, ...] = ()

    def leaves(self) -> Iterator[Leaf]:
        """Yield the scalars that stand where the model expects them."""
        return iter(self.marked)


# The same bytes are read once: of ten thousand records an edit changes one.
@lru_cache(maxsize=1 << 17)
def read_entry(source: Source) -> Entry | Draft:
    """Read a record, or say everything that is wrong with it."""
    kind = KINDS[source.path.partition("/")[0]]
    reading = read_model(source, kind.model)
    if reading.value is None:
        return Draft(source, reading.findings, reading.marked)
    return Entry.of(kind, reading.value, source, reading.findings)


@dataclass(frozen=True, slots=True)
class Reading(Generic[M]):
    """What came of a file: a value, or none where a finding is an error."""

    value: M | None
    findings: tuple[Diagnostic, ...]
    marked: tuple[Leaf, ...] = ()


def read_model(source: Source, model: type[M], *, wrap: str | None = None) -> Reading[M]:
    """Read a file as *model*; with *wrap* the file's list is the value of that field."""
    findings: tuple[Diagnostic, ...] = ()
    try:
        text, findings = decode(source.path, source.data)
        root = yaml_tree.compose(source.path, text)
    except UnreadableError as error:
        return Reading(None, (*findings, *error.findings))
    if faults := tuple(yaml_tree.structure_faults(source.path, root)):
        return Reading(None, (*findings, *faults))
    findings += (
        *layout.trailing_spaces(source.path, text, root),
        *layout.key_order(source.path, text, root, _key_order(model)),
    )
    return _validated(source, model, root, findings, wrap)


def _key_order(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the order of a record's keys; other files have none."""
    return key_order(model) if issubclass(model, Record) else ()


def _validated(
    source: Source,
    model: type[M],
    root: yaml.Node,
    findings: tuple[Diagnostic, ...],
    wrap: str | None,
) -> Reading[M]:
    data = yaml_tree.plain(root)
    try:
        value = model.model_validate({wrap: data} if wrap else data)
    except ValidationError as error:
        faults = findings_of(source.path, root, model, error)
        return Reading(None, (*findings, *faults), tuple(raw_leaves(model, data)))
    if any(finding.is_error for finding in findings):
        return Reading(None, findings, tuple(raw_leaves(model, data)))
    return Reading(value, findings)
