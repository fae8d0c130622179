"""The index beside the pages: made in a process of its own, and kept from build to build."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from generators.build import workers
from generators.build.flow import Built, build
from generators.build.project import Project, read_project
from generators.build.store import Store
from tests.build.edits import contents, fake_host, write_small_project
from tests.samples import AS_OF

# An edit renames the folder of the one and leaves the other where it is.
_FILES = ("terms/0", "facets")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a small project, for which processes are started all the same."""
    monkeypatch.setattr(workers, "_WORTH_ONE", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    root = write_small_project(tmp_path / "project")
    return read_project(root / "mkdocs.yml", site=tmp_path / "site")


def _build(project: Project) -> Built:
    return build(project, host=fake_host, as_of=AS_OF)


def _edit(project: Project) -> None:
    file = min((project.content / "policies").glob("*.yml"))
    file.write_text(file.read_text("utf-8").replace("title: ", "title: 新的", 1), "utf-8")


def _clean(project: Project) -> dict[str, bytes]:
    shutil.rmtree(project.site)
    shutil.rmtree(project.cache)
    assert not _build(project).refusal
    return contents(project.site)


@pytest.mark.parametrize("name", _FILES)
def test_file_changed_by_hand_is_set_right(project: Project, name: str) -> None:
    """Whether an edit moves a file or leaves it alone, its bytes are those of the index."""
    _build(project)
    file = next(project.site.glob(f"search/*/{name}.json"))
    file.write_bytes(file.read_bytes()[::-1])
    _edit(project)
    assert not _build(project).refusal
    found = contents(project.site)
    assert found == _clean(project)


def test_what_the_other_process_did_is_counted(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The summary of a build tells the same, whichever process did it."""
    beside = _build(project).tally
    shutil.rmtree(project.cache)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert _build(project).tally == beside


def test_preview_goes_on_from_what_the_other_process_left(project: Project) -> None:
    """Where values stay in memory, only the first build is shared; the site is the same."""
    store = Store(project.cache, stays=True)
    for _ in range(3):
        assert not build(project, host=fake_host, as_of=AS_OF, store=store).refusal
        _edit(project)
    assert store.has("searched")
    assert not build(project, host=fake_host, as_of=AS_OF, store=store).refusal
    found = contents(project.site)
    assert found == _clean(project)
