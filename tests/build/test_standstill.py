"""Where nothing was touched since the last build, nothing is read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generators.artifacts import Artifact
from generators.build import standstill
from generators.build.project import Project, read_project
from generators.build.standstill import Moment
from generators.build.store import Store
from generators.build.writer import write_site
from generators.sources import files_below, find_sources
from tests.build.edits import write_small_project
from tests.build.later import LaterStore
from tests.samples import AS_OF


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a project with a site that one build has left."""
    project = read_project(write_small_project(tmp_path / "project") / "mkdocs.yml")
    write_site([Artifact("a.txt", b"a")], project.site)
    _moment(project).remember("good")
    return project


def _moment(project: Project, **options: object) -> Moment[str]:
    return Moment[str].of(project, LaterStore(project.cache), AS_OF)


def test_untouched_project_stands_still(project: Project) -> None:
    """The outcome of the last build is that of this one."""
    assert _moment(project).outcome() == "good"


@pytest.mark.parametrize(
    "name", ["content/site.yml", "overrides/main.html", "mkdocs.yml", "content/pages/about.md"]
)
def test_whatever_is_read_is_looked_at(project: Project, name: str) -> None:
    """An edit is seen, even one that leaves a file as long and as old as it was."""
    file = project.root / name
    before = file.stat()
    file.write_bytes(file.read_bytes()[::-1] if name != "mkdocs.yml" else file.read_bytes() + b"\n")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert _moment(project).outcome() is None


def test_new_file_is_seen(project: Project) -> None:
    """A file that was not there is an edit."""
    (project.content / "faqs/new.yml").write_text("title: 新\n", "utf-8")
    assert _moment(project).outcome() is None


def test_another_day_is_another_build(project: Project) -> None:
    """What was true yesterday may not be today."""
    store = LaterStore(project.cache)
    assert Moment[str].of(project, store, AS_OF.replace(day=23)).outcome() is None


def test_touched_site_is_made_again(project: Project) -> None:
    """A site that somebody wrote into is not left so."""
    (project.site / "a.txt").write_bytes(b"b")
    assert _moment(project).outcome() is None


def _young(project: Project) -> Moment[str]:
    return Moment[str].of(project, Store(project.cache), AS_OF)


def test_young_files_are_known_by_their_bytes(project: Project) -> None:
    """Right after an edit a build need not be made twice, now or when the edit is old."""
    _young(project).remember("young")
    assert [_young(project).outcome(), _moment(project).outcome()] == ["young", "young"]


def test_young_stamps_are_not_trusted(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was written a moment ago may be written again under the same stamp."""
    stamps = dict(files_below(str(project.content)))
    _young(project).remember("young")
    file = project.content / "site.yml"
    file.write_bytes(file.read_bytes()[::-1])
    monkeypatch.setattr(
        standstill,
        "files_below",
        lambda folder: ((path, stamps.get(path, stat)) for path, stat in files_below(folder)),
    )
    assert _young(project).outcome() is None


def test_files_need_not_be_looked_at_again(project: Project) -> None:
    """Who looks for records finds them described as the moment saw them."""
    moment = _moment(project)
    for file in project.content.rglob("*.yml"):
        os.utime(file, (1, 1))
    found, _ = find_sources(project.content, stats=moment.stats)
    assert found
    assert all(one.stat == moment.stats[one.file] for one in found)
    assert all(one.stat != Path(one.file).stat() for one in found)
