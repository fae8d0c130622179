"""Read everything below `content/` and say what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from generators.build.attaching import Attached, read_attached
from generators.build.project import Project
from generators.build.reading import compared, keep_records, read_records
from generators.build.store import Store
from generators.catalogue import Catalogue, Vocabularies
from generators.diagnostics import Diagnostic, Span
from generators.records import KINDS
from generators.records.holidays import Holidays, calendar
from generators.records.site import Site, Vocabulary
from generators.records.statements import Statements
from generators.records.synonyms import Synonyms
from generators.rules import check_each, check_together
from generators.rules.context import Context
from generators.sources import (
    UNSEEN,
    Draft,
    Entry,
    Found,
    Source,
    Stats,
    find_sources,
    read_model,
)
from generators.sources.attachments import find_attachments
from generators.workdays import Calendar

VOCABULARIES = ("audiences", "topics", "regions")
M = TypeVar("M", bound=BaseModel)
# Of these files an edit changes one at most.
_read_once = lru_cache(maxsize=64)(read_model)


@dataclass(frozen=True, slots=True)
class Checked:
    """The catalogue, where one could be made, and all findings in order."""

    catalogue: Catalogue | None
    findings: tuple[Diagnostic, ...]
    line_of: Callable[[str, int], str | None]
    ids: Mapping[str, frozenset[str]]
    drafts: tuple[Draft, ...] = ()

    @property
    def has_errors(self) -> bool:
        """Tell whether anything stops a build."""
        return any(finding.is_error for finding in self.findings)


def check_project(
    project: Project,
    *,
    as_of: date | None = None,
    store: Store | None = None,
    executor: Executor | None = None,
    stats: Stats = UNSEEN,
) -> Checked:
    """Check a project's content, on its own today where no day is given.

    Findings name files from the project's folder, as an editor and a pull request see them.
    *store* has what earlier checks found out, the project's cache where none is given. Files of
    which there are *stats* are not looked at again.
    """
    content, store = project.content, store or Store(project.cache)
    day = as_of or project.today()
    checked = check(content, as_of=day, store=store, executor=executor, stats=stats)
    inside = content.is_relative_to(project.root)
    folder = content.relative_to(project.root) if inside else content
    findings = tuple(finding.below(folder.as_posix()) for finding in checked.findings)
    return replace(checked, findings=findings, line_of=_LineReader(project.root))


def check(
    content: Path,
    *,
    as_of: date,
    store: Store | None = None,
    executor: Executor | None = None,
    stats: Stats = UNSEEN,
) -> Checked:
    """Read, validate and gather; every fault of every file is found in one run."""
    store = store or Store()
    files, findings = find_sources(content, stats=stats)
    ids = _ids(files)
    attached = read_attached(find_attachments(content, stats=stats), store=store, executor=executor)
    around = _surroundings(content, as_of, ids, attached, findings)
    settings = _settings(content)
    records = read_records(files, around, store=store, executor=executor)
    results = records.results.values()
    entries = tuple(result for result in results if isinstance(result, Entry))
    drafts = tuple(result for result in results if isinstance(result, Draft))
    findings += [finding for result in results for finding in result.findings]
    findings += records.findings
    catalogue = replace(around.catalogue, entries=entries) if around else None
    if around and catalogue:
        findings += attached.findings
        findings += check_each(replace(around, settings=settings))
        whole = replace(around, catalogue=catalogue, drafts=drafts, settings=settings)
        with compared(whole, store) as comparing:
            keep_records(records, store)
            findings += check_together(whole)
            findings += comparing()
    else:
        keep_records(records, store)
    hidden = sorted((finding.hidden() for finding in findings), key=lambda f: f.sort_key)
    return Checked(catalogue, tuple(hidden), _LineReader(content), ids, drafts)


def _surroundings(
    content: Path,
    as_of: date,
    ids: dict[str, frozenset[str]],
    attached: Attached,
    findings: list[Diagnostic],
) -> Context | None:
    """Return all that is read beside the records, none where what every site needs is missing."""
    site = _read(content, "site.yml", Site, findings)
    vocabularies = _read_vocabularies(content, findings)
    days = _read_calendar(content, findings)
    stated = _read_optional(content, "statements.yml", Statements, findings)
    said = _read_optional(content, "synonyms.yml", Synonyms, findings)
    if not site or not vocabularies:
        return None
    return Context(
        Catalogue(site, vocabularies, (), as_of, days, stated, said),
        (),
        ids,
        frozenset(path for path in attached.texts if path.startswith("attachments/")),
        pages=_pages(content),
        files=attached.texts,
    )


def _read(content: Path, name: str, model: type[M], findings: list[Diagnostic]) -> M | None:
    file = content / name
    if not file.is_file():
        findings.append(
            Diagnostic(
                "missing-file", f"缺少 {name}", Span(name), hint="从示例内容里复制一份再修改"
            )
        )
        return None
    wrap = "terms" if model is Vocabulary else None
    result = _read_once(Source(name, file.read_bytes()), model, wrap=wrap)
    findings += result.findings
    return result.value


def _read_vocabularies(content: Path, findings: list[Diagnostic]) -> Vocabularies | None:
    read = {
        name: _read(content, f"vocabularies/{name}.yml", Vocabulary, findings)
        for name in VOCABULARIES
    }
    complete = {name: vocabulary.terms for name, vocabulary in read.items() if vocabulary}
    return complete if len(complete) == len(VOCABULARIES) else None


def _read_optional(content: Path, name: str, model: type[M], findings: list[Diagnostic]) -> M:
    is_written = (content / name).is_file()
    return (_read(content, name, model, findings) if is_written else None) or model()


def _read_calendar(content: Path, findings: list[Diagnostic]) -> Calendar:
    years = []
    for file in sorted((content / "holidays").glob("*.yml")):
        path = f"holidays/{file.name}"
        read = _read(content, path, Holidays, findings)
        if read and file.stem != str(read.year):
            message, hint = f"文件名是 {file.name}，里面写的是 {read.year} 年", "改成一样的年份"
            place = Source(path, file.read_bytes()).locate(("year",))
            findings.append(Diagnostic("holidays-disagree", message, place, hint=hint))
        elif read:
            years.append(read)
    return calendar(years)


def _ids(files: Iterable[Found]) -> dict[str, frozenset[str]]:
    ids: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for file in files:
        ids[file.path.partition("/")[0]].add(file.id)
    return {kind: frozenset(names) for kind, names in ids.items()}


def _pages(content: Path) -> dict[str, str]:
    files = sorted((content / "pages").rglob("*.md"))
    sources = [Source(f.relative_to(content).as_posix(), f.read_bytes()) for f in files]
    return {source.path: source.text for source in sources}


def _settings(content: Path) -> tuple[Source, ...]:
    """Return the YAML files that are no records, as they stand."""
    files = [
        f for folder in (".", "vocabularies", "holidays") for f in content.glob(f"{folder}/*.yml")
    ]
    return tuple(Source(f.relative_to(content).as_posix(), f.read_bytes()) for f in sorted(files))


@dataclass(frozen=True, slots=True)
class _LineReader:
    """Fetches the text of a line when a finding is shown, so that spans need not carry it.

    Of attachments nothing is shown: their lines are no text, and may be what is to be hidden.
    """

    root: Path

    def __call__(self, path: str, number: int) -> str | None:
        file = self.root / path
        if not file.is_file() or "attachments" in Path(path).parts:
            return None
        data = file.read_bytes()
        return None if b"\0" in data[:1000] else Source(path, data).line(number)
