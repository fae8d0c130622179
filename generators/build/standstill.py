"""Whether anything at all has changed since the last build, told without reading it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Generic, TypeVar

from generators.build.digests import digest
from generators.build.git import state_of_history
from generators.build.manifest import PATH as MANIFEST
from generators.build.project import Project, reads_only_the_project
from generators.build.store import Store
from generators.build.writer import is_untouched
from generators.sources import Stats, files_below

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Moment(Generic[T]):
    """What a project was at the beginning of a build; none where that cannot be told."""

    store: Store
    site: Path
    inputs: _Inputs | None

    @classmethod
    def of(cls, project: Project, store: Store, as_of: date) -> Moment[T]:
        """Look at the names and stamps of everything that a build may read."""
        return cls(store, project.site, _Inputs.of(project, store.settled(), as_of))

    @property
    def stats(self) -> Stats:
        """Return how the disk described the files of the project, as far as that was looked at."""
        return self.inputs.stats if self.inputs else {}

    def outcome(self) -> T | None:
        """Return what came of the last build, if it would be the same again."""
        kept = self.store.shelf("standstill").get("")
        if not kept or self.inputs is None:
            return None
        young, manifest, outcome = kept[1]
        if kept[0] != self.inputs.digest(young):
            return None
        is_same = manifest == _manifest(self.site) and is_untouched(self.site)
        return outcome if is_same else None

    def remember(self, outcome: T) -> None:
        """Keep what came of this build."""
        if self.inputs:
            shelf = self.store.shelf("standstill")
            young = self.inputs.young
            shelf.put("", self.inputs.key, (young, _manifest(self.site), outcome))
            shelf.save()


def _manifest(site: Path) -> bytes:
    return digest(_bytes(site / MANIFEST))


def _bytes(file: Path) -> bytes:
    """Read a file, which may have gone meanwhile."""
    return file.read_bytes() if file.is_file() else b""


@dataclass(frozen=True, slots=True)
class _Inputs:
    """Every file that a build may read by its stamp.

    The stamp of a *young* file says little, as it may be written again under the same one: those
    are known by their bytes too. *key* is a digest of all this.
    """

    told: bytes
    stats: Stats
    young: frozenset[str]
    key: bytes

    @classmethod
    def of(cls, project: Project, settled: int, as_of: date) -> _Inputs | None:
        """Look at a project; return None where a build may read more than the project."""
        settings = project.config.read_bytes()
        if not reads_only_the_project(settings.decode()):
            return None
        told = (repr(project), as_of.isoformat(), state_of_history(project.content))
        folders = (project.content, project.overrides, project.pages)
        stats = {path: stat for folder in folders for path, stat in files_below(str(folder))}
        # No path has a zero in it.
        stamps = "\0".join(
            f"{path}\0{s.st_size} {s.st_mtime_ns} {s.st_ctime_ns} {s.st_ino}"
            for path, s in stats.items()
        )
        young = frozenset(
            p for p, s in stats.items() if s.st_mtime_ns >= settled or s.st_ctime_ns >= settled
        )
        known = cls(digest(settings, *told, stamps), stats, young, b"")
        return replace(known, key=known.digest(young))

    def digest(self, young: frozenset[str]) -> bytes:
        """Return a digest of it all, with the bytes of the files that were *young* then."""
        read = (_bytes(Path(path)) for path in sorted(young & self.stats.keys()))
        return digest(self.told, *read)
