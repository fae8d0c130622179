"""What a visitor gets for an address: a file of the site, with the headers it is published with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from generators.outputs.server_headers import HEADERS_FILE

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


def respond(address: str, site: Path, *, base: str, version: str) -> Response:
    """Answer a request for *address* from a site that is published below the path *base*.

    Pages get a script that reloads them when *version* is no longer the newest.
    """
    path = unquote(urlsplit(address).path)
    if path.startswith(OWN):
        return _own(path.removeprefix(OWN))
    if not path.startswith(base):
        return _redirect(base) if path in ("/", base.rstrip("/")) else _lost(site, path, version)
    if not version:
        return _page(503, _WAITING.encode(), version, {})
    return _from_site(path.removeprefix(base), path, site, version)


def _from_site(below: str, path: str, site: Path, version: str) -> Response:
    file = site / below
    if ".." in below.split("/") or "\0" in below:
        return _lost(site, path, version)
    if file.is_dir():
        if not path.endswith("/"):
            return _redirect(f"{path}/")
        file = file / "index.html"
    try:
        body = file.read_bytes()
    except OSError:
        return _lost(site, path, version)
    headers = _headers(site, path)
    if file.suffix == ".html":
        return _page(200, body, version, headers)
    return Response(200, headers | {"Content-Type": _TYPES.get(file.suffix, _ANYTHING)}, body)


def _own(name: str) -> Response:
    file = files("generators.serving").joinpath("browser", name)
    suffix = Path(name).suffix
    if "/" in name or suffix not in (".mjs", ".css") or not file.is_file():
        return Response(404)
    headers = {"Content-Type": _TYPES[suffix], "Cache-Control": "no-cache"}
    return Response(200, headers, file.read_bytes())


def _redirect(path: str) -> Response:
    return Response(302, {"Location": quote(path)})


def _lost(site: Path, path: str, version: str) -> Response:
    try:
        body = (site / "404.html").read_bytes()
    except OSError:
        body = "没有这个页面。".encode()
    return _page(404, body, version, _headers(site, path))


def _page(status: int, body: bytes, version: str, headers: dict[str, str]) -> Response:
    script = f'<script type="module" src="{OWN}live.mjs?version={version}"></script>'.encode()
    before, end, after = body.rpartition(b"</body>")
    whole = before + script + end + after if end else body + script
    kept = headers | {"Content-Type": _TYPES[".html"], "Cache-Control": "no-store"}
    return Response(status, kept, whole)


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
