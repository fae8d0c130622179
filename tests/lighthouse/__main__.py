"""Print Lighthouse's scores of the built site, as a slow phone sees it.

`python -m tests.lighthouse [--site site]` serves the site compressed and with the headers of the
build, below its path, and asks Lighthouse about the home page, a finder, a policy and a
procedure.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import threading
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from tests.chromium import chromium_path
from tests.conftest import QuietHandler
from tests.npm import npm_packages

PAGES = (
    "",
    "policies/",
    "policies/startup-loan-2023/",
    "procedures/startup-loan-personal/",
)
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_COMPRESSED = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".txt", ".xml"}


class _CompressingHandler(QuietHandler):
    """Serves texts compressed, as every web server would."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Send the head of a file, and return what follows."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if file.suffix not in _COMPRESSED or not file.is_file():
            return super().send_head()
        data = gzip.compress(file.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file) + "; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return BytesIO(data)


@contextmanager
def _served(site: Path) -> Iterator[str]:
    with TemporaryDirectory() as place:
        (Path(place) / "cyfw").symlink_to(site.resolve())
        handler = partial(_CompressingHandler, directory=place)
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/cyfw/"
        server.shutdown()


def _report(address: str) -> dict[str, object]:
    program = npm_packages(Path(__file__).parent) / "node_modules/lighthouse/cli/index.js"
    command = ["node", str(program), address, "--quiet", "--output=json"]
    command += [f"--only-categories={','.join(CATEGORIES)}"]
    command += ["--chrome-flags=--headless=new --no-sandbox"]
    environment = {**os.environ, "CHROME_PATH": chromium_path() or ""}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    report: dict[str, object] = json.loads(done.stdout)
    return report


def _line(path: str, report: dict[str, object]) -> str:
    categories, audits = report["categories"], report["audits"]
    assert isinstance(categories, dict)
    assert isinstance(audits, dict)
    scores = "".join(f"{round(100 * categories[name]['score']):>16}" for name in CATEGORIES)
    size = audits["total-byte-weight"]["numericValue"] / 1000
    failed = [
        name
        for name, audit in audits.items()
        if audit["score"] is not None
        and audit["score"] < _PASSED
        and audit.get("scoreDisplayMode") == "binary"
    ]
    return f"{path or '/':36}{scores}{size:>9.0f} kB  {' '.join(failed)}"


_PASSED = 0.9


def main() -> None:
    """Print a line a page."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=Path("site"))
    print(f"{'page':36}{''.join(f'{name:>16}' for name in CATEGORIES)}   loaded")
    with _served(parser.parse_args().site) as address:
        for path in PAGES:
            print(_line(path, _report(address + path)), flush=True)


if __name__ == "__main__":
    main()
