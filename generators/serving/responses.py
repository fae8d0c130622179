"""What a visitor gets for an address: a file of the site, with the headers it is published with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from generators.outputs.server_headers import HEADERS_FILE
from generators.serving.board import Fresh, no_page

OWN = "/__catalogue/"
"""Below this the server answers by itself; no site has such a folder."""
EVENTS = f"{OWN}events"
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".xml": "application/xml",
    ".ics": "text/calendar; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".ico": "image/vnd.microsoft.icon",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
}
_ANYTHING = "application/octet-stream"
_WAITING = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>正在生成网站</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<body><main><h1>正在生成网站……</h1><p>好了会自动打开。</p></main></body></html>"""


@dataclass(frozen=True, slots=True)
class Response:
    """What is sent back."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Shown:
    """The site that is shown: its files, its version, and pages newer than its files."""

    folder: Path
    version: str
    fresh: Fresh = no_page

    def read(self, path: str) -> bytes | None:
        """Return a file, or the newer page of its name."""
        page = self.fresh(path) if path.endswith(".html") else None
        if page is not None:
            return page
        try:
            return (self.folder / path).read_bytes()
        except OSError:
            return None


def respond(address: str, site: Shown, *, base: str) -> Response:
    """Answer a request for *address* from a site that is published below the path *base*.

    Pages get a script that shows the next version as soon as there is one.
    """
    path = unquote(urlsplit(address).path)
    if path.startswith(OWN):
        return _own(path.removeprefix(OWN))
    if not path.startswith(base):
        return _redirect(base) if path in ("/", base.rstrip("/")) else _lost(site, path)
    if not site.version:
        return _page(503, _WAITING.encode(), site.version, {})
    return _from_site(path.removeprefix(base), path, site)


def _from_site(below: str, path: str, site: Shown) -> Response:
    if ".." in below.split("/") or "\0" in below:
        return _lost(site, path)
    is_folder = not below or below.endswith("/")
    if not is_folder and (site.folder / below).is_dir():
        return _redirect(f"{path}/")
    name = f"{below}index.html" if is_folder else below
    body = site.read(name)
    if body is None:
        return _lost(site, path)
    headers = _headers(site.folder, path)
    if name.endswith(".html"):
        return _page(200, body, site.version, headers)
    return Response(200, headers | {"Content-Type": _TYPES.get(Path(name).suffix, _ANYTHING)}, body)


def _own(name: str) -> Response:
    file = files("generators.serving").joinpath("browser", name)
    suffix = Path(name).suffix
    if "/" in name or suffix not in (".mjs", ".css") or not file.is_file():
        return Response(404)
    headers = {"Content-Type": _TYPES[suffix], "Cache-Control": "no-cache"}
    return Response(200, headers, file.read_bytes())


def _redirect(path: str) -> Response:
    return Response(302, {"Location": quote(path)})


def _lost(site: Shown, path: str) -> Response:
    body = site.read("404.html")
    headers = _headers(site.folder, path)
    return _page(404, "没有这个页面。".encode() if body is None else body, site.version, headers)


def _page(status: int, body: bytes, version: str, headers: dict[str, str]) -> Response:
    """Send a page with the script, which is told what this page is and of which site."""
    digest = sha256(body).hexdigest()[:16]
    source = f"{OWN}live.mjs?version={version}&amp;page={digest}"
    script = f'<script type="module" src="{source}"></script>'
    before, end, after = body.rpartition(b"</body>")
    whole = before + script.encode() + end + after if end else body + script.encode()
    own = {"Content-Type": _TYPES[".html"], "Cache-Control": "no-store", "ETag": f'"{digest}"'}
    return Response(status, headers | own, whole)


def _headers(site: Path, path: str) -> dict[str, str]:
    """Return the headers that the build wrote for a path; later rules add to earlier ones."""
    try:
        text = (site / HEADERS_FILE).read_text("utf-8")
    except OSError:
        return {}
    headers: dict[str, str] = {}
    for pattern, name, value in _rules(text):
        if not re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), path):
            continue
        if name.startswith("! "):
            headers.pop(name[2:], None)
        else:
            headers[name] = value
    return headers


def _rules(text: str) -> Iterator[tuple[str, str, str]]:
    pattern = ""
    for line in text.splitlines():
        if line.startswith("/"):
            pattern = line
        elif line.strip():
            name, _, value = line.strip().partition(": ")
            yield pattern, name, value
