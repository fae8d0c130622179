"""The only code that runs git: what changed, and what files said; without git, nothing."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

# What a hook or a user's settings may add must change neither the answer nor the repository.
_SETTINGS = ("-c", "core.quotePath=off", "-c", "log.showSignature=false", "-c", "color.ui=false")
_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
}


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository a folder is in; *prefix* leads to the folder from its root."""

    folder: Path
    prefix: str
    is_shallow: bool

    def resolve(self, revision: str) -> str | None:
        """Return the id of the commit that *revision* names."""
        wanted = f"{revision}^{{commit}}"
        return self._line("rev-parse", "--verify", "--quiet", "--end-of-options", wanted)

    def merge_base(self, commit: str) -> str | None:
        """Return the commit at which the work since *commit* began."""
        return self._line("merge-base", commit, "HEAD")

    def day(self, commit: str) -> str:
        """Return the day of a commit, as 2026-11-30."""
        return self._line("show", "--no-patch", "--format=%cs", commit) or ""

    def changed(self, commit: str) -> list[str]:
        """Return the files below the folder that are not as they were, new ones too."""
        told = _run(
            self.folder,
            "diff",
            "--name-only",
            "--no-renames",
            "-z",
            "--relative",
            commit,
            "--",
            ".",
        )
        new = _run(self.folder, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
        found = {path for text in (told, new) for path in (text or b"").split(b"\0") if path}
        return sorted(path.decode(errors="replace") for path in found)

    def at(self, commit: str, paths: Iterable[str]) -> dict[str, bytes]:
        """Return what files below the folder said at a commit; those that were not are left out."""
        wanted = list(paths)
        found = self.objects([f"{commit}:{self.prefix}{path}" for path in wanted])
        return {path: data for path, data in zip(wanted, found, strict=True) if data is not None}

    def objects(self, names: Iterable[str]) -> list[bytes | None]:
        """Return the bytes that names stand for, in their order; None where there are none."""
        wanted = list(names)
        asked = "".join(f"{name}\n" for name in wanted).encode()
        told = _run(self.folder, "cat-file", "--batch", asked=asked) if wanted else b""
        found = list(_batch(told or b""))
        return [*found, *[None] * (len(wanted) - len(found))]

    def log(self) -> Iterator[str]:
        """Yield the lines of the log of the folder, the newest first, as `git log --raw` has them.

        What came in with a merge is told once, by the merge.
        """
        told = _run(
            self.folder,
            *("log", "--first-parent", "-m", "--raw", "--no-abbrev", "-M", "--relative"),
            *("--no-notes", "--no-ext-diff", "--format=commit %H %cI %P", "--", "."),
        )
        return iter((told or b"").decode(errors="replace").splitlines())

    def _line(self, *arguments: str) -> str | None:
        told = _run(self.folder, *arguments)
        return told.decode().strip() or None if told is not None else None


def find_repository(folder: Path) -> Repository | None:
    """Return the repository that *folder* is in; None without one, or without git."""
    told = _run(folder, "rev-parse", "--is-shallow-repository", "--show-prefix")
    if told is None:
        return None
    shallow, _, prefix = told.decode(errors="replace").partition("\n")
    return Repository(folder, prefix.strip(), shallow == "true")


def state_of_history(folder: Path) -> str:
    """Return what the history of *folder* is known by: its last commit, and where it begins."""
    told = _run(folder, "rev-parse", "HEAD", "--git-path", "shallow")
    if told is None:
        return ""
    commit, _, edges = told.decode(errors="replace").partition("\n")
    file = folder / edges.strip()
    return f"{commit}\n{file.read_text('utf-8') if file.is_file() else ''}"


def _run(folder: Path, *arguments: str, asked: bytes | None = None) -> bytes | None:
    """Return what git says; None where it cannot."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(
            ["git", *_SETTINGS, *arguments],
            cwd=folder,
            env=own | _ENVIRONMENT,
            input=asked if asked is not None else b"",
            capture_output=True,
            check=False,
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def _batch(told: bytes) -> Iterator[bytes | None]:
    """Yield the objects of `git cat-file --batch`: a line with the size, then the bytes."""
    place = 0
    while (end := told.find(b"\n", place)) >= 0:
        head = told[place:end].rsplit(b" ", 2)
        if head[-1] == b"missing" or not head[-1].isdigit():
            place = end + 1
            yield None
        else:
            size = int(head[-1])
            yield told[end + 1 : end + 1 + size]
            place = end + 2 + size
