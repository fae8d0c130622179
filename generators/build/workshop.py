"""The hidden folder beside a site where its next version is made, by one build at a time."""

from __future__ import annotations

import ctypes
import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
_HERE = -100  # AT_FDCWD


@dataclass(frozen=True, slots=True)
class Workshop:
    """The places beside a site; what is in them saves the next build time, and is never needed."""

    site: Path
    folder: Path

    @classmethod
    def beside(cls, site: Path) -> Workshop:
        """Return the workshop of a site."""
        return cls(site, site.parent / f".{site.name}.spare")

    @property
    def tree(self) -> Path:
        """Return the folder that will be the site; between builds it is the site's twin."""
        return self.folder / "tree"

    @property
    def known(self) -> Path:
        """Return the file that keeps what is known of the files' bytes."""
        return self.folder / "known"

    @property
    def aside(self) -> Path:
        """Return where the site stands for a moment on systems that cannot exchange folders."""
        return self.folder / "aside"

    @contextmanager
    def locked(self, *, waiting: Callable[[], object]) -> Iterator[None]:
        """Keep other builds out; where one is at work call *waiting*, and wait.

        The system opens the lock of a build that was killed.
        """
        with _lock(self.folder, waiting):
            self._mend()
            yield

    def swap(self) -> None:
        """Put the tree in the place of the site; the old site becomes the tree."""
        if not self.site.exists():
            self.tree.rename(self.site)
        elif not _exchange(self.tree, self.site):
            self.site.rename(self.aside)
            self.tree.rename(self.site)
            self.aside.rename(self.tree)

    def _mend(self) -> None:
        """Finish the swap of a build that was killed in the midst of it."""
        if self.aside.exists():
            self.aside.rename(self.tree if self.site.exists() else self.site)

    def remove(self) -> None:
        """Remove the workshop with all that is in it."""
        shutil.rmtree(self.folder, ignore_errors=True)


@contextmanager
def _lock(folder: Path, waiting: Callable[[], object]) -> Iterator[None]:
    while True:
        # What is here is not published yet, and the folder above may be served.
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with (folder / "lock").open("ab") as file:
            _acquire(file, waiting)
            # Whoever held the lock may have removed the folder with it.
            if _is_at(folder / "lock", file):
                yield
                return


def _acquire(file: IO[bytes], waiting: Callable[[], object]) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        waiting()
        fcntl.flock(file, fcntl.LOCK_EX)


def _is_at(path: Path, file: IO[bytes]) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step where the system can; tell whether it could."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    done = renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    return bool(done == 0)
