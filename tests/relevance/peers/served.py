"""A folder served to Chromium, and the bytes sent, compressed as a server would send them."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


@dataclass(slots=True)
class Served:
    """The address of a served folder, and the files sent since somebody last asked."""

    address: str = ""
    sent: set[Path] = field(default_factory=set)

    def bytes_sent(self) -> int:
        """Return the size of the files sent since the last time, and forget them."""
        sent, self.sent = self.sent, set()
        return sum(_compressed_size(file) for file in sent)


def _compressed_size(file: Path) -> int:
    """Return the size that travels; a file that is compressed already is not made larger."""
    body = file.read_bytes()
    return min(len(body), len(gzip.compress(body, 6)))


class _Recorder(SimpleHTTPRequestHandler):
    """Serves files, and notes which."""

    def __init__(self, *args: Any, served: Served, directory: Path) -> None:
        self.served = served
        super().__init__(*args, directory=str(directory))

    def do_GET(self) -> None:
        """Send a file."""
        file = Path(self.translate_path(self.path))
        if file.is_file():
            self.served.sent.add(file)
        super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serve(folder: Path) -> Iterator[Served]:
    """Serve a folder on a free port of this machine."""
    served = Served()
    handler = partial(_Recorder, served=served, directory=folder)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    served.address = f"http://127.0.0.1:{server.server_port}/"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
