"""The preview's server, asked over the network."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from generators.artifacts import Artifact
from generators.build.writer import write_site
from generators.serving.board import Board, Showing
from generators.serving.server import SiteServer, running


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SiteServer]:
    """Return a server of a site of one page, on a port of its own."""
    write_site([Artifact.of_text("index.html", "<body>首页</body>")], tmp_path / "site")
    board = Board()
    board.put(Showing("7"))
    server = SiteServer(("127.0.0.1", 0), site=tmp_path / "site", base="/cyfw/", board=board)
    with running(server):
        yield server


@pytest.fixture
def connection(server: SiteServer) -> Iterator[HTTPConnection]:
    """Return a connection to the server."""
    with closing(HTTPConnection("127.0.0.1", server.server_port, timeout=30)) as connection:
        yield connection


def _ask(connection: HTTPConnection, method: str, path: str) -> HTTPResponse:
    connection.request(method, path)
    return connection.getresponse()


def test_page_is_served_below_the_sites_path(
    server: SiteServer, connection: HTTPConnection
) -> None:
    """The address has the path the site is published at."""
    assert server.url == f"http://127.0.0.1:{server.server_port}/cyfw/"
    page = _ask(connection, "GET", "/cyfw/")
    assert (page.status, "首页" in page.read().decode()) == (200, True)


def test_head_has_no_body(connection: HTTPConnection) -> None:
    """Programs may ask for the headers only."""
    head = _ask(connection, "HEAD", "/cyfw/")
    assert int(head.headers["Content-Length"]) > 0
    assert head.read() == b""


def test_one_connection_serves_many_files(connection: HTTPConnection) -> None:
    """A page's fifty files need not be connected for one by one."""
    for _ in range(3):
        assert _ask(connection, "GET", "/cyfw/").read()
        assert connection.sock is not None


def test_news_comes_at_once_and_with_every_change(
    server: SiteServer, connection: HTTPConnection
) -> None:
    """An open page learns the state, and the next as soon as it is there."""
    news = _ask(connection, "GET", "/__catalogue/events")
    assert news.headers["Content-Type"] == "text/event-stream; charset=utf-8"
    assert json.loads(news.readline().removeprefix(b"data: "))["version"] == "7"
    threading.Thread(target=server.board.put, args=(Showing("8"),)).start()
    assert news.readline() == b"\n"
    assert json.loads(news.readline().removeprefix(b"data: "))["version"] == "8"
    news.close()
