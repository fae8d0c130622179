"""MkDocs as its users know it: build, strict, gh-deploy, a nav of one's own."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import sleep
from urllib.request import urlopen

import pytest

from tests.benchmarks.many_records import write_project
from tests.conftest import ROOT
from tests.samples import AS_OF

_QUIET = {"NO_MKDOCS_2_WARNING": "1", "PATH": "/usr/local/bin:/usr/bin:/bin"}


def _mkdocs(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        env=_environment(project),
    )


def _environment(project: Path) -> dict[str, str]:
    return {**_QUIET, "PYTHONPATH": str(ROOT), "HOME": str(project)}


def test_mkdocs_build_makes_the_same_kind_of_site(project: Path) -> None:
    """`mkdocs build --strict` writes records, lists and search."""
    config = project / "mkdocs.yml"
    settings = config.read_text("utf-8")
    day = f"content: content\n      as_of: {AS_OF}\n"  # on a later day something is due
    config.write_text(settings.replace("content: content\n", day), "utf-8")
    done = _mkdocs(project, "build", "--strict")
    assert done.returncode == 0, done.stderr
    for path in ("index.html", "policies/startup-loan-2023/index.html", "search/manifest.json"):
        assert (project / "site" / path).is_file()


def test_mkdocs_build_refuses_broken_content(project: Path) -> None:
    """A finding is printed with its line, and nothing is written."""
    event = next((project / "content/events").glob("*.yml"))
    event.write_text(event.read_text("utf-8").replace("updated_on: 2026", "updated_on: 二〇二六"))
    done = _mkdocs(project, "build")
    assert done.returncode == 1
    assert f"events/{event.name}" in done.stderr
    assert not (project / "site").exists()


def test_own_navigation_is_kept(project: Path) -> None:
    """A nav in mkdocs.yml is used as it stands."""
    config = project / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8") + "nav:\n  - 首页: index.md\n  - 关于: about.md\n", "utf-8"
    )
    done = _mkdocs(project, "build")
    assert done.returncode == 0, done.stderr
    html = (project / "site/index.html").read_text("utf-8")
    tabs = html[html.index('class="md-tabs"') : html.index("</nav>", html.index('class="md-tabs"'))]
    assert tabs.count("<li") == 2


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str, Path]]:
    """Run `mkdocs serve`; return the project, its address and what it says."""
    write_project(root := tmp_path / "project", 30)
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    said = tmp_path / "said.txt"
    with said.open("w") as stream:
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
        process = subprocess.Popen(command, cwd=root, stderr=stream, env=_environment(root))
    _wait_for("Serving on", said)
    yield root, f"http://{address}/cyfw/", said
    process.send_signal(signal.SIGINT)
    process.wait(60)


def _wait_for(words: str, said: Path) -> None:
    while words not in said.read_text("utf-8"):
        sleep(0.05)


def test_mkdocs_serve_goes_on_after_a_broken_edit(served: tuple[Path, str, Path]) -> None:
    """Findings are printed, and the last good page is shown instead of nothing."""
    root, address, said = served
    record = sorted((root / "content/faqs").glob("*.yml"))[0]
    record.write_text(record.read_text("utf-8").replace("region:", "regoin:"), "utf-8")
    _wait_for("现在还是上一次正确的网站", said)
    assert "unknown-field" in said.read_text("utf-8")
    with urlopen(f"{address}faqs/{record.stem}/", timeout=60) as page:
        assert page.status == 200


def test_gh_deploy_commits_the_stamped_site(project: Path) -> None:
    """`mkdocs gh-deploy` publishes the finished site, records included."""
    remote = project.parent / "remote.git"
    git = ["git", "-c", "user.name=Editor", "-c", "user.email=editor@shili.example"]
    for command in (
        ["git", "init", "--quiet", "--bare", str(remote)],
        ["git", "init", "--quiet", str(project)],
        [*git, "-C", str(project), "commit", "--quiet", "--allow-empty", "-m", "start"],
        ["git", "-C", str(project), "remote", "add", "origin", str(remote)],
        ["git", "-C", str(project), "config", "user.name", "Editor"],
        ["git", "-C", str(project), "config", "user.email", "editor@shili.example"],
    ):
        subprocess.run(command, check=True)
    done = _mkdocs(project, "gh-deploy")
    assert done.returncode == 0, done.stderr
    files = subprocess.run(
        ["git", "-C", str(remote), "ls-tree", "-r", "--name-only", "gh-pages"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    assert "policies/startup-loan-2023/index.html" in files
