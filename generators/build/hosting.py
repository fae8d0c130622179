"""The host generator as the flow sees it: asked for pages, known only by what it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generators.artifacts import Artifact
from generators.build.digests import digest_of
from generators.build.project import Project
from generators.catalogue import Catalogue
from generators.outputs import HostPage


@dataclass(frozen=True)
class Hosted:
    """What the host made: frames by name, the hand-written pages, and all its files.

    *warnings* are what it says about them, a line each.
    """

    frames: Mapping[str, str]
    pages: tuple[HostPage, ...]
    files: tuple[Artifact, ...]
    warnings: tuple[str, ...] = ()

    @cached_property
    def digest(self) -> bytes:
        """Return a digest of everything but the warnings."""
        return digest_of(
            part
            for found in (
                self.frames.items(),
                ((page.path, page.title, page.text) for page in self.pages),
                ((file.path, file.data) for file in self.files),
            )
            for parts in found
            for part in parts
        )


class HostError(Exception):
    """The host could not do it, and says why."""


Host = Callable[[Project, Catalogue], Hosted]


def files_below(folder: Path) -> Iterator[Artifact]:
    """Yield every file below a folder, by path."""
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield Artifact(file.relative_to(folder).as_posix(), file.read_bytes())
