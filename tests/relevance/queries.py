"""The queries people ask and what would help them, read from queries.yml and held_out.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

_FOLDER = Path(__file__).parent

WAYS = (
    "exact-title",
    "words",
    "synonym",
    "alias",
    "pinyin",
    "initials",
    "homophone",
    "slip",
    "question",
    "traditional",
    "document-number",
    "mixed",
    "single",
    "place-or-phone",
)


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody types, the way they ask, and the grade of every page that helps."""

    text: str
    way: str
    grades: Mapping[str, int]


def load() -> list[Query]:
    """Return the queries the search may be tuned on, in the order of the file."""
    return _read("queries.yml")


def held_out() -> list[Query]:
    """Return the queries nothing may be tuned on, in the order of the file."""
    return _read("held_out.yml")


def _read(name: str) -> list[Query]:
    listed = yaml.safe_load((_FOLDER / name).read_text("utf-8"))
    return [Query(entry["query"], entry["way"], entry["answers"]) for entry in listed]
