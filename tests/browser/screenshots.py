"""Take the screenshots of the documentation: `python -m tests.browser.screenshots SITE FOLDER`."""

from __future__ import annotations

import sys
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from tests.chromium import chromium
from tests.conftest import QuietHandler

PAGES = {
    "home": "",
    "policy": "policies/startup-loan-2023/",
    "procedure": "procedures/startup-loan-personal/",
    "events": "events/",
    "search": "search/?q=cydbdk",
    "deadlines": "deadlines/",
    "compare": "incubators/compare/",
    "notice": "procedures/startup-loan-personal/notice/",
}
SIZES = {390: 844, 1280: 900}


class _Handler(QuietHandler):
    """Serves a site from the root of the server."""

    def server_headers(self) -> dict[str, str]:
        """Return no headers: none of them changes what is seen."""
        return {}


def take(site: Path, folder: Path) -> None:
    """Write `<page>-<width>.png` for every page and size: what one sees without scrolling."""
    # Opened as files, pages may not load their modules.
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    with chromium() as browser:
        for width, height in SIZES.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            for name, path in PAGES.items():
                page.goto(address + path)
                page.wait_for_load_state("networkidle")
                page.screenshot(path=folder / f"{name}-{width}.png")
    server.shutdown()


if __name__ == "__main__":
    take(Path(sys.argv[1]), Path(sys.argv[2]))
