"""The clauses as data: LD/T 2001—2023 chapters 4 to 7, and the items of 国办秘函〔2019〕19号."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence that is judged: *text* word by word, *lead* the words before a list.

    *judges* names what must all pass; *looks_at* says it in plain Chinese.
    """

    number: str
    strength: str
    text: str
    judges: tuple[str, ...]
    looks_at: str
    lead: str = ""

    @property
    def anchor(self) -> str:
        """Return the id of the clause on its page."""
        return "c-" + self.number.replace("自查", "site-").replace(" ", "-").replace(")", "")


@dataclass(frozen=True, slots=True)
class Section:
    """Clauses under a heading."""

    title: str
    clauses: tuple[Clause, ...]


def standard() -> tuple[Section, ...]:
    """Return the clauses of LD/T 2001—2023, chapters 4 to 7."""
    return _read("ldt2001.yml")


def site_inspection() -> tuple[Section, ...]:
    """Return the items of 国办秘函〔2019〕19号 that a static site can check of itself."""
    return _read("gov_sites_2019.yml")


@cache
def _read(name: str) -> tuple[Section, ...]:
    rows = yaml.safe_load((files(__package__) / name).read_text("utf-8"))
    return tuple(
        Section(
            row["title"],
            tuple(Clause(**clause | {"judges": (*clause["judges"],)}) for clause in row["clauses"]),
        )
        for row in rows
    )
