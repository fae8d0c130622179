"""Read record files: a source is bytes at a path, an entry is the record it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from generators.diagnostics import Diagnostic, Severity, Span
from generators.records import KINDS, Kind, Record
from generators.records.walk import Leaf, Loc, leaves, raw_leaves
from generators.sources import yaml_tree
from generators.sources.faults import findings_of

M = TypeVar("M", bound=BaseModel)
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_RESERVED_ID = re.compile(r"page-\d+")


@dataclass(frozen=True, slots=True)
class Source:
    """A file of `content/`: its path there, with forward slashes, and its bytes."""

    path: str
    data: bytes

    @property
    def id(self) -> str:
        """Return the id the file name gives."""
        return Path(self.path).stem

    def line(self, number: int) -> str | None:
        """Return a line of the text, counted from 1; undecodable bytes are shown as �."""
        lines = self.data.decode("utf-8-sig", errors="replace").splitlines()
        return lines[number - 1] if 0 < number <= len(lines) else None

    def locate(self, loc: Loc) -> Span:
        """Return where *loc* stands in a source that was read without faults."""
        root = yaml_tree.compose(self.path, yaml_tree.decode(self.path, self.data))
        return yaml_tree.locate(self.path, root, loc)


@dataclass(frozen=True, slots=True)
class Entry:
    """A valid record with its kind, id and source."""

    kind: Kind
    id: str
    record: Record
    source: Source

    @property
    def path(self) -> str:
        """Return the page's path on the site."""
        return f"{self.kind.name}/{self.id}/"

    def leaves(self) -> Iterator[Leaf]:
        """Yield every scalar of the record."""
        return leaves(self.record)


@dataclass(frozen=True, slots=True)
class Draft:
    """A record that is not valid yet: what it says so far, and its findings."""

    source: Source
    findings: tuple[Diagnostic, ...]
    marked: tuple[Leaf, ...] = ()

    def leaves(self) -> Iterator[Leaf]:
        """Yield the scalars that stand where the model expects them."""
        return iter(self.marked)


def read_sources(content: Path) -> tuple[list[Source], list[Diagnostic]]:
    """Read all record files, sorted by path; stray files and bad names are findings."""
    sources: list[Source] = []
    findings: list[Diagnostic] = []
    for kind in KINDS:
        for file in sorted((content / kind).glob("*")):
            path = f"{kind}/{file.name}"
            if finding := _name_fault(path, file):
                findings.append(finding)
            else:
                sources.append(Source(path, _bytes_of(file)))
    return sources, findings


def _bytes_of(file: Path) -> bytes:
    """Read a file, but no more of it than shows that it is too large."""
    with file.open("rb") as stream:
        return stream.read(yaml_tree.MAX_BYTES + 1)


def _name_fault(path: str, file: Path) -> Diagnostic | None:
    if file.is_dir() or file.suffix != ".yml":
        return Diagnostic(
            "stray-file",
            f"“{file.name}”不是记录文件，不会发布",
            Span(path),
            Severity.WARNING,
            hint="记录文件以 .yml 结尾，附件放在 attachments/ 目录",
        )
    if not _ID.fullmatch(file.stem) or _RESERVED_ID.fullmatch(file.stem):
        return Diagnostic(
            "bad-id",
            f"文件名“{file.name}”不能用作网址",
            Span(path),
            hint="文件名只用小写字母、数字和连字符，例如 startup-loan-2023.yml",
        )
    return None


def read_entry(source: Source) -> Entry | Draft:
    """Read a record, or say everything that is wrong with it."""
    kind = KINDS[source.path.partition("/")[0]]
    result = read_model(source, kind.model)
    return result if isinstance(result, Draft) else Entry(kind, source.id, result, source)


def read_model(source: Source, model: type[M], *, wrap: str | None = None) -> M | Draft:
    """Read a file as *model*; with *wrap* the file's list is the value of that field."""
    try:
        root = yaml_tree.compose(source.path, yaml_tree.decode(source.path, source.data))
    except yaml_tree.UnreadableError as fault:
        return Draft(source, (fault.diagnostic,))
    if faults := tuple(yaml_tree.structure_faults(source.path, root)):
        return Draft(source, faults)
    value = yaml_tree.plain(root)
    try:
        return model.model_validate({wrap: value} if wrap else value)
    except ValidationError as error:
        findings = tuple(findings_of(source.path, root, model, error))
        return Draft(source, findings, tuple(raw_leaves(model, value)))
