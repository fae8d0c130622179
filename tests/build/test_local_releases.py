"""Releases in a folder: one publication at a time, and none half done."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generators.build.local_releases import local_releases
from generators.build.publishing import PublishingError, publish_site

# Publishes, and is killed when it calls a function of a class for the given time.
_KILLED = """
import os, signal, sys
from pathlib import Path
from generators.build import local_releases as module
from generators.build.publishing import publish_site

times = int(sys.argv[4])

def killing(*arguments, **options):
    global times
    times -= 1
    if not times:
        os.kill(os.getpid(), signal.SIGKILL)
    return original(*arguments, **options)

owner = {"copyfile": module.shutil, "replace": Path, "rename": Path}[sys.argv[3]]
original = getattr(owner, sys.argv[3])
setattr(owner, sys.argv[3], killing)
with module.local_releases(Path(sys.argv[1])) as releases:
    publish_site(Path(sys.argv[2]), releases)
"""


def _site(folder: Path, text: str) -> Path:
    for name in ("index.html", "a.html", "b.html"):
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(f"{name} {text}", "utf-8")
    return folder


def _read(folder: Path) -> set[str]:
    return {file.read_text("utf-8") for file in folder.iterdir()}


@pytest.mark.parametrize(("step", "times"), [("copyfile", 2), ("rename", 1), ("replace", 1)])
def test_killed_publication_leaves_the_old_release(tmp_path: Path, step: str, times: int) -> None:
    """Killed while copying, before naming, before switching: the old site, and the next works."""
    root, old = tmp_path / "www", _site(tmp_path / "site", "旧")
    with local_releases(root) as releases:
        publish_site(old, releases)
    new = _site(tmp_path / "site", "新")
    command = [sys.executable, "-c", _KILLED, str(root), str(new), step, str(times)]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    assert _read(root / "current") == {"index.html 旧", "a.html 旧", "b.html 旧"}
    with local_releases(root) as releases:
        publish_site(new, releases)
    assert _read(root / "current") == {"index.html 新", "a.html 新", "b.html 新"}
    assert not (root / ".incoming").exists()


def test_second_publication_waits_for_its_turn(tmp_path: Path) -> None:
    """While one publication holds the folder another is refused."""
    with (
        local_releases(tmp_path),
        pytest.raises(PublishingError) as refused,
        local_releases(tmp_path),
    ):
        pass
    assert str(refused.value) == f"另一次发布正在往 {tmp_path} 里写。等它结束，再发布一次。"


def test_file_system_without_links_gets_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where files cannot be shared they are copied."""

    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr("os.link", refuse)
    with local_releases(tmp_path / "www") as releases:
        publish_site(_site(tmp_path / "site", "旧"), releases)
        (tmp_path / "site/a.html").write_text("a.html 新", "utf-8")
        publish_site(tmp_path / "site", releases)
    assert _read(tmp_path / "www/current") == {"index.html 旧", "a.html 新", "b.html 旧"}
