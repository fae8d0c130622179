"""The host is asked again only where something it reads has changed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from generators.build.hosting import Hosted, hosted_by, warnings_of
from generators.build.project import Project, read_project
from generators.build.store import Store
from generators.catalogue import Catalogue
from tests.build.edits import fake_host, write_small_project
from tests.samples import catalogue, entry


class _Host:
    """A host that counts how often it is asked."""

    asked = 0

    def __call__(self, project: Project, catalogue: Catalogue) -> Hosted:
        self.asked += 1
        return fake_host(project, catalogue)


def _append(file: Path) -> None:
    file.write_bytes(file.read_bytes() + b"\n# more\n")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project's folder."""
    return write_small_project(tmp_path / "project")


def _asked(root: Path, between: Callable[[Path], None], host: _Host) -> int:
    """Return how often a host is asked if it is wanted twice, with something in between."""
    store, made = Store(), catalogue(entry("faqs", "a"))
    for _ in range(2):
        hosted_by(host, read_project(root / "mkdocs.yml"), made, store)
        between(root)
    return host.asked


def test_nothing_new_is_not_asked_for(root: Path) -> None:
    """Records may change; the frames stay."""
    assert _asked(root, lambda root: _append(root / "content/site.yml"), _Host()) == 1


@pytest.mark.parametrize(
    "name",
    [
        "mkdocs.yml",
        "overrides/main.html",
        "overrides/assets/home/home.css",
        "content/pages/about.md",
    ],
)
def test_what_the_host_reads_is_looked_at(root: Path, name: str) -> None:
    """Settings, templates, assets and pages make it run again."""
    assert _asked(root, lambda root: _append(root / name), _Host()) == 2


@pytest.mark.parametrize(
    "settings",
    [
        "hooks: [a.py]\n",
        "INHERIT: base.yml\n",
        "plugins: [catalogue, tags]\n",
        "site_name: !ENV NAME\n",
        "markdown_extensions: [pymdownx.snippets]\n",
    ],
)
def test_host_that_may_read_anything_is_always_asked(root: Path, settings: str) -> None:
    """Where hooks, plugins or the environment have a say, nobody knows what they read."""
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    assert _asked(root, lambda root: None, _Host()) == 2


def test_warnings_of_the_host_are_kept() -> None:
    """What is said while the host runs comes with what it made, and nothing after."""
    with warnings_of("a.host") as kept:
        logging.getLogger("a.host.page").warning("没有 %s", "图")
    logging.getLogger("a.host.page").warning("later")
    assert kept == ["没有 图"]
