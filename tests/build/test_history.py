"""What the history of a repository tells of the records."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest

from generators.build import history as history_module
from generators.build.history import MOST, known_history, read_history
from generators.build.project import read_project
from generators.build.store import Store
from generators.changes.history import History
from tests.repositories import SampleRepository, new_repository
from tests.samples import faq, loan, mentor

_END = date(2026, 12, 31)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> SampleRepository:
    """Return a repository in which records were changed, renamed, broken, merged and removed."""
    root = tmp_path_factory.mktemp("history") / "a"
    repository = new_repository(root, {"loans/a.yml": loan(), "faqs/old.yml": faq()})
    repository.commit({"loans/a.yml": loan(amount_max="500000")}, "2026-11-02T23:30:00+00:00")
    repository.git("mv", "content/faqs/old.yml", "content/faqs/new.yml")
    repository.commit({}, "2026-11-04T10:00:00+08:00")
    repository.commit({"faqs/new.yml": "title: ["}, "2026-11-05T10:00:00+08:00")
    repository.commit({"faqs/new.yml": faq()}, "2026-11-06T10:00:00+08:00")
    repository.git("switch", "--quiet", "--create", "work")
    repository.commit({"mentors/a.yml": mentor()}, "2026-11-07T10:00:00+08:00")
    repository.commit(
        {"mentors/a.yml": mentor(experience="做网店12年")}, "2026-11-08T10:00:00+08:00"
    )
    repository.git("switch", "--quiet", "main")
    merge = ("merge", "--quiet", "--no-ff", "--message", "合并", "work")
    repository.git(*merge, moment="2026-11-09T10:00:00+08:00")
    repository.commit({"faqs/new.yml": None}, "2026-11-10T10:00:00+08:00")
    return repository


@pytest.fixture(scope="module")
def history(repository: SampleRepository) -> History:
    """Return its history."""
    return read_history(repository.project, until=_END)


def _told(history: History, page: str) -> list[tuple[str, str, list[str]]]:
    return [
        (str(r.day), r.change.action, [str(d) for d in r.change.differences])
        for r in history.of(page)
    ]


def test_change_is_told_on_its_day(history: History) -> None:
    """A commit late in the evening elsewhere is of the next day where the site is published."""
    assert _told(history, "loans/a/") == [
        ("2026-11-03", "修改", ["最高额度：30万元 → 50万元"]),
        ("2026-11-01", "新增", []),
    ]


def test_record_is_followed_through_its_names(history: History) -> None:
    """A record that had another name has its history; what was broken is told without words."""
    assert _told(history, "faqs/new/") == [
        ("2026-11-10", "删除", []),
        ("2026-11-06", "修改", ["内容：有修改"]),
        ("2026-11-05", "修改", ["内容：有修改"]),
        ("2026-11-04", "改名", []),
        ("2026-11-01", "新增", []),
    ]
    assert history.of("faqs/new/")[0].change.title == "示例标题"


def test_merge_tells_what_came_with_it(history: History) -> None:
    """What was done on a branch is told once, on the day it was merged."""
    assert _told(history, "mentors/a/") == [("2026-11-09", "新增", [])]


def test_history_ends_with_the_day(repository: SampleRepository) -> None:
    """A site of an earlier day does not know what came later."""
    history = read_history(repository.project, until=date(2026, 11, 3))
    assert max(revision.day for revision in history.revisions) == date(2026, 11, 3)


def test_history_begins_after_a_withdrawal(repository: SampleRepository) -> None:
    """What was said up to a day can be kept from being told."""
    day = date(2026, 11, 5)
    history = read_history(repository.project, until=_END, since=day)
    assert min(revision.day for revision in history.revisions) == date(2026, 11, 6)
    assert history.since == day


def test_cache_saves_time_and_nothing_else(repository: SampleRepository, history: History) -> None:
    """With the cache, with a broken one, with one of another version: always the same."""
    cache = repository.project.cache / "history.json"
    kept = json.loads(cache.read_text("utf-8"))
    assert read_history(repository.project, until=_END) == history
    other = kept | {"layout": "other"}
    for text in ("{", "[]", json.dumps(other), json.dumps(kept | {"changes": {"a": []}})):
        cache.write_text(text, "utf-8")
        assert read_history(repository.project, until=_END) == history
    assert json.loads(cache.read_text("utf-8"))["layout"] == kept["layout"]


def test_history_is_read_once_for_a_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process finds it again; a new commit, or another last day, is read anew."""
    repository = new_repository(tmp_path / "a", {"loans/a.yml": loan()})
    project, folder = repository.project, tmp_path / "cache"

    def known(until: date = _END) -> History:
        return known_history(project, Store(folder), until=until)

    first = known()
    assert first == read_history(project, until=_END) != History()
    repository.commit({"loans/a.yml": loan(amount_max="500000")}, "2026-11-03T10:00:00+08:00")
    second = known()
    assert (len(second.revisions), second) == (2, read_history(project, until=_END))
    assert known(date(2026, 11, 2)) == first
    assert known() == second
    monkeypatch.setattr(history_module, "read_history", lambda *_, **__: pytest.fail("read anew"))
    assert known() == second


def test_deepened_clone_knows_more(repository: SampleRepository, tmp_path: Path) -> None:
    """What git fetches of older commits is noticed, though the last one is the same."""
    address, clone = repository.root.as_uri(), tmp_path / "b"
    subprocess.run(["git", "clone", "--quiet", "--depth", "3", address, str(clone)], check=True)
    project, store = read_project(clone / "mkdocs.yml"), Store()
    before = known_history(project, store, until=_END)
    subprocess.run(["git", "fetch", "--quiet", "--depth", "5"], cwd=clone, check=True)
    after = known_history(project, store, until=_END)
    assert len(after.revisions) > len(before.revisions)
    assert after == read_history(project, until=_END)


def test_shallow_clone_says_from_when_it_knows(
    repository: SampleRepository, history: History, tmp_path: Path
) -> None:
    """A shallow clone knows the last revisions, and that there may be more."""
    address = repository.root.as_uri()
    clone = ["git", "clone", "--quiet", "--depth", "3", address, str(tmp_path / "b")]
    subprocess.run(clone, check=True)
    shallow = read_history(read_project(tmp_path / "b" / "mkdocs.yml"), until=_END)
    assert shallow.since == date(2026, 11, 6)
    assert shallow.revisions == tuple(r for r in history.revisions if r.day > shallow.since)


def test_without_git_there_is_no_history(tmp_path: Path) -> None:
    """A project that is no repository is published without a history."""
    (tmp_path / "mkdocs.yml").touch()
    nowhere = read_project(tmp_path / "mkdocs.yml", content=tmp_path)
    assert read_history(nowhere, until=_END) == History()


def test_revisions_of_a_record_are_bounded(tmp_path: Path) -> None:
    """Of a record that changes every day only the last revisions are read."""
    repository = new_repository(tmp_path / "a", {"loans/a.yml": loan()})
    for number in range(MOST + 1):
        repository.commit({"loans/a.yml": loan(term_months_max=str(number + 1))})
    found = read_history(repository.project, until=_END).of("loans/a/")
    assert len(found) == MOST
    assert str(found[0].change.differences[0]) == f"最长期限：{MOST}个月 → {MOST + 1}个月"
