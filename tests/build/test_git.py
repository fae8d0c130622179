"""What git is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.build.git import Repository, find_repository
from tests.repositories import SampleRepository, new_repository
from tests.samples import FAQ


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> SampleRepository:
    """Return a repository with one question."""
    return new_repository(tmp_path_factory.mktemp("git") / "a", {"faqs/a.yml": FAQ})


@pytest.fixture(scope="module")
def found(repository: SampleRepository) -> Repository:
    """Return what is found from its content folder."""
    found = find_repository(repository.root / "content")
    assert found
    return found


def test_folder_without_git_has_no_repository(tmp_path: Path) -> None:
    """Outside of a repository there is none, and that is no error."""
    assert find_repository(tmp_path) is None


def test_machine_without_git_has_no_repository(
    repository: SampleRepository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where git is not installed, there is no repository either."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_repository(repository.root / "content") is None


def test_variables_of_a_hook_do_not_mislead(
    repository: SampleRepository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What git tells its hooks about another repository is not heeded."""
    monkeypatch.setenv("GIT_DIR", str(tmp_path))
    found = find_repository(repository.root / "content")
    assert found
    assert (found.prefix, found.is_shallow) == ("content/", False)


def test_revisions_are_resolved(found: Repository) -> None:
    """Names of branches are commits; what is no name, or looks like an option, is none."""
    assert found.resolve("main") == found.resolve("HEAD")
    assert [found.resolve(name) for name in ("nowhere", "--all", "", "main:content")] == [None] * 4


def test_objects_keep_their_order(found: Repository) -> None:
    """What is asked for comes back in order, and what does not exist as nothing."""
    names = ["HEAD:content/nothing", "HEAD:content/faqs/a.yml", "x y", "HEAD:content/faqs/a.yml"]
    assert found.objects(names) == [None, FAQ.encode(), None, FAQ.encode()]
    assert found.objects([]) == []
    assert found.at("HEAD", ["faqs/b.yml", "faqs/a.yml"]) == {"faqs/a.yml": FAQ.encode()}


def test_changed_files_are_named(repository: SampleRepository, found: Repository) -> None:
    """Files that were edited, are new, or are gone are named from the folder."""
    repository.write({"faqs/a.yml": None, "pages/新 页.md": "# 新\n"})
    assert found.changed("HEAD") == ["faqs/a.yml", "pages/新 页.md"]
    repository.write({"faqs/a.yml": FAQ, "pages/新 页.md": None})
    assert found.changed("HEAD") == []
