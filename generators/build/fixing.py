"""Mend in the editors' own files what has one safe answer; leave every other byte alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from generators.build.checking import VOCABULARIES
from generators.diagnostics import Diagnostic, Edit
from generators.records import KINDS
from generators.records.holidays import Holidays
from generators.records.links import Links
from generators.records.site import Site, Vocabulary
from generators.records.statements import Statements
from generators.records.synonyms import Synonyms
from generators.sources import Source, read_model, read_sources
from generators.sources.text import UnreadableError, to_utf8

# A repair may uncover the next fault; more rounds than this would be a fault of ours.
_ROUNDS = 6


@dataclass(frozen=True, slots=True)
class Mended:
    """A file that was mended: its path below the content, and the faults that are gone."""

    path: str
    faults: tuple[Diagnostic, ...]
    data: bytes


def mend(content: Path) -> list[Mended]:
    """Mend all files below *content* on the disk and return what changed, by path."""
    mended = [m for source, model, wrap in _files(content) if (m := _mended(source, model, wrap))]
    for change in mended:
        (content / change.path).write_bytes(change.data)
    return mended


def _files(content: Path) -> Iterator[tuple[Source, type[BaseModel], str | None]]:
    sources, _ = read_sources(content)
    for source in sources:
        yield source, KINDS[source.path.partition("/")[0]].model, None
    for name in VOCABULARIES:
        yield from _file(content, f"vocabularies/{name}.yml", Vocabulary, "terms")
    yield from _file(content, "site.yml", Site, None)
    yield from _file(content, "statements.yml", Statements, None)
    yield from _file(content, "synonyms.yml", Synonyms, None)
    yield from _file(content, "links.yml", Links, None)
    for file in sorted((content / "holidays").glob("*.yml")):
        yield from _file(content, f"holidays/{file.name}", Holidays, None)


def _file(
    content: Path, path: str, model: type[BaseModel], wrap: str | None
) -> Iterator[tuple[Source, type[BaseModel], str | None]]:
    if (content / path).is_file():
        yield Source(path, (content / path).read_bytes()), model, wrap


def _mended(source: Source, model: type[BaseModel], wrap: str | None) -> Mended | None:
    faults: list[Diagnostic] = []
    try:
        data = to_utf8(source.path, source.data)
    except UnreadableError:
        return None
    if data != source.data:
        faults += [f for f in read_model(source, model, wrap=wrap).findings if f.code == "encoding"]
    for _ in range(_ROUNDS):
        found = read_model(Source(source.path, data), model, wrap=wrap).findings
        fixable = [finding for finding in found if finding.fix]
        if not fixable:
            break
        data, done = apply(data.decode(), fixable)
        faults += done
    return Mended(source.path, tuple(faults), data) if data != source.data else None


def apply(text: str, findings: Sequence[Diagnostic]) -> tuple[bytes, list[Diagnostic]]:
    """Apply the fixes that do not overlap, the last first; return the text and what was done.

    The order of keys is left to a later round, because it moves everything else.
    """
    small = [finding for finding in findings if finding.code != "key-order"]
    done: list[Diagnostic] = []
    edits: list[Edit] = []
    for finding in small or findings:
        if not any(_overlap(one, other) for one in finding.fix for other in edits):
            edits += finding.fix
            done.append(finding)
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text.encode(), done


def _overlap(one: Edit, other: Edit) -> bool:
    return one.start < other.end and other.start < one.end
