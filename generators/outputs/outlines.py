"""What the page of a policy says beside the record's own fields."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generators.catalogue import Catalogue
from generators.outputs.relations import Group, by_kind, lineage, successors
from generators.records.policies import Benefit, Policy
from generators.sources import Entry

# As many as stay large on a phone.
_AMOUNTS = 3
_AUDIENCES = 5
# A clause after the last stop, as in 正常经营满1年。（第四条第（二）项）
_CLAUSE = re.compile(r"（((?:第[^第。；]{1,12}?(?:条|款|项|章|节|部分)){1,4})）。?$")
# Kinds that have a place of their own on the page.
_PLACED = ("procedures", "articles")


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold, and the clause of the document that asks for it, where one is written."""

    text: str
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """A policy in the line of those that replaced one another."""

    entry: Entry
    amounts: tuple[Benefit, ...]
    is_here: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """A policy with everything that it refers to, and is referred to by, looked up."""

    audiences: str
    all_audiences: tuple[str, ...]  # where they are more than are named above
    amounts: tuple[Benefit, ...]
    conditions: tuple[Condition, ...]
    newer: tuple[Entry, ...]
    procedures: tuple[Entry, ...]
    readings: tuple[Entry, ...]
    questions: tuple[Entry, ...]
    history: tuple[Stage, ...]
    based_on: tuple[Entry, ...]
    related: tuple[Group, ...]


def outline(catalogue: Catalogue, entry: Entry, policy: Policy) -> Outline:
    """Gather what the page of a policy shows."""
    line = lineage(catalogue, entry)
    others = (e for e in catalogue.related(entry) if e.kind.name not in _PLACED and e not in line)
    return Outline(
        audiences=audiences_in_short(policy.audiences),
        all_audiences=policy.audiences if len(policy.audiences) > _AUDIENCES else (),
        amounts=_amounts(policy)[:_AMOUNTS],
        conditions=tuple(map(condition, policy.conditions)),
        newer=successors(catalogue, entry),
        procedures=_both_ends(catalogue, entry, "procedures", policy.procedures),
        readings=_both_ends(catalogue, entry, "articles", policy.interpretations),
        questions=_found(catalogue, "faqs", policy.faqs),
        history=tuple(_stage(e, entry) for e in line) if len(line) > 1 else (),
        based_on=_found(catalogue, "policies", policy.based_on),
        related=by_kind(others),
    )


def condition(text: str) -> Condition:
    """Take the clause off the end of a condition."""
    found = _CLAUSE.search(text)
    return Condition(text[: found.start()], found[1]) if found else Condition(text)


def audiences_in_short(audiences: tuple[str, ...]) -> str:
    """Write who may apply, the first few where there are many."""
    if not audiences:
        return "不限人群"
    shown = "、".join(audiences[:_AUDIENCES])
    return shown if len(audiences) <= _AUDIENCES else f"{shown}等{len(audiences)}类"


def _amounts(policy: Policy) -> tuple[Benefit, ...]:
    return tuple(b for b in policy.benefits if b.amount_max is not None)


def _stage(entry: Entry, here: Entry) -> Stage:
    amounts = _amounts(entry.record) if isinstance(entry.record, Policy) else ()
    return Stage(entry, amounts, entry is here)


def _found(catalogue: Catalogue, kind: str, names: tuple[str, ...]) -> tuple[Entry, ...]:
    return tuple(entry for name in names if (entry := catalogue.find(kind, name)))


def _both_ends(
    catalogue: Catalogue, entry: Entry, kind: str, names: tuple[str, ...]
) -> tuple[Entry, ...]:
    """Return the records of a kind that a policy names, then those that name it."""
    found = _found(catalogue, kind, names)
    return (*found, *(e for e in catalogue.referrers(entry, kind) if e not in found))
