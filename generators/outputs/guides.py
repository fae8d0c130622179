"""What the page and the printed notice of a procedure say beside the record's own fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from generators.catalogue import Catalogue
from generators.outputs.opening_hours import hours_in_words
from generators.outputs.relations import Group, by_kind
from generators.records.institutions import Institution
from generators.records.parts import Channel
from generators.records.procedures import Material, Procedure
from generators.records.site import ComplaintChannel, Site
from generators.sources import Entry

_FORMATS = {".doc": "Word", ".docx": "Word", ".xls": "Excel", ".xlsx": "Excel"}


@dataclass(frozen=True, slots=True)
class Desk:
    """A window that takes applications: where it is, when it is open, whom to call."""

    office: Entry
    window: str
    room: str
    street: str
    hours: tuple[str, ...]
    phone: str

    @property
    def counter(self) -> str:
        """Return the window's name where it is not that of its office already."""
        return "" if self.office.record.title.endswith(self.window) else self.window

    @property
    def name(self) -> str:
        """Return the office and the window."""
        return f"{self.office.record.title} {self.counter}".rstrip()

    @property
    def address(self) -> str:
        """Return the street and the room."""
        return f"{self.street} {self.room}".rstrip()


@dataclass(frozen=True, slots=True)
class Form:
    """A file to download: of which material, what it is, in which format."""

    material: str
    what: str
    file: str
    format: str


@dataclass(frozen=True, slots=True)
class Guide:
    """A procedure with everything that it refers to looked up."""

    required: tuple[Material, ...]
    optional: tuple[Material, ...]
    spared: tuple[Material, ...]
    desks: tuple[Desk, ...]
    forms: tuple[Form, ...]
    bases: tuple[tuple[Entry, str], ...]
    complaints: tuple[Channel | ComplaintChannel, ...]
    phones: tuple[str, ...]
    questions: tuple[Entry, ...]
    related: tuple[Group, ...]


def guide(catalogue: Catalogue, entry: Entry, procedure: Procedure) -> Guide:
    """Gather what a procedure's pages show."""
    required, optional, spared = sorted_materials(procedure.materials)
    return Guide(
        required,
        optional,
        spared,
        desks=tuple(d for w in procedure.places.windows if (d := _desk(catalogue, w))),
        forms=tuple(form for material in procedure.materials for form in _forms(material)),
        bases=tuple(
            (policy, basis.clause or "")
            for basis in procedure.bases
            if (policy := catalogue.find("policies", basis.policy))
        ),
        complaints=_complaints(catalogue.site, procedure),
        phones=tuple(c.value for c in procedure.consultation if c.kind == "电话"),
        questions=tuple(q for name in procedure.faqs if (q := catalogue.find("faqs", name))),
        related=by_kind(catalogue.related(entry)),
    )


def sorted_materials(
    materials: Sequence[Material],
) -> tuple[tuple[Material, ...], tuple[Material, ...], tuple[Material, ...]]:
    """Return what must be handed in, what only some need, and what nobody need bring."""
    optional = tuple(m for m in materials if m.necessity == "非必要")
    spared = tuple(m for m in materials if m.necessity == "免提交")
    return tuple(m for m in materials if m not in optional + spared), optional, spared


def _desk(catalogue: Catalogue, reference: str) -> Desk | None:
    """Return the window of an institution; the phone is its own or else the first one."""
    entry = catalogue.find("institutions", reference)
    if entry is None or not isinstance(office := entry.record, Institution):
        return None
    window = reference.partition("#")[2]
    rooms = (w.room or "" for w in office.windows if w.name == window)
    own = (line.number for line in office.phones if line.name == window)
    return Desk(
        entry,
        window,
        room=next(rooms, ""),
        street=office.address.street,
        hours=tuple(hours_in_words(office.hours)),
        phone=next(own, office.phones[0].number),
    )


def _forms(material: Material) -> list[Form]:
    files = {"空白表": material.blank_form, "填写样例": material.filled_sample}
    return [Form(material.name, what, file, _format(file)) for what, file in files.items() if file]


def _format(file: str) -> str:
    suffix = PurePosixPath(file).suffix.lower()
    return _FORMATS.get(suffix, suffix[1:].upper())


def _complaints(site: Site, procedure: Procedure) -> tuple[Channel | ComplaintChannel, ...]:
    own = procedure.complaints
    return site.complaints.channels if isinstance(own, str) else own
