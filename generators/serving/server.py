"""The web server on an editor's machine: the site's files, and news for the pages that show it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from generators.serving.board import Board
from generators.serving.responses import EVENTS, Response, Shown, respond

_STILL_HERE = 15.0
"""After how many seconds without news a page is told that there are none."""


class SiteServer(ThreadingHTTPServer):
    """Serves a site below the path it is published at."""

    daemon_threads = True
    # A server that was just stopped must not keep the next one from its port.
    allow_reuse_address = True

    def __init__(self, address: tuple[str, int], *, site: Path, base: str, board: Board) -> None:
        self.site, self.base, self.board = site, base, board
        super().__init__(address, _Handler)

    @property
    def url(self) -> str:
        """Return the address of the home page."""
        host = f"[{self.server_name}]" if ":" in self.server_name else self.server_address[0]
        return f"http://{host!s}:{self.server_port}{self.base}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Else the system holds a body back until the browser has told that the headers came: 40 ms.
    disable_nagle_algorithm = True
    server: SiteServer

    def do_GET(self) -> None:
        """Send a file, or news for as long as the page is open."""
        if self.path == EVENTS:
            self._send_news()
        else:
            self._send(self._response())

    def do_HEAD(self) -> None:
        """Send what a file would be sent with."""
        self._send(self._response(), with_body=False)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: who edits wants to see findings."""

    def _response(self) -> Response:
        server = self.server
        showing, fresh = server.board.state
        site = Shown(server.site, showing.version, fresh)
        return respond(self.path, site, base=server.base)

    def _send(self, response: Response, *, with_body: bool = True) -> None:
        self.send_response(response.status)
        for name, value in response.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(response.body)))
        self.end_headers()
        if with_body:
            self.wfile.write(response.body)

    def _send_news(self) -> None:
        """Send the state now, and again whenever it changes (server-sent events)."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        number = -1
        try:
            while True:
                before = number
                number, showing = self.server.board.after(before, timeout=_STILL_HERE)
                news = f"data: {showing.as_json()}" if number != before else ":"
                self.wfile.write(f"{news}\n\n".encode())
        except OSError:  # the page was closed
            self.close_connection = True


@contextmanager
def running(server: SiteServer) -> Iterator[None]:
    """Let a server answer in the background."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
