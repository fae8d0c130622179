"""How small the type of a printed notice must be to fit one sheet, where no script measures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from generators.outputs.guides import Guide
from generators.outputs.templates import first_sentence
from generators.records.procedures import Material, Procedure


@dataclass(frozen=True, slots=True)
class Size:
    """A size of overrides/assets/notice/notice.css: lines a sheet, Han characters a line."""

    lines: int
    width: int
    short: bool = False  # only first sentences
    bare: bool = False  # and no notes on materials


SIZES = (
    Size(44, 37),
    Size(48, 41),
    Size(54, 46),
    Size(59, 49),
    Size(63, 52),
    Size(59, 49, short=True),
    Size(69, 55, short=True, bare=True),
    Size(81, 63, short=True, bare=True),
)
# Head, foot, and the space between fifteen rows, in lines.
_FIXED = 17
# Of a line, what the names and the notes in the table of materials take, with notes and without.
_COLUMNS = {False: (0.3, 0.52), True: (0.5, 0.3)}
# The space between two rows of it, in lines.
_BETWEEN = 0.2
# What is written around a name, an address or a number.
_AROUND = "（周一至周五 9:00—12:00，13:00—17:00）"


def fit(record: Procedure, view: Guide) -> int:
    """Return the number of the largest size that is safe, or else of the last."""
    fitting = (n for n, size in enumerate(SIZES) if lines(record, view, size) <= size.lines)
    return next(fitting, len(SIZES) - 1)


def lines(record: Procedure, view: Guide, size: Size) -> int:
    """Return how many lines the notice takes at a size, rather too many than too few."""
    asked = view.required + view.optional
    rows = sum(_row(material, size) for material in asked) + ceil(len(asked) * _BETWEEN)
    return _FIXED + rows + sum(_height(text, size.width) for text in _texts(record, view, size))


def _texts(record: Procedure, view: Guide, size: Size) -> Iterator[str]:
    """Yield what stands on lines of its own."""
    yield from (_words(text, size) for text in (record.offers, *record.conditions))
    yield "、".join(record.audiences)
    yield from (f"{m.name}：{_note(m, size)}" for m in view.spared)
    yield _AROUND + "".join(f"{e.name}{e.limit or ''}" for e in record.time_limit.excluded)
    yield "".join(f"1. {step.name}（{step.limit or ''}） → " for step in record.steps)
    yield f"{record.places.online or ''}"
    yield f"{record.places.by_post or ''}"
    yield from {f"{desk.hours}" for desk in view.desks}
    yield from (f"{desk.name}，{desk.address}，{desk.phone}" for desk in view.desks)
    yield f"{record.visits.reason or ''}{_AROUND}"
    yield f"{record.result.name}{record.result.delivery}{record.fee.standard}{record.fee.basis}"
    yield "；".join(f"{item.value}（{item.note or ''}）" for item in record.consultation)
    yield from (f"{item.value}{_AROUND}" for item in view.complaints)
    yield "；".join(f"《{e.record.title}》{clause}{_AROUND}" for e, clause in view.bases)


def _row(material: Material, size: Size) -> int:
    asked = f"{material.necessity}，原件1份，{material.form}{_note(material, size)}"
    name, note = _COLUMNS[size.bare]
    return max(_height(material.name, size.width * name), _height(asked, size.width * note))


def _note(material: Material, size: Size) -> str:
    return "" if size.bare else _words(material.note or "", size)


def _words(text: str, size: Size) -> str:
    return first_sentence(text)[0] if size.short else text


def _height(text: str, width: float) -> int:
    """Return how many lines a text takes; two Latin letters are as wide as a Han character."""
    return ceil(sum(1 if ord(letter) > 0x2000 else 0.6 for letter in text) / width)
