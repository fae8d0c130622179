"""A folder of files whose bytes are known from an earlier look, as long as nobody touched them."""

from __future__ import annotations

import os
import shutil
import stat
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from struct import Struct
from types import MappingProxyType
from typing import NamedTuple

from generators.build.manifest import Fingerprint

_RECORD = Struct("<QqQ32s")


class Stamp(NamedTuple):
    """What the file system says of a file; a file that was written to has another."""

    inode: int
    changed: int
    size: int

    @classmethod
    def of(cls, status: os.stat_result) -> Stamp:
        """Take the stamp of a file; what is no regular file has one that fits nothing."""
        size = status.st_size if stat.S_ISREG(status.st_mode) else -1
        return cls(status.st_ino, status.st_mtime_ns, size)


Known = dict[Stamp, bytes]
"""The SHA-256 of files by their stamps."""


def read_known(file: Path) -> Known:
    """Read what is known of files; nothing where nothing was kept or it is damaged.

    A file as young as this knowledge may have been written to within the same tick of the
    file system's clock, so nothing is known of it.
    """
    try:
        records, kept = file.read_bytes(), file.stat().st_mtime_ns
    except OSError:
        return {}
    if len(records) % _RECORD.size:
        return {}
    return {
        Stamp(inode, changed, size): sha256
        for inode, changed, size, sha256 in _RECORD.iter_unpack(records)
        if changed < kept
    }


def write_known(known: Known, file: Path) -> None:
    """Keep what is known for the next time."""
    fresh = file.with_suffix(".new")
    fresh.write_bytes(b"".join(_RECORD.pack(*stamp, sha) for stamp, sha in known.items()))
    fresh.replace(file)


@dataclass(slots=True)
class Tree:
    """The files below a folder by path, and what is known of their bytes."""

    folder: Path
    known: Known
    files: dict[str, Stamp] = field(default_factory=dict)
    folders: list[str] = field(default_factory=list)

    @classmethod
    def at(
        cls, folder: Path, known: Known, *, twin: Mapping[str, Stamp] = MappingProxyType({})
    ) -> Tree:
        """Look at every file below a folder, which need not exist.

        The stamps of its *twin* on the same disk are known: a file that both have is not asked.
        """
        tree = cls(folder, known)
        if folder.exists():
            tree._look(str(folder), "", twin)
        return tree

    def _look(self, folder: str, below: str, twin: Mapping[str, Stamp]) -> None:
        files, folders = self.files, self.folders
        with os.scandir(folder) as entries:
            for entry in entries:
                path = below + entry.name
                if entry.is_dir(follow_symlinks=False):
                    folders.append(path)
                    self._look(entry.path, f"{path}/", twin)
                    continue
                stamp = twin.get(path)
                if stamp is None or stamp.inode != entry.inode():
                    stamp = Stamp.of(entry.stat(follow_symlinks=False))
                files[path] = stamp

    def has(self, path: str, wanted: Fingerprint) -> bool:
        """Tell whether a file has these bytes; it is read only where they are not known."""
        stamp = self.files.get(path)
        if stamp is None or stamp.size != wanted.size:
            return False
        if (known := self.known.get(stamp)) is None:
            known = self.known[stamp] = Fingerprint.of((self.folder / path).read_bytes()).sha256
        return known == wanted.sha256

    def knows(self, path: str, wanted: Fingerprint) -> bool:
        """Tell whether a file is known to have these bytes, without reading it."""
        return self.known.get(self.files[path]) == wanted.sha256

    def write(self, path: str, data: bytes, fingerprint: Fingerprint) -> None:
        """Write a new file; one that was there is left to its other links."""
        self.note(path, put(self.folder, path, data), fingerprint)

    def move(self, moved: Mapping[str, str]) -> None:
        """Rename the folders whose files have *moved*: old paths by new ones.

        The files need not be touched one by one; those already in the new folder stay there.
        """
        folders = {(old.rpartition("/")[0], new.rpartition("/")[0]) for new, old in moved.items()}
        inside = self._inside({old for old, _ in folders})
        for old, new in sorted(folders):
            if (self.folder / old).is_dir() and old not in (new, ""):
                inside[new] |= self._move(old, new, inside.pop(old, set()))

    def _inside(self, folders: Set[str]) -> defaultdict[str, set[str]]:
        """Return the files below each of some folders."""
        inside: defaultdict[str, set[str]] = defaultdict(set)
        for path in self.files if folders else ():
            for above in _folders_above(path):
                if above in folders:
                    inside[above].add(path)
        return inside

    def _move(self, old: str, new: str, files: Iterable[str]) -> set[str]:
        """Move a folder with its files, and return where they are."""
        source, target = self.folder / old, self.folder / new
        target.mkdir(parents=True, exist_ok=True)
        for file in target.iterdir():
            file.replace(source / file.name)
        target.rmdir()
        source.rename(target)
        self.folders = [folder for folder in self.folders if folder != old]
        self.folders += [
            folder for folder in _folders_above(f"{new}/") if folder not in self.folders
        ]
        moved = {path: new + path.removeprefix(old) for path in files}
        for path, place in moved.items():
            self.files.setdefault(place, self.files.pop(path))
        return {*moved.values()}

    def become(
        self,
        wanted: Mapping[str, Fingerprint],
        other: Tree,
        changed: Collection[str],
        moved: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Come to have exactly the files *wanted*; those it lacks are taken from another tree.

        There they may still be where they have *moved* from. But for what has *changed* that tree
        has them, and what both share is not looked at.
        """
        self._remove_all_but(wanted)
        own, others = self.files, other.files
        for path, fingerprint in wanted.items():
            if path not in changed and (stamp := own.get(path)) and stamp is others.get(path):
                continue
            if not self.has(path, fingerprint):
                self._take(path, other, fingerprint, moved.get(path, path))

    def _remove_all_but(self, wanted: Mapping[str, Fingerprint]) -> None:
        for path in self.files.keys() - wanted.keys():
            os.unlink(f"{self.folder}/{path}")  # noqa: PTH108 - there may be thousands
            del self.files[path]
        needed = _folders_of(wanted)
        for folder in reversed(self.folders):
            if folder not in needed:
                (self.folder / folder).rmdir()

    def _take(self, path: str, other: Tree, fingerprint: Fingerprint, there: str) -> None:
        """Let another tree's file be in this one too, with its time."""
        source = f"{other.folder}/{there}"
        self.note(path, _placed(self.folder, path, partial(_link, source)), fingerprint)

    def note(self, path: str, stamp: Stamp, fingerprint: Fingerprint) -> None:
        """Note a file that was put here, with what is known of its bytes."""
        self.files[path] = stamp
        self.known[stamp] = fingerprint.sha256


def put(folder: Path, path: str, data: bytes) -> Stamp:
    """Write a new file below a folder; one that was there is left to its other links."""
    return _placed(folder, path, partial(_write, data))


def _placed(folder: Path, path: str, make: Callable[[str], Stamp]) -> Stamp:
    target = f"{folder}/{path}"
    try:
        return make(target)
    except FileNotFoundError:
        _make_folders(folder, path)
    except (FileExistsError, NotADirectoryError):
        _make_way(folder, path)
    try:
        return make(target)
    except (FileExistsError, FileNotFoundError, NotADirectoryError):
        _make_way(folder, path)
    return make(target)


def _make_folders(folder: Path, path: str) -> None:
    """Make the folders a file needs, where nothing is in their way."""
    needed = f"{folder}/{path.rpartition('/')[0]}"
    with suppress(FileExistsError, NotADirectoryError):
        try:
            os.mkdir(needed)  # noqa: PTH102 — nearly always all but the last are there
        except FileNotFoundError:
            os.makedirs(needed, exist_ok=True)  # noqa: PTH103


def _make_way(folder: Path, path: str) -> None:
    """Make the folders a file needs, and remove what is in its place or theirs.

    Nothing is removed through a link, which may lead out of the folder.
    """
    if not _is_folder(f"{folder}"):
        folder.mkdir(exist_ok=True)
    for above in _folders_above(path):
        place = f"{folder}/{above}"
        if not _is_folder(place):
            Path(place).unlink(missing_ok=True)
            os.mkdir(place)  # noqa: PTH102 - paths are text here
    target = f"{folder}/{path}"
    if _is_folder(target):
        shutil.rmtree(target)
    else:
        with suppress(FileNotFoundError):
            os.unlink(target)  # noqa: PTH108 - as above


def _is_folder(place: str) -> bool:
    """Tell whether there is a folder, and no link to one."""
    try:
        return stat.S_ISDIR(os.lstat(place).st_mode)
    except FileNotFoundError:
        return False


def _folders_above(path: str) -> Iterator[str]:
    """Yield the folders that lead to a file, the outermost first."""
    place = path.find("/")
    while place != -1:
        yield path[:place]
        place = path.find("/", place + 1)


def _folders_of(paths: Iterable[str]) -> set[str]:
    """Return every folder that leads to one of the files."""
    folders: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return folders


def _write(data: bytes, target: str) -> Stamp:
    # What Path and open do more costs three times as much as a small file.
    file = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file, rest) :]
        return Stamp.of(os.fstat(file))
    finally:
        os.close(file)


def _link(source: str, target: str) -> Stamp:
    try:
        os.link(source, target)
    except (FileExistsError, FileNotFoundError, NotADirectoryError):
        raise
    except OSError:  # a file system without hard links, or a file with too many
        shutil.copy2(source, target)
    return Stamp.of(os.stat(target))  # noqa: PTH116
