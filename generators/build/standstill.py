"""Whether anything at all has changed since the last build, told without reading it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Generic, TypeVar

from generators.build.digests import digest, digest_of
from generators.build.manifest import PATH as MANIFEST
from generators.build.project import Project, reads_only_the_project
from generators.build.store import Store
from generators.build.writer import is_untouched

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Moment(Generic[T]):
    """What a project was at the beginning of a build; none where that cannot be told."""

    store: Store
    site: Path
    inputs: bytes | None

    @classmethod
    def of(cls, project: Project, store: Store, as_of: date) -> Moment[T]:
        """Look at the names and stamps of everything that a build may read."""
        return cls(store, project.site, _inputs(project, store.settled(), as_of))

    def outcome(self) -> T | None:
        """Return what came of the last build, if it would be the same again."""
        kept = self.store.shelf("standstill").get("")
        if not kept or self.inputs is None or kept[0] != self.inputs:
            return None
        manifest, outcome = kept[1]
        is_same = manifest == _manifest(self.site) and is_untouched(self.site)
        return outcome if is_same else None

    def remember(self, outcome: T) -> None:
        """Keep what came of this build."""
        if self.inputs:
            shelf = self.store.shelf("standstill")
            shelf.put("", self.inputs, (_manifest(self.site), outcome))
            shelf.save()


def _manifest(site: Path) -> bytes:
    file = site / MANIFEST
    return digest(file.read_bytes() if file.is_file() else b"")


def _inputs(project: Project, settled: int, as_of: date) -> bytes | None:
    settings = project.config.read_bytes()
    if not reads_only_the_project(settings.decode()):
        return None
    parts = [settings, repr(project).encode(), as_of.isoformat().encode()]
    for folder in (project.content, project.overrides, project.pages):
        for path, stat in _files(str(folder)):
            if max(stat.st_mtime_ns, stat.st_ctime_ns) >= settled:
                return None
            stamp = (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)
            parts.append(f"{path}\0{stamp}".encode())
    return digest_of(parts)


def _files(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    if not os.path.isdir(folder):  # noqa: PTH112 - thousands of paths are not made for nothing
        return
    with os.scandir(folder) as found:
        for entry in sorted(found, key=lambda one: one.name):
            if entry.is_dir():
                yield from _files(entry.path)
            else:
                yield entry.path, entry.stat()
