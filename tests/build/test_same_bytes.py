"""The same content on the same day gives the same bytes, whoever builds it and where."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generators.build import rendering, searching, workers
from generators.build.flow import build
from generators.build.project import read_project
from generators.build.store import Store
from tests.build.edits import contents, fake_host, write_small_project
from tests.conftest import ROOT
from tests.samples import AS_OF

# As unlike this process as may be.
_ELSEWHERE = {
    "PYTHONHASHSEED": "7",
    "LC_ALL": "C",
    "TZ": "Pacific/Kiritimati",
    "LANG": "tr_TR.UTF-8",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small project."""
    return write_small_project(tmp_path_factory.mktemp("here") / "project")


@pytest.fixture(scope="module")
def site(root: Path) -> dict[str, bytes]:
    """Return its site, made by this process alone."""
    return _built(root, "alone")


def _built(root: Path, name: str, store: Store | None = None) -> dict[str, bytes]:
    project = read_project(root / "mkdocs.yml", site=root.with_name(name))
    assert not build(project, host=fake_host, as_of=AS_OF, store=store or Store()).refusal
    return contents(project.site)


def test_another_place_and_process_make_the_same(
    root: Path, site: dict[str, bytes], tmp_path: Path
) -> None:
    """Folder, locale, time zone, hash seed and the number of processes leave no trace."""
    there = tmp_path / "elsewhere" / "copy"
    shutil.copytree(root, there)
    command = [sys.executable, "-m", "tests.build.elsewhere", str(there)]
    environment = {**os.environ, **_ELSEWHERE, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, check=True, cwd=ROOT, env=environment)
    assert contents(there / "site") == site


@pytest.mark.parametrize("many", [1, 1_000])
def test_forked_processes_make_the_same(
    many: int,
    root: Path,
    site: dict[str, bytes],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where there is much to do, processes of our own make what this one makes.

    Nor does it matter whether there are so many records that their memory does.
    """
    monkeypatch.setattr(rendering, "MANY", many)
    monkeypatch.setattr(searching, "MANY", many)
    monkeypatch.setattr(workers, "_WORTH_IT", 1)
    monkeypatch.setattr(workers, "_WORTH_ONE", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert _built(root, f"shared-{many}", Store(tmp_path)) == site
