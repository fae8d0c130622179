"""A city small enough to publish in seconds: its repository, a bare one as remote, its web folder."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT
from tests.samples import as_text, content_folder, event
from tests.workflows.steps import clean_environment

_TAKEN = (
    ".ci",
    ".github",
    ".gitlab-ci.yml",
    ".gitignore",
    "Makefile",
    "mkdocs.yml",
    "pyproject.toml",
)
# Stands in for the installation, which needs a network: the tests' own environment.
_INSTALL = f'#!/bin/sh\nmkdir -p "$1"\nln -sfn "{sys.prefix}/bin" "$1/bin"\n'


@dataclass(frozen=True, slots=True)
class City:
    """A remote repository with a branch `main`, the folder it is published to, and tools."""

    root: Path

    @property
    def origin(self) -> Path:
        """Return the bare repository."""
        return self.root / "origin.git"

    @property
    def www(self) -> Path:
        """Return the folder with the releases."""
        return self.root / "www"

    @property
    def environment(self) -> dict[str, str]:
        """Return the environment that workflows run in here."""
        return clean_environment(self.root, self.root / "tools")

    def git(self, folder: Path, *arguments: str) -> str:
        """Run git in a folder."""
        done = subprocess.run(
            ["git", *arguments],
            cwd=folder,
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()

    def checkout(self, name: str) -> Path:
        """Return a fresh clone of `main`."""
        self.git(self.root, "clone", "--quiet", str(self.origin), name)
        return self.root / name

    def commit(self, checkout: Path, path: str, text: str) -> None:
        """Write a file and commit it."""
        (checkout / path).write_text(text, "utf-8")
        self.git(checkout, "add", path)
        self.git(checkout, "commit", "--quiet", "-m", f"改 {path}")

    def online(self, path: str) -> bool:
        """Tell whether the public sees a page."""
        return (self.www / "current" / path / "index.html").is_file()

    def copied(self, root: Path) -> City:
        """Return a copy that a test may change, without the checkouts."""
        for name in ("origin.git", "www", "tools"):
            shutil.copytree(self.root / name, root / name, symlinks=True)
        return City(root)


def make_city(root: Path) -> City:
    """Make a city of one event, committed and pushed, and nothing published yet."""
    city, work = City(root), root / "work"
    (root / "tools").mkdir(parents=True)
    work.mkdir()
    for name in _TAKEN:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, work / name)
    for name in ("overrides", "requirements"):
        shutil.copytree(ROOT / name, work / name)
    (work / "requirements/install").write_text(_INSTALL)
    records = {"events/open-day.yml": event_text("开放日"), "pages/about.md": "# 关于\n"}
    content_folder(work, records)
    city.git(root, "init", "--quiet", "--bare", "--initial-branch=main", str(city.origin))
    city.git(work, "init", "--quiet", "--initial-branch=main")
    city.git(work, "add", ".")
    city.git(work, "commit", "--quiet", "-m", "开始")
    city.git(work, "push", "--quiet", str(city.origin), "main")
    return city


def event_text(title: str) -> str:
    """Return an event as an editor writes it."""
    return as_text(event(title=title, sample=True))
