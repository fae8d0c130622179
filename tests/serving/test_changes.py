"""Which edits are noticed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generators.build.project import Project, read_project
from generators.serving.changes import watched


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a project of empty folders."""
    (tmp_path / "mkdocs.yml").write_text("docs_dir: content/pages\n", "utf-8")
    for folder in ("content/pages", "content/faqs", "overrides"):
        (tmp_path / folder).mkdir(parents=True)
    return read_project(tmp_path / "mkdocs.yml")


@pytest.mark.parametrize(
    ("name", "polls"),
    [
        ("content/faqs/a.yml", False),
        ("overrides/a.html", False),
        ("mkdocs.yml", False),
        ("content/faqs/a.yml", True),
    ],
)
def test_edit_is_noticed(project: Project, name: str, polls: bool) -> None:
    """A file of the content, a template and the settings matter, on any drive."""
    with watched(project, polls=polls) as changes:
        (project.root / name).write_text("x: 1\n", "utf-8")
        assert changes.wait() == {project.root / name}


def test_what_is_no_content_is_not_noticed(project: Project) -> None:
    """The scratch files of editors and the site itself start no build."""
    with watched(project) as changes:
        for name in ("content/.a.yml.swp", "content/faqs/a.yml~", "content/4913", "site.txt"):
            (project.root / name).write_text("x", "utf-8")
        (project.root / "site").mkdir()
        (project.content / "b.yml").write_text("x", "utf-8")
        assert changes.wait() == {project.content / "b.yml"}


def test_reading_is_no_change(project: Project) -> None:
    """A build reads every file, which must not start another."""
    (project.content / "a.yml").write_text("x", "utf-8")
    with watched(project) as changes:
        (project.content / "a.yml").read_bytes()
        (project.content / "b.yml").write_text("x", "utf-8")
        assert changes.wait() == {project.content / "b.yml"}


def test_moved_and_removed_files_are_noticed(project: Project) -> None:
    """Both names of a moved file are told."""
    old, new = project.content / "a.yml", project.content / "b.yml"
    old.write_text("x", "utf-8")
    with watched(project) as changes:
        old.rename(new)
        assert changes.wait() == {old, new}
        new.unlink()
        assert changes.wait() == {new}


def test_end_wakes_who_waits(project: Project) -> None:
    """When watching is over there are no changes any more."""
    missing = replace(project, overrides=project.root / "none")
    with watched(missing) as changes:
        changes.end()
        assert changes.wait() == frozenset()
