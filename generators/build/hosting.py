"""The host generator as the flow sees it: asked for pages, known only by what it gives."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import cast

from generators.artifacts import Artifact
from generators.build.digests import digest_of, digest_of_fact
from generators.build.project import Project, reads_only_the_project
from generators.build.store import Store
from generators.build.workers import beside
from generators.catalogue import Catalogue
from generators.outputs import HostPage
from generators.outputs.placeholders import placeholders


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
                self.pages,
                ((file.path, file.data) for file in self.files),
            )
            for parts in found
            for part in parts
        )


class HostError(Exception):
    """The host could not do it, and says why."""


Host = Callable[[Project, Catalogue], Hosted]


def hosted_by(host: Host, project: Project, catalogue: Catalogue, store: Store) -> Hosted:
    """Return what the host makes, as it was kept where it would make the same again."""
    shelf, key = store.shelf("hosted"), _key(project, catalogue)
    kept = shelf.get("")
    if key and kept and kept[0] == key:
        return cast(Hosted, kept[1])
    # It brings a hundred megabytes that nothing else needs; who builds again needs them again.
    work = 0 if store.stays else len(catalogue.entries)
    with beside(partial(host, project, catalogue), work=work) as result:
        hosted = result()
    if key:
        shelf.put("", key, hosted)
        shelf.save([""])
    return hosted


def _key(project: Project, catalogue: Catalogue) -> bytes | None:
    """Return a digest of what the host reads, or None where that is not known.

    It may be the day too, which a theme can show.
    """
    settings = project.config.read_bytes()
    if not reads_only_the_project(settings.decode()):
        return None
    folders = (project.overrides, project.pages)
    return digest_of(
        (
            settings,
            f"{project.site_url}\0{list(placeholders(catalogue))}",
            digest_of_fact(catalogue, "site"),
            digest_of_fact(catalogue, "as_of"),
            *(part for folder in folders for f in files_below(folder) for part in (f.path, f.data)),
        )
    )


def files_below(folder: Path) -> Iterator[Artifact]:
    """Yield every file below a folder, by path."""
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield Artifact(file.relative_to(folder).as_posix(), file.read_bytes())


@contextmanager
def warnings_of(logger: str) -> Iterator[list[str]]:
    """Keep what a host says through a logger that is worth a warning."""
    kept = _Kept()
    logging.getLogger(logger).addHandler(kept)
    try:
        yield kept.lines
    finally:
        logging.getLogger(logger).removeHandler(kept)


class _Kept(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        self.lines.append(record.getMessage())
