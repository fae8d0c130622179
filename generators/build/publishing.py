"""Putting a built site before the public: a release of its own, switched to in one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

_MOST_LOST = 0.2


class PublishingError(Exception):
    """Why nothing was published, in Chinese, with the way out; what is online has stayed."""


@dataclass(frozen=True, slots=True, order=True)
class Release:
    """One published state of the site; a withdrawn one is kept, but never gone back to."""

    number: int
    is_withdrawn: bool = False

    @property
    def name(self) -> str:
        """Return the name of its folder."""
        return f"{self.number}.withdrawn" if self.is_withdrawn else str(self.number)

    @classmethod
    def named(cls, folder: str) -> Release | None:
        """Return the release in a folder of this name."""
        number, _, suffix = folder.partition(".")
        is_ours = number.isascii() and number.isdigit() and suffix in ("", "withdrawn")
        return cls(int(number), suffix != "") if is_ours else None


@dataclass(frozen=True, slots=True)
class Shelf:
    """The releases that are kept, oldest first, and the one the public sees."""

    releases: tuple[Release, ...] = ()
    current: Release | None = None

    @classmethod
    def of(cls, folders: Iterable[str], current: str | None) -> Shelf:
        """Make a shelf of the names of folders; what is not ours is not heeded."""
        found = sorted(r for name in folders if (r := Release.named(name)))
        online = Release.named(current) if current else None
        return cls(tuple(found), online if online in found else None)

    @property
    def next(self) -> Release:
        """Return the release that comes after all others."""
        return Release(max((release.number for release in self.releases), default=0) + 1)

    def surplus(self, keep: int) -> list[Release]:
        """Return all but the current one and the newest others, *keep* in all."""
        others = [release for release in self.releases if release != self.current]
        kept = keep - 1 if self.current else keep
        return others[: max(len(others) - kept, 0)]

    def numbered(self, number: int) -> Release | None:
        """Return a release by its number."""
        return next((release for release in self.releases if release.number == number), None)

    def before(self) -> Release | None:
        """Return the release the public saw before the current one."""
        if self.current is None:
            return None
        earlier = [r for r in self.releases if r < self.current and not r.is_withdrawn]
        return earlier[-1] if earlier else None


@dataclass(frozen=True, slots=True)
class Differences:
    """How a site differs from the release that is online, by the paths of files."""

    total: int
    pages: int
    added: frozenset[str]
    changed: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)

    @property
    def same(self) -> int:
        """Return how many files need not be sent."""
        return self.total - len(self.added) - len(self.changed)

    @property
    def lost(self) -> list[str]:
        """Return the pages whose address would answer no more."""
        return sorted(filter(_is_page, self.removed))

    @property
    def pages_online(self) -> int:
        """Return how many pages the public sees now."""
        return self.pages - sum(map(_is_page, self.added)) + len(self.lost)


def _is_page(path: str) -> bool:
    return path.endswith(".html")


def differences(
    paths: Iterable[str],
    *,
    added: Iterable[str],
    changed: Iterable[str] = (),
    removed: Iterable[str] = (),
) -> Differences:
    """Count the files of a site and note how they differ."""
    files = list(paths)
    pages = sum(map(_is_page, files))
    return Differences(len(files), pages, frozenset(added), frozenset(changed), frozenset(removed))


class Releases(Protocol):
    """A place with `releases/<number>/` and the link `current` that the web server follows."""

    def shelf(self) -> Shelf:
        """Return what is there."""

    def compare(self, site: Path, online: Release | None) -> Differences:
        """Compare a site with a release."""

    def add(self, site: Path, release: Release, online: Release | None) -> None:
        """Send what is not in *online*, link what is, and name the whole when it is whole."""

    def switch(self, release: Release) -> None:
        """Show a release to the public, in one step."""

    def rename(self, release: Release, new: Release) -> None:
        """Keep a release under another name."""

    def remove(self, releases: Iterable[Release]) -> None:
        """Delete releases."""


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication did; nothing, where the release was online already."""

    release: Release
    differences: Differences


def publish_site(
    site: Path, releases: Releases, *, keep: int = 5, may_shrink: bool = False
) -> Published:
    """Make *site* the current release and keep the newest *keep*.

    Raise `PublishingError` where there is no site, or where more than a fifth of the pages
    that are online would be gone, unless that is wanted.
    """
    if not (site / "index.html").is_file():
        raise PublishingError(f"{site} 里没有网站。先运行 catalogue build，再发布。")
    shelf = releases.shelf()
    found = releases.compare(site, shelf.current)
    if not may_shrink:
        _refuse_loss(found)
    release = shelf.current
    if release is None or found:
        release = shelf.next
        releases.add(site, release, shelf.current)
        releases.switch(release)
    releases.remove(releases.shelf().surplus(keep))
    return Published(release, found)


def _refuse_loss(found: Differences) -> None:
    lost = found.lost
    if len(lost) <= found.pages_online * _MOST_LOST:
        return
    folders = Counter(path.split("/")[0] for path in lost)
    most = "、".join(f"{folder}/ {count} 个" for folder, count in folders.most_common(3))
    raise PublishingError(
        f"线上有 {found.pages_online} 个页面，新网站里少了其中 {len(lost)} 个，超过五分之一，没有发布。\n"
        f"少得最多的：{most}；例如 {lost[0]}\n"
        "怎么办：看看是不是误删了记录，或者生成时用错了内容目录；确实不要了，加 --allow-loss 再发布。"
    )


def roll_back(releases: Releases, *, to: int | None = None) -> Release:
    """Show an earlier release again, the one before where no number is given.

    Later ones are kept as withdrawn, so that going back once more does not show them.
    """
    shelf = releases.shelf()
    wanted = shelf.before() if to is None else shelf.numbered(to)
    if wanted is None:
        kept = "、".join(str(release.number) for release in shelf.releases) or "一版也没有"
        which = "更早的版本" if to is None else f"第 {to} 版"
        raise PublishingError(f"没有{which}可以退回。留着的版本：{kept}。")
    release = Release(wanted.number)
    if wanted.is_withdrawn:
        releases.rename(wanted, release)
    releases.switch(release)
    for later in shelf.releases:
        if later.number > release.number and not later.is_withdrawn:
            releases.rename(later, Release(later.number, is_withdrawn=True))
    return release
