"""The flow, in the order it happens: check, ask the host for frames, render, write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from generators.audit import Survey
from generators.build.checking import Checked, check_project
from generators.build.gate import PersonalDataError, refuse
from generators.build.history import known_history
from generators.build.hosting import Host, Hosted, HostError, hosted_by
from generators.build.kept_values import GiveWay, Values, go_on
from generators.build.manifest import Fingerprint, fingerprints
from generators.build.pieces import Piece, SiteFile
from generators.build.presses import Press
from generators.build.previewing import Offer, Preview, keep
from generators.build.progress import Progress, Stage, quiet
from generators.build.project import Project
from generators.build.rendering import attached_files, host_files, output_files
from generators.build.searching import index_of
from generators.build.standstill import Moment
from generators.build.store import Store, Tally
from generators.build.workshop import Workshop
from generators.build.writer import NOTHING, NotWrittenError, Written, write_site
from generators.catalogue import Catalogue
from generators.outputs import Publication
from generators.outputs.comparisons import compare_paths
from generators.outputs.frames import Frame
from generators.outputs.server_headers import server_headers
from generators.outputs.standard_page import PATH as STANDARD_PATH
from generators.outputs.standard_page import standard_page
from generators.outputs.templates import Templates
from generators.sources import Stats

REFUSED = "内容有错误，没有发布；改好以后再试。"


@dataclass(frozen=True, slots=True)
class Means:
    """What a build works with; `build` says what each is for."""

    store: Store
    executor: Executor | None = None
    progress: Progress = quiet
    offer: Offer = keep
    give_way: GiveWay = go_on


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build: the findings, what the host warns of, what was written.

    Where nothing was published *refusal* says why, and the site is as it was. Where nothing had
    changed the records were not read, and *checked* has no catalogue.
    """

    checked: Checked
    records: int = 0
    warnings: tuple[str, ...] = ()
    written: Written = NOTHING
    tally: Tally | None = None
    refusal: str = ""


def build(
    project: Project,
    *,
    host: Host,
    as_of: date | None = None,
    store: Store | None = None,
    executor: Executor | None = None,
    progress: Progress = quiet,
    offer: Offer = keep,
    give_way: GiveWay = go_on,
) -> Built:
    """Bring the site up to date; may be called again and again in one process.

    *store* has what earlier builds found out: who builds again gives the same one each time, so
    that it stays in memory. *executor* shares the work; without one, large builds start a process
    for every core. To *offer* goes what can show single pages before all are made;
    *give_way* is called between small steps, and may raise to end a build that is not wanted.
    """
    store, as_of = store or Store(project.cache), as_of or project.today()
    means = Means(store, executor, progress, offer, give_way)
    progress(Stage.CHECK)
    moment = Moment[Built].of(project, store, as_of)
    if standing := moment.outcome():
        return standing
    built = _built(project, host, as_of, means, moment.stats)
    tally = store.tally()
    if not built.refusal:
        checked = replace(built.checked, catalogue=None)
        written = replace(built.written, changed=0, removed=0)
        moment.remember(replace(built, checked=checked, written=written))
    store.write()
    store.tidy()
    return replace(built, tally=tally)


def _built(project: Project, host: Host, as_of: date, means: Means, stats: Stats) -> Built:
    store = means.store
    checked = check_project(project, as_of=as_of, store=store, executor=means.executor, stats=stats)
    if checked.catalogue is None or checked.has_errors:
        return Built(checked, _records(checked), refusal=REFUSED)
    try:
        means.progress(Stage.HOST)
        hosted = hosted_by(host, project, checked.catalogue, store)
        written = publish(project, checked.catalogue, hosted, means)
    except (HostError, NotWrittenError, PersonalDataError) as error:
        return Built(checked, _records(checked), refusal=str(error))
    return Built(checked, _records(checked), hosted.warnings, written)


def _records(checked: Checked) -> int:
    return len(checked.catalogue.entries) if checked.catalogue else 0


def publish(project: Project, catalogue: Catalogue, hosted: Hosted, means: Means) -> Written:
    """Write the site from what the host made, and say what became of it.

    Raise `PersonalDataError`, with nothing changed, where it would tell on somebody.
    """
    publication = Publication(
        catalogue=catalogue,
        site_url=project.site_url,
        content=project.content,
        frames={name: Frame.cut(html) for name, html in hosted.frames.items()},
        pages=hosted.pages,
        templates=Templates(project.overrides, compiled=means.store.place("templates")),
        compared=compare_paths(catalogue),
        history=known_history(
            project, means.store, until=catalogue.as_of, since=catalogue.site.revisions_from
        ),
    )
    means.offer(Preview(publication, means.store))
    there = fingerprints(project.site)
    # Processes of others may be on other machines.
    press = None if means.executor else Press(Workshop.beside(project.site).tree, there)
    found = site_files(publication, hosted, means, there=there, press=press)
    return write_site(found, project.site, progress=means.progress)


def site_files(
    publication: Publication,
    hosted: Hosted,
    means: Means,
    *,
    there: Mapping[str, Fingerprint],
    press: Press | None,
) -> Iterator[SiteFile]:
    """Yield everything that makes up the site; what depends on all other files comes last.

    What the site has *there* is not made anew. Raise `PersonalDataError` at the end where a file
    must not go out.
    """
    survey, scripts, leaks = Survey(), set[str](), list[str]()
    store = means.store
    values = Values(publication, store, means.executor, means.give_way)
    with index_of(values, press) as index:
        made = chain(
            host_files(publication, hosted, store),
            output_files(publication, values, there, press),
            attached_files(publication, store),
            index(),
        )
        for piece, again in made:
            means.give_way()
            survey.add(piece.path, piece.links)
            scripts |= piece.scripts
            leaks += piece.leaks
            if not piece.leaks:
                yield piece.file(again)
    built = survey.built(f"{STANDARD_PATH}index.html")
    for artifact in standard_page(publication, built):
        means.give_way()  # the audit takes a while
        piece = Piece.of(artifact)
        scripts |= piece.scripts
        leaks += piece.leaks
        yield piece.file(bytes)
    for artifact in server_headers(scripts, site_url=publication.site_url):
        yield Piece.of(artifact).file(bytes)
    refuse(leaks)
