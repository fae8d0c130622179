"""What the built site is made of: its files, the ids on its pages, and its dead links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from posixpath import normpath
from sys import intern
from typing import NamedTuple
from urllib.parse import unquote

HOME = "index.html"
# Served at any depth, so its links begin with the address the site is published at.
_ABSOLUTE = "404.html"
_LINK = re.compile(
    r"""<(?:a|link|script|img)\s[^>]*?(?:href|src)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"""
)
# The fixed letters come first: a search leaps from one to the next.
_ID = re.compile(r"""id=(?<=\sid=)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_TOGETHER = 512  # pages whose links are noted at once
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*:|//")

Target = tuple[str, str]  # a file below the site, and a fragment or nothing


@dataclass(frozen=True, slots=True)
class Built:
    """A built site: all files, the ids by page, every target with a page that links to it."""

    files: frozenset[str]
    ids: Mapping[str, frozenset[str]]
    targets: Mapping[Target, str]
    home: str

    @classmethod
    def of(cls, pages: Mapping[str, str], files: Iterable[str] = ()) -> Built:
        """Make it of pages, HTML by path, and the paths of all other files."""
        survey = Survey()
        for path in files:
            survey.add(path)
        for path, html in pages.items():
            survey.add(path, Links.of(path, html))
        return survey.built()

    def dead(self) -> Iterator[tuple[str, str]]:
        """Yield (page, target) for every target that is not there, once each."""
        missing = [
            target
            for target in self.targets
            if target[0] not in self.files
            or (target[1] and target[1] not in self.ids.get(target[0], {target[1]}))
        ]
        for file, fragment in sorted(missing):
            is_there = file in self.files
            yield self.targets[file, fragment], f"{file}#{fragment}" if is_there else file

    def has(self, page: str) -> bool:
        """Tell whether there is a page at a path that ends with a slash."""
        return f"{page}index.html" in self.files


class Links(NamedTuple):
    """The ids of a page and the targets of its links; of the home page also its HTML."""

    ids: frozenset[str]
    targets: tuple[Target, ...]
    home: str = ""

    @classmethod
    def of(cls, path: str, html: str, *, frame: str = "") -> Links | None:
        """Find them in a page; there are none in one whose links are absolute.

        What a page shares with others, its *frame*, need not be in its *html*.
        """
        if path == _ABSOLUTE:
            return None
        root = "../" * path.count("/")
        own, shared = _Found.of(html, root), _in_frame(frame, root)
        relative = (_target(path, link) for link in own.relative + shared.relative)
        targets = dict.fromkeys(own.targets + shared.targets)
        targets.update(dict.fromkeys(target for target in relative if target))
        return cls(_same(own.ids | shared.ids), tuple(targets), html if path == HOME else "")


class _Found(NamedTuple):
    """What is in a piece of HTML: ids, targets, and links whose target depends on the page."""

    ids: frozenset[str]
    targets: tuple[Target, ...]
    relative: tuple[str, ...]

    @classmethod
    def of(cls, html: str, root: str) -> _Found:
        """Find them; links that begin with the way up to the *root* mean the same anywhere."""
        ids = frozenset(intern(unescape(a or b or c)) for a, b, c in set(_ID.findall(html)))
        links = [unescape(a or b or c) for a, b, c in dict.fromkeys(_LINK.findall(html))]
        below = (_from_root(link[len(root) :]) for link in links if link.startswith(root))
        others = (link for link in links if not link.startswith(root))
        return cls(ids, tuple(target for target in below if target), tuple(others))


_in_frame = lru_cache(maxsize=256)(_Found.of)


@dataclass(slots=True)
class Survey:
    """Notes what a built site is made of while its files pass by, keeping no page but the first."""

    _files: set[str] = field(default_factory=set)
    _ids: dict[str, frozenset[str]] = field(default_factory=dict)
    _targets: dict[Target, str] = field(default_factory=dict)
    _seen: list[tuple[str, tuple[Target, ...]]] = field(default_factory=list)
    _home: str = ""

    def add(self, path: str, links: Links | None = None) -> None:
        """Note a file, and where it is a page its ids and links."""
        self._files.add(path)
        if links is None:
            return
        self._ids[path] = links.ids
        self._seen.append((path, links.targets))
        if len(self._seen) == _TOGETHER:
            self._note_targets()
        self._home = links.home or self._home

    def _note_targets(self) -> None:
        """Note who was first to link to each target; most pages of a kind link to the same."""
        first: dict[Target, str] = {}
        for path, targets in reversed(self._seen):
            first.update(dict.fromkeys(targets, path))
        for target, path in first.items():
            self._targets.setdefault(target, path)
        self._seen.clear()

    def built(self, *expected: str) -> Built:
        """Return what was noted, as if the files *expected* later were there."""
        self._note_targets()
        return Built(frozenset({*self._files, *expected}), self._ids, self._targets, self._home)


# Pages of a kind have the same ids: as one set for each they are a tenth of a build's memory.
@lru_cache(maxsize=10_000)
def _same(ids: frozenset[str]) -> frozenset[str]:
    return ids


@lru_cache(maxsize=10_000)
def _from_root(link: str) -> Target | None:
    """Return the target of a link whose way up to the root is left out: many pages have it."""
    return _target(HOME, link or "./")


def _target(page: str, link: str) -> Target | None:
    """Return the file and the fragment an internal link leads to, None for any other."""
    if not link or _SCHEME.match(link) or link.startswith("/"):
        return None
    path, _, fragment = link.partition("#")
    path = path.partition("?")[0]
    if not path:
        return page, intern(unquote(fragment))
    folder = page.rpartition("/")[0]
    file = normpath(f"{folder}/{unquote(path)}" if folder else unquote(path))
    if path.endswith(("/", ".", "..")):
        file = "index.html" if file == "." else f"{file}/index.html"
    return file, intern(unquote(fragment))
