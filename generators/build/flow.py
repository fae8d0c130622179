"""The flow, in the order it happens: check, ask the host for frames, render, write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generators.artifacts import Artifact
from generators.audit import Survey
from generators.build.gate import without_personal_data
from generators.build.project import Project
from generators.build.workers import workers
from generators.build.writer import write_site
from generators.catalogue import Catalogue
from generators.outputs import OUTPUTS, HostPage, Publication
from generators.outputs.frames import Frame
from generators.outputs.server_headers import InlineScripts, server_headers
from generators.outputs.standard_page import PATH as STANDARD_PATH
from generators.outputs.standard_page import standard_page
from generators.outputs.stylesheet import with_one_stylesheet
from generators.outputs.templates import Templates


def publish(
    project: Project,
    catalogue: Catalogue,
    *,
    frames: Mapping[str, str],
    pages: tuple[HostPage, ...],
    host_files: Path,
) -> int:
    """Write the site from what the host rendered and return the number of files.

    Raise `PersonalDataError`, with nothing changed, where it would tell on somebody.

    *frames* are the host's placeholder pages by name; *host_files* is the folder with
    everything else the host made: assets and hand-written pages.
    """
    with workers(len(catalogue.entries)) as processes:
        publication = Publication(
            catalogue=catalogue,
            site_url=project.site_url,
            content=project.content,
            frames={name: Frame.cut(html) for name, html in frames.items()},
            pages=pages,
            templates=Templates(project.overrides),
            workers=processes,
        )
        found = without_personal_data(artifacts(publication, host_files))
        return write_site(found, project.site).files


def artifacts(publication: Publication, host_files: Path) -> Iterator[Artifact]:
    """Yield everything that makes up the site; what depends on all other files comes last."""
    scripts = InlineScripts()
    yield from scripts.watch(_pages(publication, host_files))
    yield from server_headers(scripts.hashes, site_url=publication.site_url)


def _pages(publication: Publication, host_files: Path) -> Iterator[Artifact]:
    survey = Survey()
    frames = [frame.html for frame in publication.frames.values()]
    yield from survey.watch(with_one_stylesheet(_files(host_files), frames))
    for output in OUTPUTS:
        yield from survey.watch(output(publication))
    yield from standard_page(publication, survey.built(f"{STANDARD_PATH}index.html"))


def _files(folder: Path) -> Iterator[Artifact]:
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield Artifact(file.relative_to(folder).as_posix(), file.read_bytes())
