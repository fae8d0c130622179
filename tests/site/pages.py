"""Read the built pages: their links, ids and texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

_LINKS = {"a": "href", "link": "href", "script": "src", "img": "src", "form": "action"}


@dataclass
class BuiltPage:
    """A page: its address below the root, the addresses it names, the ids it has."""

    path: str
    links: list[tuple[str, str]] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    ids_twice: set[str] = field(default_factory=set)
    headings: list[int] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, page: BuiltPage) -> None:
        super().__init__()
        self.page = page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if target := values.get(_LINKS.get(tag, "")):
            self.page.links.append((tag, target))
        if name := values.get("id"):
            (self.page.ids_twice if name in self.page.ids else self.page.ids).add(name)
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.page.headings.append(int(tag[1]))


def read_pages(site: Path) -> dict[str, BuiltPage]:
    """Return every HTML page by its path below the site's root."""
    pages = {}
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        pages[path] = BuiltPage(path)
        _Reader(pages[path]).feed(file.read_text("utf-8"))
    return pages


def target_of(page: BuiltPage, link: str) -> tuple[str, str] | None:
    """Return (file, fragment) of an internal link, or None for another scheme or host."""
    parts = urlsplit(urljoin(f"http://site/{page.path}", link))
    if parts.netloc != "site" or parts.scheme != "http":
        return None
    path = unquote(parts.path).lstrip("/")
    return (f"{path}index.html" if path == "" or path.endswith("/") else path), parts.fragment
