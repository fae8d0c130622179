"""A commit changes what pages tell of the past, and nothing that lies in the files."""

from __future__ import annotations

import subprocess
from pathlib import Path

from generators.build.flow import build
from generators.build.project import read_project
from generators.build.store import Store
from tests.build.edits import contents, fake_host, write_small_project
from tests.samples import AS_OF

_WHO = ("-c", "user.name=Editor", "-c", "user.email=editor@shili.example")


def _commit(root: Path, message: str, day: str) -> None:
    moment = f"{day}T10:00:00+08:00"
    for command in (("add", "content"), ("commit", "--quiet", "-m", message)):
        environment = {"GIT_COMMITTER_DATE": moment, "GIT_AUTHOR_DATE": moment, "PATH": "/usr/bin"}
        subprocess.run(["git", *_WHO, *command], cwd=root, check=True, env=environment)


def _site(root: Path, cache: Path, site: Path) -> dict[str, bytes]:
    project = read_project(root / "mkdocs.yml", site=site)
    built = build(project, host=fake_host, as_of=AS_OF, store=Store(cache))
    assert not built.refusal
    return contents(site)


def test_commit_alone_is_told_on_the_pages(tmp_path: Path) -> None:
    """After an edit was built and then committed, the next build is a clean build's equal."""
    root = write_small_project(tmp_path / "project")
    subprocess.run(["git", "init", "--quiet", str(root)], check=True)
    _commit(root, "start", "2026-11-01")
    policy = min((root / "content/policies").glob("*.yml"))
    text = policy.read_text("utf-8").splitlines(keepends=True)
    at = next(n for n, line in enumerate(text) if line.startswith("summary:"))
    policy.write_text("".join([*text[:at], "summary: 另一句话。\n", *text[at + 1 :]]), "utf-8")
    edited = _site(root, tmp_path / "cache", tmp_path / "site")
    _commit(root, "edit", "2026-11-10")

    committed = _site(root, tmp_path / "cache", tmp_path / "site")

    assert committed != edited
    assert committed == _site(root, tmp_path / "clean", tmp_path / "again")
