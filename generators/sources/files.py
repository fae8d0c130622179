"""The files of the content: where they are, what the disk says of them, and their bytes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import yaml

from generators.diagnostics import Diagnostic, Severity, Span
from generators.records import KINDS
from generators.records.walk import Loc
from generators.sources import yaml_tree
from generators.sources.text import MAX_BYTES, UnreadableError, decode

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SUFFIX = ".yml"
_DIGEST = 16  # bytes
_RESERVED_ID = re.compile(r"page-\d+|compare")
_FILE_NAME = re.compile(rf"(?!({_RESERVED_ID.pattern})\.){_ID.pattern}{re.escape(_SUFFIX)}")

Stamp = tuple[int, ...]
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


class Found(NamedTuple):
    """A file: its path below the content, where it is, and how the disk describes it."""

    path: str
    file: str
    stat: os.stat_result

    @classmethod
    def at(cls, content: Path, path: str) -> Found:
        """Look at a file that should be there."""
        file = f"{content}/{path}"
        return cls(path, file, os.stat(file))  # noqa: PTH116

    @property
    def id(self) -> str:
        """Return the id the file name gives."""
        return _stem(self.path.rpartition("/")[2])

    def read(self, most: int = MAX_BYTES) -> Source:
        """Read the file, but no more of it than shows that it is too large."""
        with Path(self.file).open("rb") as stream:
            return Source(self.path, stream.read(most + 1))

    def stamp(self, settled: int) -> Stamp | None:
        """Return what the disk says of the file, unless it may still be changing under it.

        *settled* is since when it must be as it is, in nanoseconds.
        """
        stat = self.stat
        if max(stat.st_mtime_ns, stat.st_ctime_ns) >= settled:
            return None
        return (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)


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


def files_below(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """Yield every file below a folder, which need not exist, by path, and what the disk says."""
    if not os.path.isdir(folder):  # noqa: PTH112 - thousands of paths are not made for nothing
        return
    with os.scandir(folder) as found:
        for entry in sorted(found, key=attrgetter("name")):
            if entry.is_dir():
                yield from files_below(entry.path)
            else:
                yield entry.path, entry.stat()


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
