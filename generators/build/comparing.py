"""Compare the content as it is with what it was at a commit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from generators.build.checking import check_project
from generators.build.git import Repository, find_repository
from generators.build.project import Project
from generators.catalogue import Catalogue
from generators.changes.consequences import consequences
from generators.changes.files import Action, FileChange, file_change, renamed
from generators.changes.reports import Comparison
from generators.changes.sheets import kind_of
from generators.records.site import Site
from generators.sources import Entry, Source, read_entry, read_model

_SHORT = 8
_UNRELATED = "；不知道从哪里分出来的，别人的改动可能也算在内"


class ComparisonError(Exception):
    """Why there is nothing to compare with, in Chinese, with the way out."""


def compare(project: Project, revision: str, *, as_of: date | None = None) -> Comparison:
    """Compare a project's content with the commit at which the work since *revision* began.

    Raise `ComparisonError` without git, or where it does not know the revision.
    """
    repository = find_repository(project.content)
    if repository is None:
        raise ComparisonError("这里不是 git 仓库，没有以前的内容可以比。请在项目的克隆目录里运行。")
    given = repository.resolve(revision)
    if given is None:
        raise ComparisonError(_unknown(repository, revision))
    meeting = repository.merge_base(given)
    base = meeting or given
    pairs = list(_pairs(repository, base))
    checked = check_project(project, as_of=as_of)
    after = checked.catalogue
    before = _before(after, pairs) if after else None
    inside = project.content.is_relative_to(project.root)
    folder = project.content.relative_to(project.root) if inside else project.content
    changes = tuple(sorted((file_change(*pair) for pair in pairs), key=_order))
    changed = {f"{folder.as_posix()}/{change.path}" for change in changes}
    return Comparison(
        f"{revision}（{base[:_SHORT]}，{repository.day(base)}{'' if meeting else _UNRELATED}）",
        folder.as_posix(),
        changes,
        tuple(consequences(before, after)) if before and after else (),
        tuple(f for f in checked.findings if f.is_error or f.span.path in changed),
        _titles(entry for known in (before, after) if known for entry in known.entries),
    )


def _unknown(repository: Repository, revision: str) -> str:
    shallow = "这是浅克隆，先运行 git fetch --unshallow；" if repository.is_shallow else ""
    return f"没有“{revision}”这个版本。{shallow}写提交编号、分支名或者标签，例如 main。"


def _pairs(repository: Repository, base: str) -> Iterable[tuple[Source | None, Source | None]]:
    paths = repository.changed(base)
    told = repository.at(base, paths)
    before = {path: Source(path, told[path]) for path in paths if path in told}
    after = {path: Source(path, data) for path, data in _present(repository.folder, paths)}
    gone = [source for path, source in before.items() if path not in after]
    come = [source for path, source in after.items() if path not in before]
    moved = list(renamed(gone, come))
    yield from moved
    taken = {source.path for pair in moved for source in pair}
    for path in paths:
        one, other = before.get(path), after.get(path)
        if path not in taken and (one or other):
            yield one, other


def _present(folder: Path, paths: Iterable[str]) -> Iterable[tuple[str, bytes]]:
    return ((path, (folder / path).read_bytes()) for path in paths if (folder / path).is_file())


def _order(change: FileChange) -> tuple[bool, bool, int, str]:
    """Order changes: records first, what only was looked at again last."""
    place = list(Action).index(change.action)
    return (change.is_quiet, not change.page, place, change.path)


def _before(after: Catalogue, pairs: Iterable[tuple[Source | None, Source | None]]) -> Catalogue:
    """Return the catalogue with the old records, and the old site, in the place of the new."""
    entries = {entry.source.path: entry for entry in after.entries}
    site = after.site
    for old, new in pairs:
        if new:
            entries.pop(new.path, None)
        if old and kind_of(old.path):
            result = read_entry(old)
            entries |= {old.path: result} if isinstance(result, Entry) else {}
        if old and old.path == "site.yml":
            site = read_model(old, Site).value or site
    return replace(after, entries=tuple(entries.values()), site=site)


def _titles(entries: Iterable[Entry]) -> Callable[[str, str], str | None]:
    titles = {(entry.kind.name, entry.id): entry.record.title for entry in entries}
    return lambda kind, identifier: titles.get((kind, identifier))
