"""How long the browser computes an answer whose files are loaded."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from os import PathLike
from pathlib import Path

from tests.chromium import chromium

# The first round loads the files of a query, the second is timed.
_TIME = """async ([base, queries]) => {
  const { open } = await import(`${base}assets/search/search.mjs`)
  const index = await open(base)
  const times = []
  for (const query of queries) {
    await index.search(query)
    const start = performance.now()
    await index.search(query)
    times.push(performance.now() - start)
  }
  return times
}"""


class _QuietHandler(SimpleHTTPRequestHandler):
    """Serves files without a log, scripts with the type that browsers insist on."""

    def guess_type(self, path: str | PathLike[str]) -> str:
        return "text/javascript" if str(path).endswith(".mjs") else super().guess_type(path)

    def log_message(self, format: str, *args: object) -> None:
        pass


def answer_times(site: Path, queries: Sequence[str]) -> list[float]:
    """Return the milliseconds in which Chromium answers each query for the second time."""
    (site / "index.html").write_text("<!doctype html><title>-</title>", "utf-8")
    with _served(site) as address, chromium() as browser:
        page = browser.new_page()
        page.goto(address)
        times: list[float] = page.evaluate(_TIME, [address, list(queries)])
    return times


@contextmanager
def _served(site: Path) -> Iterator[str]:
    handler = partial(_QuietHandler, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
