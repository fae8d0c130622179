"""What many tests share: the project, its built site, a server, a browser, golden files."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from os import PathLike
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, Request

from generators.build.checking import check
from generators.catalogue import Catalogue
from generators.cli import main
from tests.chromium import chromium
from tests.samples import AS_OF

ROOT = Path(__file__).parent.parent
# A deadline would be a timed assertion, and these machines are noisy.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that rewrites golden files."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Return a function that compares a text with a golden file, or rewrites the file."""

    def compare(file: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            file.write_text(text, "utf-8")
        assert text == file.read_text("utf-8")

    return compare


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Return the project's own content on a fixed day."""
    checked = check(ROOT / "content", as_of=AS_OF)
    assert checked.catalogue is not None
    return checked.catalogue


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the project's own site, built on a fixed day below a folder `cyfw`."""
    folder = tmp_path_factory.mktemp("web") / "cyfw"
    assert main(["build", *project_options(ROOT), "--site", str(folder)]) == 0
    return folder


def project_options(root: Path) -> list[str]:
    """Return the options that name a project and the fixed day."""
    return ["--config", str(root / "mkdocs.yml"), "--as-of", AS_OF.isoformat()]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the project that a test may change."""
    return copied_project(tmp_path / "project")


def copied_project(root: Path) -> Path:
    """Copy the project to *root*, with holidays of 2027 for tests."""
    root.mkdir()
    shutil.copy(ROOT / "mkdocs.yml", root)
    for folder in ("content", "overrides"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "tests/vectors/holidays-2027.yml", root / "content/holidays/2027.yml")
    return root


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files with the headers of the build, and scripts with the type browsers insist on."""

    def guess_type(self, path: str | PathLike[str]) -> str:
        """Return the media type of a file."""
        return "text/javascript" if str(path).endswith(".mjs") else super().guess_type(path)

    def end_headers(self) -> None:
        """Send the headers that the build wrote for every file."""
        for name, value in self.server_headers().items():
            self.send_header(name, value)
        super().end_headers()

    def server_headers(self) -> dict[str, str]:
        """Return the headers of the first rule of `_headers`, which is for everything."""
        folder = Path(self.directory) / "cyfw"
        rule = (folder / "_headers").read_text("utf-8").split("\n/", 1)[0]
        return dict(line.strip().split(": ", 1) for line in rule.splitlines()[1:])

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Return the address of the site, served below `/cyfw/` as a city would."""
    handler = partial(QuietHandler, directory=str(site.parent))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/cyfw/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a browser that all tests of a process share."""
    with chromium() as browser:
        yield browser


def _failed(request: Request) -> list[str]:
    # What a visitor leaves before it has come is given up by the browser; a missing file is not.
    return [] if request.failure == "net::ERR_ABORTED" else [f"failed: {request.url}"]


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """Return a page of phone size, on the day of the build, that fails on any complaint.

    Complaints are what the console says, errors, files that do not come, and requests to others.
    """
    complaints: list[str] = []
    page = browser.new_page(viewport={"width": 390, "height": 844}, locale="zh-CN")
    page.clock.set_fixed_time(datetime.combine(AS_OF, time(4), UTC))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.extend(_failed(request)))
    page.on(
        "request",
        lambda r: None if r.url.startswith((address, "data:")) else complaints.append(r.url),
    )
    yield page
    page.close()
    assert complaints == []
