"""The flow, in the order it happens: check, ask the host for frames, render, write."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date

from generators.artifacts import Artifact
from generators.audit import Survey
from generators.build.checking import Checked, check_project
from generators.build.gate import PersonalDataError, without_personal_data
from generators.build.hosting import Host, Hosted, HostError
from generators.build.progress import Progress, Stage, quiet
from generators.build.project import Project
from generators.build.workers import workers
from generators.build.writer import NOTHING, NotWrittenError, Written, write_site
from generators.catalogue import Catalogue
from generators.outputs import OUTPUTS, Publication
from generators.outputs.frames import Frame
from generators.outputs.server_headers import InlineScripts, server_headers
from generators.outputs.standard_page import PATH as STANDARD_PATH
from generators.outputs.standard_page import standard_page
from generators.outputs.stylesheet import with_one_stylesheet
from generators.outputs.templates import Templates

REFUSED = "内容有错误，没有发布；改好以后再试。"


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build: the findings, what the host warns of, what was written.

    Where nothing was published *refusal* says why, and the site is as it was.
    """

    checked: Checked
    warnings: tuple[str, ...] = ()
    written: Written = NOTHING
    refusal: str = ""


def build(
    project: Project,
    *,
    host: Host,
    as_of: date | None = None,
    executor: Executor | None = None,
    progress: Progress = quiet,
) -> Built:
    """Bring the site up to date; may be called again and again in one process.

    *executor* shares the work; without one, large builds start a process for every core.
    """
    progress(Stage.CHECK)
    checked = check_project(project, as_of=as_of)
    if checked.catalogue is None or checked.has_errors:
        return Built(checked, refusal=REFUSED)
    try:
        progress(Stage.HOST)
        hosted = host(project, checked.catalogue)
        written = publish(project, checked.catalogue, hosted, executor=executor, progress=progress)
    except (HostError, NotWrittenError, PersonalDataError) as error:
        return Built(checked, refusal=str(error))
    return Built(checked, hosted.warnings, written)


def publish(
    project: Project,
    catalogue: Catalogue,
    hosted: Hosted,
    *,
    executor: Executor | None = None,
    progress: Progress = quiet,
) -> Written:
    """Write the site from what the host made, and say what became of it.

    Raise `PersonalDataError`, with nothing changed, where it would tell on somebody.
    """
    with nullcontext(executor) if executor else workers(len(catalogue.entries)) as processes:
        publication = Publication(
            catalogue=catalogue,
            site_url=project.site_url,
            content=project.content,
            frames={name: Frame.cut(html) for name, html in hosted.frames.items()},
            pages=hosted.pages,
            templates=Templates(project.overrides),
            workers=processes,
        )
        found = without_personal_data(artifacts(publication, hosted.files))
        return write_site(found, project.site, progress=progress)


def artifacts(publication: Publication, files: tuple[Artifact, ...]) -> Iterator[Artifact]:
    """Yield everything that makes up the site; what depends on all other files comes last."""
    scripts = InlineScripts()
    yield from scripts.watch(_pages(publication, files))
    yield from server_headers(scripts.hashes, site_url=publication.site_url)


def _pages(publication: Publication, files: tuple[Artifact, ...]) -> Iterator[Artifact]:
    survey = Survey()
    frames = [frame.html for frame in publication.frames.values()]
    yield from survey.watch(with_one_stylesheet(files, frames))
    for output in OUTPUTS:
        yield from survey.watch(output(publication))
    yield from standard_page(publication, survey.built(f"{STANDARD_PATH}index.html"))
