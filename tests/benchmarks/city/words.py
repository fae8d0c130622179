"""The words and sentences of a made-up city, with those of the project's own records."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
_SENTENCE = re.compile(r"[^。！？；\n|]+")
_MARKS = re.compile(r"\*\*|^[\s#>\-\d.]+")
_UNUSED = re.compile(r"https?:|[\[\]<>`]|\d{3,4}-\d{7}")
_LISTS = {"conditions", "outline", "services", "risks"}
_PROSE = {"highlights", "body", "answer", "details", "overview", "market", "experience", "rent"}
_PROSE |= {"site", "staff", "results", "review", "note", "follow_up", "guarantee", "exit_support"}
# What varies from record to record becomes a slot for a word of the same sort.
_VARYING = {
    r"示范区|样例区|范本县": "<district>",
    r"新河街道|东门街道|城关镇|样板镇": "<town>",
    r"20[12]\d年": "<year>年",
    r"\d+万元": "<wan>万元",
    r"\d{4,5}元": "<yuan>元",
    r"\d{2,3}(?=人|家|户|名|位)": "<count>",
    r"(?<![\d.])\d(?=人|家|户|名|位|次|条)": "<few>",
}


@dataclass(frozen=True, slots=True)
class Theme:
    """A matter that records are about, its names and what is said about it."""

    slug: str
    words: tuple[str, ...]
    topics: tuple[str, ...]
    audiences: tuple[str, ...]
    area: str
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class City:
    """All words by sort, the themes, and sentences by role; `<…>` is a slot for a word."""

    words: Mapping[str, tuple[str, ...]]
    themes: tuple[Theme, ...]
    titles: Mapping[str, tuple[str, ...]]
    says: Mapping[str, tuple[str, ...]]
    of_topic: Mapping[str, tuple[str, ...]]


def read_city(content: Path) -> City:
    """Return the made-up city, which also says what the records below *content* say."""
    phrases = _read(HERE / "phrases.yml")
    own = _own_sentences(content)
    says = {role: (*said, *own.pop(role, ())) for role, said in phrases["says"].items()}
    return City(
        words={sort: tuple(words) for sort, words in _read(HERE / "words.yml").items()},
        themes=tuple(_theme(said) for said in _read(HERE / "themes.yml")),
        titles={kind: tuple(titles) for kind, titles in phrases["titles"].items()},
        says=says,
        of_topic={topic: tuple(said) for topic, said in own.items()},
    )


def _read(file: Path) -> Any:
    return yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)


def _theme(said: dict[str, Any]) -> Theme:
    lists = {key: tuple(value) for key, value in said.items() if isinstance(value, list)}
    return Theme(slug=said["slug"], area=said["area"], **lists)


def _own_sentences(content: Path) -> dict[str, dict[str, None]]:
    """Return the sentences of the project's records, by role or else by topic, each once."""
    own: dict[str, dict[str, None]] = defaultdict(dict)
    for file in sorted(content.glob("*/*.yml")):
        record = _read(file)
        if not isinstance(record, dict) or "topics" not in record:
            continue
        for field, text in _texts(record, ""):
            for key in (field,) if field in _LISTS else record["topics"]:
                own[key].update(dict.fromkeys(_templates(text)))
    return own


def _texts(value: object, field: str) -> Iterator[tuple[str, str]]:
    """Yield every prose text below a value with the name of its field."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, field)
    elif isinstance(value, str) and field in _LISTS | _PROSE:
        yield field, value


def _templates(text: str) -> Iterator[str]:
    for sentence in _SENTENCE.findall(text):
        plain = _MARKS.sub("", sentence.strip()).strip()
        if 8 <= len(plain) <= 90 and not _UNUSED.search(plain):
            for varying, slot in _VARYING.items():
                plain = re.sub(varying, slot, plain)
            yield plain
