"""The flow, in the order it happens: check, ask the host for frames, render, write."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date
from itertools import chain

from generators.audit import Survey
from generators.build.checking import Checked, check_project
from generators.build.gate import PersonalDataError, refuse
from generators.build.hosting import Host, Hosted, HostError, hosted_by
from generators.build.pieces import Piece, SiteFile
from generators.build.progress import Progress, Stage, quiet
from generators.build.project import Project
from generators.build.rendering import host_files, made_parts
from generators.build.store import Store
from generators.build.writer import NOTHING, NotWrittenError, Written, write_site
from generators.catalogue import Catalogue
from generators.outputs import Publication
from generators.outputs.comparisons import compare_paths
from generators.outputs.frames import Frame
from generators.outputs.server_headers import server_headers
from generators.outputs.standard_page import PATH as STANDARD_PATH
from generators.outputs.standard_page import standard_page
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
    store: Store | None = None,
    executor: Executor | None = None,
    progress: Progress = quiet,
) -> Built:
    """Bring the site up to date; may be called again and again in one process.

    *store* has what earlier builds found out: who builds again gives the same one each time, so
    that it stays in memory. *executor* shares the work; without one, large builds start a process
    for every core.
    """
    store = store or Store(project.cache)
    progress(Stage.CHECK)
    checked = check_project(project, as_of=as_of, store=store, executor=executor)
    if checked.catalogue is None or checked.has_errors:
        return Built(checked, refusal=REFUSED)
    try:
        progress(Stage.HOST)
        hosted = hosted_by(host, project, checked.catalogue, store)
        written = publish(
            project, checked.catalogue, hosted, store=store, executor=executor, progress=progress
        )
    except (HostError, NotWrittenError, PersonalDataError) as error:
        return Built(checked, refusal=str(error))
    return Built(checked, hosted.warnings, written)


def publish(
    project: Project,
    catalogue: Catalogue,
    hosted: Hosted,
    *,
    store: Store,
    executor: Executor | None = None,
    progress: Progress = quiet,
) -> Written:
    """Write the site from what the host made, and say what became of it.

    Raise `PersonalDataError`, with nothing changed, where it would tell on somebody.
    """
    publication = Publication(
        catalogue=catalogue,
        site_url=project.site_url,
        content=project.content,
        frames={name: Frame.cut(html) for name, html in hosted.frames.items()},
        pages=hosted.pages,
        templates=Templates(project.overrides),
        compared=compare_paths(catalogue),
    )
    reuse = project.site.exists()
    found = site_files(publication, hosted, store, reuse=reuse, executor=executor)
    return write_site(found, project.site, progress=progress)


def site_files(
    publication: Publication,
    hosted: Hosted,
    store: Store,
    *,
    reuse: bool = False,
    executor: Executor | None = None,
) -> Iterator[SiteFile]:
    """Yield everything that makes up the site; what depends on all other files comes last.

    With *reuse* files that an earlier build made stand. Raise `PersonalDataError` at the end
    where a file must not go out.
    """
    survey, scripts, leaks = Survey(), set[str](), list[str]()
    made = chain(
        host_files(publication, hosted, store),
        made_parts(publication, store, reuse=reuse, executor=executor),
    )
    for piece, again in made:
        survey.add(piece.path, piece.links)
        scripts |= piece.scripts
        leaks += piece.leaks
        if not piece.leaks:
            yield piece.file(again)
    built = survey.built(f"{STANDARD_PATH}index.html")
    for artifact in standard_page(publication, built):
        piece = Piece.of(artifact)
        scripts |= piece.scripts
        leaks += piece.leaks
        yield piece.file(lambda: b"")
    for artifact in server_headers(scripts, site_url=publication.site_url):
        yield Piece.of(artifact).file(lambda: b"")
    refuse(leaks)
