"""Read the history of the records from git, what was read once from the cache."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from generators.build.digests import digest
from generators.build.git import Repository, find_repository, state_of_history
from generators.build.kept_changes import keep, kept_in
from generators.build.project import Project
from generators.build.store import Store
from generators.changes.files import Action, FileChange, file_change
from generators.changes.history import History, Revision, says_nothing, shown
from generators.changes.sheets import kind_of
from generators.sources import Source

MOST = 10  # revisions of a record
_AT_ONCE = 2000
_TOUCHED = re.compile(r":\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*\t([^\t]+)(?:\t(.+))?")
_ACTIONS = {"A": Action.ADDED, "D": Action.REMOVED, "R": Action.RENAMED}


@dataclass(frozen=True, slots=True)
class _Touch:
    """What a commit did to a file: the ids of its bytes before and after, and its paths."""

    commit: str
    moment: datetime
    action: Action
    old: str
    new: str
    old_path: str
    path: str

    @property
    def key(self) -> str:
        """Return what the differences depend on, and nothing else."""
        return f"{self.old} {self.new} {self.old_path} {self.path}"


def known_history(
    project: Project, store: Store, *, until: date, since: date | None = None
) -> History:
    """Return what `read_history` does, as it was kept where git knows of no new commit."""
    if not (state := state_of_history(project.content)):
        return read_history(project, until=until, since=since)
    where = os.path.relpath(project.content, project.root)
    key = digest(state, where, project.timezone, f"{until} {since}")
    shelf = store.shelf("history")
    if (kept := shelf.get("")) is None or kept[0] != key:
        history = read_history(project, until=until, since=since)
        shelf.put("", key, (history.revisions, history.since))
        shelf.save()
        return history
    return History(*kept[1])


def read_history(project: Project, *, until: date, since: date | None = None) -> History:
    """Return what is known of the records' history between two days; nothing without git.

    On the day *since* itself something was still to be read that is no more: it is left out.
    """
    repository = find_repository(project.content)
    if repository is None:
        return History()
    touches, known_since = _touches(repository, ZoneInfo(project.timezone))
    first = since or date.min
    wanted = [
        (page, touch) for page, touch in _followed(touches) if first < touch.moment.date() <= until
    ]
    changes = _changes(repository, [touch for _, touch in wanted], project.cache / "history.json")
    revisions = (
        Revision(page, touch.moment, touch.commit, shown(changes[touch.key]))
        for page, touch in wanted
    )
    told = tuple(r for r in revisions if not says_nothing(r.change))
    return History(told, max(filter(None, (since, known_since)), default=None))


def _touches(repository: Repository, zone: ZoneInfo) -> tuple[list[_Touch], date | None]:
    """Return all touches, the newest first, and the day from which on they are known."""
    found: list[_Touch] = []
    commit, moment, is_edge, since = "", datetime.max, False, None
    for line in repository.log():
        if line.startswith("commit "):
            _, commit, when, *parents = line.split()
            moment = datetime.fromisoformat(when).astimezone(zone)
            # The oldest commit of a shallow clone seems to have made everything.
            is_edge = repository.is_shallow and not parents
            since = moment.date() if is_edge else since
        elif not is_edge and (match := _TOUCHED.fullmatch(line)):
            old, new, letter, path, moved = match.groups()
            action = _ACTIONS.get(letter, Action.CHANGED)
            found.append(_Touch(commit, moment, action, old, new, path, moved or path))
    return found, since


def _followed(touches: Iterable[_Touch]) -> Iterator[tuple[str, _Touch]]:
    """Yield the last revisions of each record with the page it has now, whatever its name was."""
    names: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for touch in touches:
        path = names.get(touch.path, touch.path)
        if touch.action is Action.RENAMED:
            names[touch.old_path] = path
        if kind_of(touch.path) and counts[path] < MOST:
            counts[path] += 1
            yield f"{path.removesuffix('.yml')}/", touch


def _changes(
    repository: Repository, touches: Sequence[_Touch], cache: Path
) -> Mapping[str, FileChange]:
    """Return the change that each touch was, by its key."""
    known = kept_in(cache)
    missing = list({touch.key: touch for touch in touches if touch.key not in known}.values())
    missing.sort(key=lambda touch: touch.path)  # what one was before is what the next one is
    for start in range(0, len(missing), _AT_ONCE):
        known |= _computed(repository, missing[start : start + _AT_ONCE])
    used = {touch.key: known[touch.key] for touch in touches}
    if missing:
        keep(cache, used)
    return used


def _computed(repository: Repository, touches: Sequence[_Touch]) -> dict[str, FileChange]:
    """Compare the files; of new ones nothing needs to be read, they are there to be seen."""
    compared = (touch for touch in touches if touch.action is not Action.ADDED)
    names = list(dict.fromkeys(name for touch in compared for name in (touch.old, touch.new)))
    told = dict(zip(names, repository.objects(names), strict=True))
    return {touch.key: _change(touch, told) for touch in touches}


def _change(touch: _Touch, told: Mapping[str, bytes | None]) -> FileChange:
    kind = kind_of(touch.path)
    label = kind.label if kind else ""
    plain = FileChange(touch.path, touch.action, label, "")
    if touch.action is Action.ADDED:
        return plain
    old, new = told.get(touch.old), told.get(touch.new)
    before = Source(touch.old_path, old) if old is not None else None
    after = Source(touch.path, new) if new is not None else None
    if touch.action is not Action.REMOVED and not (before and after):
        return plain  # a partial clone has not all bytes
    return file_change(before, after) if before or after else plain
