"""Releases in a folder of this machine."""

from __future__ import annotations

import fcntl
import filecmp
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generators.build.publishing import (
    Differences,
    PublishingError,
    Release,
    Shelf,
    differences,
)


@dataclass(frozen=True, slots=True)
class LocalReleases:
    """A folder with `releases/` and `current`; what is being copied is in `.incoming`."""

    root: Path

    def shelf(self) -> Shelf:
        """Return what is there; refuse a `current` that is no link, for it is not ours."""
        current = self.root / "current"
        if current.exists() and not current.is_symlink():
            raise PublishingError(
                f"{current} 已经有了，不是发布时建的链接，没有动它。\n"
                "怎么办：换一个空目录发布，让网站服务器指向那里的 current。"
            )
        folder = self.root / "releases"
        names = [place.name for place in folder.iterdir()] if folder.is_dir() else []
        return Shelf.of(names, current.readlink().name if current.is_symlink() else None)

    def compare(self, site: Path, online: Release | None) -> Differences:
        """Compare byte for byte."""
        new = _files(site)
        old = self._folder(online) if online else None
        before = _files(old) if old else frozenset()
        changed = (path for path in new & before if old and not _same(site / path, old / path))
        return differences(new, added=new - before, changed=changed, removed=before - new)

    def add(self, site: Path, release: Release, online: Release | None) -> None:
        """Copy what is not in *online*; two releases share the files that are the same."""
        incoming = self.root / ".incoming"
        shutil.rmtree(incoming, ignore_errors=True)
        old = self._folder(online) if online else None
        for path in sorted(_files(site)):
            target = incoming / path
            target.parent.mkdir(parents=True, exist_ok=True)
            if old is None or not _linked(old / path, target, like=site / path):
                shutil.copyfile(site / path, target)
                target.chmod(0o644)
        (self.root / "releases").mkdir(exist_ok=True)
        incoming.rename(self._folder(release))

    def switch(self, release: Release) -> None:
        """Replace the link; rename(2) leaves no moment without one."""
        fresh = self.root / ".current"
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(Path("releases") / release.name)
        fresh.replace(self.root / "current")

    def rename(self, release: Release, new: Release) -> None:
        """Keep a release under another name."""
        self._folder(release).rename(self._folder(new))

    def remove(self, releases: Iterable[Release]) -> None:
        """Delete releases; files that others share stay with those."""
        for release in releases:
            shutil.rmtree(self._folder(release))

    def _folder(self, release: Release) -> Path:
        return self.root / "releases" / release.name


def _files(folder: Path) -> frozenset[str]:
    return frozenset(f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file())


def _same(one: Path, other: Path) -> bool:
    return filecmp.cmp(one, other, shallow=False)


def _linked(old: Path, target: Path, *, like: Path) -> bool:
    """Link *target* to an old file that says the same; tell whether that was possible."""
    if not old.is_file() or not _same(old, like):
        return False
    try:
        os.link(old, target)
    except OSError:
        return False  # a file system without hard links
    return True


@contextmanager
def local_releases(root: Path) -> Iterator[LocalReleases]:
    """Hold a folder of releases alone; the system lets go of it however the process ends."""
    root.mkdir(parents=True, exist_ok=True)
    with (root / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            message = f"另一次发布正在往 {root} 里写。等它结束，再发布一次。"
            raise PublishingError(message) from None
        yield LocalReleases(root)
