"""Read record files: a source is bytes at a path, an entry is the record it says."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from hashlib import blake2b
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType
from typing import Generic, NamedTuple, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from generators.diagnostics import Diagnostic, Severity, Span
from generators.records import KINDS, Kind, Record
from generators.records.base import key_order
from generators.records.values import Attachment, Reference
from generators.records.walk import Leaf, Loc, leaves, raw_leaves
from generators.sources import layout, yaml_tree
from generators.sources.faults import findings_of
from generators.sources.text import MAX_BYTES, UnreadableError, decode

M = TypeVar("M", bound=BaseModel)
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SUFFIX = ".yml"
_DIGEST = 16  # bytes
_RESERVED_ID = re.compile(r"page-\d+|compare")
_FILE_NAME = re.compile(rf"(?!({_RESERVED_ID.pattern})\.){_ID.pattern}{re.escape(_SUFFIX)}")

Stats = Mapping[str, os.stat_result]
"""How the disk described files, by their whole paths."""
UNSEEN: Stats = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Source:
    """A file of `content/`: its path there, with forward slashes, its bytes, a digest of both."""

    path: str
    data: bytes
    digest: bytes = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Take the digest, which is asked for again and again."""
        told = blake2b(self.path.encode(), digest_size=_DIGEST)
        told.update(b"\0" + self.data)
        object.__setattr__(self, "digest", told.digest())

    @property
    def id(self) -> str:
        """Return the id the file name gives."""
        return _stem(self.path.rpartition("/")[2])

    @property
    def text(self) -> str:
        """Return the text; undecodable bytes are shown as �."""
        try:
            return decode(self.path, self.data)[0]
        except UnreadableError:
            return self.data.decode(errors="replace")

    def line(self, number: int) -> str | None:
        """Return a line of the text, counted from 1."""
        lines = self.text.splitlines()
        return lines[number - 1] if 0 < number <= len(lines) else None

    def locate(self, loc: Loc) -> Span:
        """Return where *loc* stands in a source that was read without faults."""
        return yaml_tree.locate(self.path, self._root(), loc)

    def locate_part(self, loc: Loc, part: str) -> Span:
        """Return where *part* of the text at *loc* stands, or the text where it is divided."""
        node, text = yaml_tree.node_at(self._root(), loc), self.text
        start = text.find(part, node.start_mark.index, node.end_mark.index)
        if start < 0:
            return yaml_tree.span_of(self.path, node)
        return Span.within(self.path, text, start, start + len(part))

    def _root(self) -> yaml.Node:
        return yaml_tree.compose(self.path, self.text)


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


class Found(NamedTuple):
    """A record file: its path below the content, where it is, and how the disk describes it."""

    path: str
    file: str
    stat: os.stat_result

    @property
    def id(self) -> str:
        """Return the id the file name gives."""
        return _stem(self.path.rpartition("/")[2])

    def read(self) -> Source:
        """Read the file, but no more of it than shows that it is too large."""
        with Path(self.file).open("rb") as stream:
            return Source(self.path, stream.read(MAX_BYTES + 1))


def find_sources(content: Path, *, stats: Stats = UNSEEN) -> tuple[list[Found], list[Diagnostic]]:
    """Find all record files, sorted by path; stray files and bad names are findings.

    Files of which there are *stats* are not looked at again.
    """
    found: list[Found] = []
    findings: list[Diagnostic] = []
    for kind in KINDS:
        for file in _files(content / kind):
            path = f"{kind}/{file.name}"
            if file.is_file() and _FILE_NAME.fullmatch(file.name):
                found.append(Found(path, file.path, stats.get(file.path) or file.stat()))
            else:
                findings.append(_name_fault(path, file))
    return found, findings


def _files(folder: Path) -> list[os.DirEntry[str]]:
    if not folder.is_dir():
        return []
    with os.scandir(folder) as files:
        return sorted(files, key=attrgetter("name"))


def read_sources(content: Path) -> tuple[list[Source], list[Diagnostic]]:
    """Read all record files, sorted by path; stray files and bad names are findings."""
    found, findings = find_sources(content)
    return [one.read() for one in found], findings


def _name_fault(path: str, entry: os.DirEntry[str]) -> Diagnostic:
    name = entry.name
    if not entry.is_file() or not name.endswith(_SUFFIX):
        return Diagnostic(
            "stray-file",
            f"“{name}”不是记录文件，不会发布",
            Span(path),
            Severity.WARNING,
            hint="记录文件以 .yml 结尾，附件放在 attachments/ 目录",
        )
    hint = _name_hint(_stem(name))
    return Diagnostic("bad-id", f"文件名“{name}”不能用作网址", Span(path), hint=hint)


def _stem(name: str) -> str:
    """Return the name of a file without its suffix; a `Path` for each would take longer."""
    return name.removesuffix(_SUFFIX)


def _name_hint(stem: str) -> str:
    if _RESERVED_ID.fullmatch(stem):
        return "page-1、compare 这样的名字留给网站自己的页面，换一个名字"
    lowered = stem.lower().replace("_", "-").replace(" ", "-")
    if _ID.fullmatch(lowered):
        return f"改成 {lowered}.yml"
    return "文件名只用小写字母、数字和连字符，例如 startup-loan-2023.yml"


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
