"""Releases on another machine, reached over ssh and filled by rsync.

That machine needs rsync, a POSIX shell and the `mv -T` of GNU or BusyBox.
"""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generators.build.publishing import (
    Differences,
    PublishingError,
    Release,
    Shelf,
    differences,
)

# As rsync tells a host from a path: a colon before the first slash.
_HOST = re.compile(r"(?P<host>[^/:]+):(?P<path>.+)")
_LIST = """
cd "$1" 2>/dev/null || exit 0
if [ -e current ] && [ ! -L current ]; then echo "current 不是链接" >&2; exit 1; fi
echo "current $(readlink current || :)"
ls releases 2>/dev/null || :
"""
# What a killed publication left is removed a day later: another may be under way.
_BEGIN = """
mkdir -p "$1/releases" && cd "$1"
find . -maxdepth 1 -name '.incoming.*' -mmin +1440 -exec rm -rf {} +
mktemp -d .incoming.XXXXXX
"""
_FINISH = 'cd "$1" && chmod 755 "$2" && mv -T "$2" "releases/$3"'
_ABANDON = 'cd "$1" && rm -rf "$2"'
_SWITCH = 'cd "$1" && ln -s "releases/$2" ".current.$$" && mv -T ".current.$$" current'
_RENAME = 'cd "$1/releases" && mv -T "$2" "$3"'
_REMOVE = 'cd "$1/releases" && shift && rm -rf -- "$@"'
# Times are not sent: a file that says the same keeps its own, and a changed one gets a new one.
_RSYNC = ("rsync", "-r", "--checksum", "-s", "-8")


@dataclass(frozen=True, slots=True)
class RemoteReleases:
    """A folder on a host; *ssh* is the command that reaches it."""

    host: str
    root: str
    ssh: tuple[str, ...] = ("ssh",)

    def shelf(self) -> Shelf:
        """Return what is there."""
        lines = self._sh(_LIST, self.root).splitlines() or ["current "]
        return Shelf.of(lines[1:], lines[0].removeprefix("current ").rpartition("/")[2])

    def compare(self, site: Path, online: Release | None) -> Differences:
        """Let rsync say what it would send."""
        paths = [f.relative_to(site).as_posix() for f in site.rglob("*") if f.is_file()]
        if online is None:
            return differences(paths, added=paths)
        said = self._rsync("-n", "-i", "--delete", f"{site}/", f"releases/{online.name}/")
        return _itemized(paths, said.splitlines())

    def add(self, site: Path, release: Release, online: Release | None) -> None:
        """Send what is not in *online*; two releases share the files that are the same."""
        incoming = self._sh(_BEGIN, self.root).strip()
        # From the folder that is being filled.
        like = [f"--link-dest=../releases/{online.name}/"] if online else []
        modes = ["-p", "--chmod=D755,F644"]
        try:
            self._rsync(*modes, *like, f"{site}/", f"{incoming}/")
            self._sh(_FINISH, self.root, incoming, release.name)
        except PublishingError:
            self._sh(_ABANDON, self.root, incoming)
            raise

    def switch(self, release: Release) -> None:
        """Replace the link; rename(2) leaves no moment without one."""
        self._sh(_SWITCH, self.root, release.name)

    def rename(self, release: Release, new: Release) -> None:
        """Keep a release under another name."""
        self._sh(_RENAME, self.root, release.name, new.name)

    def remove(self, releases: Iterable[Release]) -> None:
        """Delete releases; files that others share stay with those."""
        if names := [release.name for release in releases]:
            self._sh(_REMOVE, self.root, *names)

    def _sh(self, script: str, *arguments: str) -> str:
        command = shlex.join(["sh", "-s", "--", *arguments])
        return _said([*self.ssh, self.host, command], given=f"set -eu\n{script}\n")

    def _rsync(self, *arguments: str) -> str:
        *options, folder = arguments
        target = f"{self.host}:{self.root}/{folder}"
        return _said([*_RSYNC, "-e", shlex.join(self.ssh), *options, target])


def remote_releases(target: str, *, ssh: str = "ssh") -> RemoteReleases | None:
    """Return the releases at `host:path`; None where *target* is a path of this machine."""
    named = _HOST.fullmatch(target)
    path = named["path"].rstrip("/") if named else ""
    return RemoteReleases(named["host"], path or "/", tuple(shlex.split(ssh))) if named else None


def _said(command: list[str], *, given: str = "") -> str:
    """Run a command and return what it said; raise `PublishingError` with what went wrong."""
    try:
        done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        message = f"这台机器上没有 {command[0]}。装好以后再发布；线上没有变。"
        raise PublishingError(message) from None
    if done.returncode:
        said = "\n".join(f"  {line}" for line in done.stderr.strip().splitlines()[-5:])
        raise PublishingError(
            f"{command[0]} 没有做成（{done.returncode}），线上还是原来的版本：\n{said}\n"
            "怎么办：看看连不连得上、目录能不能写、磁盘满没满，再发布一次。"
        )
    return done.stdout


def _itemized(paths: list[str], lines: list[str]) -> Differences:
    """Read what `rsync --itemize-changes` says: eleven letters, a blank, a path."""
    sent = [(line[:11], line[12:]) for line in lines if line[:2] in ("<f", ">f")]
    return differences(
        paths,
        added=(path for letters, path in sent if "+" in letters),
        changed=(path for letters, path in sent if "+" not in letters),
        removed=_deleted(lines),
    )


def _deleted(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if line.startswith("*deleting") and not line.endswith("/"):
            yield line[12:]
