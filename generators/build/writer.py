"""The only code that changes the site on the disk: made beside the old one, swapped in."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

from generators.artifacts import Artifact
from generators.build.manifest import PATH as MANIFEST
from generators.build.manifest import Fingerprint, fingerprints, listed, manifest
from generators.build.pieces import SiteFile
from generators.build.progress import Progress, Stage, counted, quiet
from generators.build.trees import Stamp, Tree, read_known, write_known
from generators.build.workshop import Workshop

T = TypeVar("T")

# A part that is empty or dots, or a stroke that other systems take for the end of one.
_OUTSIDE = re.compile(r"(?:^|/)\.{0,2}(?:/|$)|\\")
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_MOUNTED = {errno.EBUSY, errno.EXDEV}


class NotWrittenError(Exception):
    """A site that could not be written, with the reason and the way out in Chinese."""


@dataclass(frozen=True, slots=True)
class Written:
    """How many files a site has, pages among them, and how many are new, changed or gone."""

    files: int
    pages: int
    changed: int
    removed: int


NOTHING = Written(files=0, pages=0, changed=0, removed=0)


def write_site(
    artifacts: Iterable[Artifact | SiteFile], site: Path, *, progress: Progress = quiet
) -> Written:
    """Make *site* consist of exactly *artifacts* and `manifest.json`, which lists them.

    The new site is complete before it takes the place of the old one in one step; files whose
    bytes are the same keep their times. A twin of the site stays hidden beside it for the next
    time. Only one build writes at a time; another waits.

    Raise `NotWrittenError` where the disk refuses, with the old site untouched; raise
    ValueError where two artifacts have the same path.
    """
    workshop = Workshop.beside(site)
    with _explained(workshop), workshop.locked(waiting=partial(progress, Stage.WAIT)):
        wanted: dict[str, Fingerprint] = {}
        found = _with_manifest(_watched(artifacts, site, progress), wanted)
        return _write(found, workshop, wanted)


def is_untouched(site: Path) -> bool:
    """Tell whether a site has just the files of its manifest, and nobody wrote to them since."""
    tree = Tree.at(site, read_known(Workshop.beside(site).known))
    wanted = fingerprints(site)
    return (
        tree.files.keys() == {*wanted, MANIFEST}
        and tree.files[MANIFEST] in tree.known
        and all(tree.knows(path, fingerprint) for path, fingerprint in wanted.items())
    )


def write_folder(artifacts: Iterable[Artifact | SiteFile], folder: Path) -> Written:
    """Make *folder* consist of exactly *artifacts*, as `write_site` does, and nothing beside it."""
    workshop = Workshop.beside(folder)
    with _explained(workshop), workshop.locked(waiting=lambda: None):
        try:
            return _write(artifacts, workshop, {})
        finally:
            workshop.remove()


def _watched(
    artifacts: Iterable[Artifact | SiteFile], site: Path, progress: Progress
) -> Iterator[Artifact | SiteFile]:
    """Yield the artifacts, telling how many there are of about as many as last time."""
    yield from counted(artifacts, progress, Stage.RENDER, total=listed(site))
    progress(Stage.WRITE)


def _with_manifest(
    artifacts: Iterable[Artifact | SiteFile], wanted: dict[str, Fingerprint]
) -> Iterator[Artifact | SiteFile]:
    """Yield the artifacts, and then the list of what has become *wanted* meanwhile."""
    yield from artifacts
    yield manifest(wanted)


def _write(
    artifacts: Iterable[Artifact | SiteFile], workshop: Workshop, wanted: dict[str, Fingerprint]
) -> Written:
    begun = _begun(artifacts)
    remembered = read_known(workshop.known)
    site = Tree.at(workshop.site, dict(remembered))
    moved: dict[str, str] = {}
    changed = _write_new(begun, site, Tree(workshop.tree, site.known), wanted, moved)
    removed = len(site.files.keys() - wanted)
    if changed or removed or not workshop.site.exists():
        tree = _publish(wanted, site, workshop, changed, moved)
        _keep_twin(wanted, site, tree, workshop, changed, moved)
    elif site.known != remembered:
        write_known(site.known, workshop.known)
    pages = sum(path.endswith(".html") for path in wanted)
    return Written(len(wanted), pages, len(changed), removed)


def _begun(artifacts: Iterable[T]) -> Iterator[T]:
    """Have the first artifact made: what other processes do for it goes on meanwhile."""
    left = iter(artifacts)
    return chain(list(islice(left, 1)), left)


def _write_new(
    artifacts: Iterable[Artifact | SiteFile],
    site: Tree,
    tree: Tree,
    wanted: dict[str, Fingerprint],
    moved: dict[str, str],
) -> set[str]:
    """Note what is wanted, write what the site has not, and return the paths of that.

    What the site has at another place is only noted as *moved* from there.
    """
    changed = set[str]()
    for artifact in artifacts:
        if artifact.path in wanted:
            raise ValueError(f"two artifacts want {artifact.path}")
        _check_path(artifact.path)
        wanted[artifact.path] = fingerprint = _fingerprint(artifact)
        if site.has(artifact.path, fingerprint):
            continue
        changed.add(artifact.path)
        was, stamp = _whereabouts(artifact)
        if was and site.has(was, fingerprint):
            moved[artifact.path] = was
        elif stamp:
            tree.note(artifact.path, stamp, fingerprint)
        else:
            tree.write(artifact.path, artifact.data, fingerprint)
    return changed


def _whereabouts(file: Artifact | SiteFile) -> tuple[str, Stamp | None]:
    """Return where the site has a file, and the stamp of one that is in the tree already."""
    return (file.was, file.stamp) if isinstance(file, SiteFile) else ("", None)


def _fingerprint(file: Artifact | SiteFile) -> Fingerprint:
    return file.fingerprint if isinstance(file, SiteFile) else Fingerprint.of(file.data)


def _check_path(path: str) -> None:
    if _OUTSIDE.search(path):
        raise ValueError(f"{path} is outside the site")


def _publish(
    wanted: Mapping[str, Fingerprint],
    site: Tree,
    workshop: Workshop,
    changed: Collection[str],
    moved: Mapping[str, str],
) -> Tree:
    """Complete the tree and put it in the place of the site; return what is now the site."""
    tree = Tree.at(workshop.tree, site.known, twin=site.files)
    tree.move(moved)
    tree.become(wanted, site, changed, moved)
    tree.folder.chmod(site.folder.stat().st_mode if site.folder.exists() else 0o755)
    workshop.swap()
    return replace(tree, folder=workshop.site)


def _keep_twin(
    wanted: Mapping[str, Fingerprint],
    old: Tree,
    site: Tree,
    workshop: Workshop,
    changed: Collection[str],
    moved: Mapping[str, str],
) -> None:
    """Bring the old site up to date where it stands now, so that the next build need not.

    Nothing of it is left that is not published.
    """
    try:
        twin = replace(old, folder=workshop.tree)
        twin.move(moved)
        twin.become(wanted, site, changed)
        stamps = {*site.files.values(), *twin.files.values()}
        write_known({stamp: site.known[stamp] for stamp in stamps}, workshop.known)
    except OSError:  # the site is published; without a twin the next build takes longer
        workshop.remove()


@contextmanager
def _explained(workshop: Workshop) -> Iterator[None]:
    """Say why the disk refused; whatever else goes wrong is not the writer's to explain."""
    try:
        yield
    except OSError as error:
        if not _concerns(error, workshop):
            raise
        workshop.remove()  # whatever it holds, the space is needed more
        raise NotWrittenError(_reason(error, workshop.site)) from error


def _concerns(error: OSError, workshop: Workshop) -> bool:
    """Tell whether an error comes from writing; it has no file name where the disk is full."""
    if error.filename is None:
        return True
    path = Path(os.fsdecode(error.filename))
    ours = (workshop.site, workshop.folder)
    return any(path.is_relative_to(place) or place.is_relative_to(path) for place in ours)


def _reason(error: OSError, site: Path) -> str:
    kept = "原来的网站没有动" if site.exists() else "没有留下写了一半的网站"
    if error.errno in _FULL:
        return f"磁盘满了，{site} 没有写成，{kept}。腾出空间以后再生成一次。"
    if error.errno in _FORBIDDEN:
        return f"没有权限写 {error.filename}，{kept}。换一个目录（--site），或者请管理员开放权限。"
    if error.errno in _MOUNTED:
        return (
            f"{site} 是一个挂载点，不能整个换成新的，{kept}。"
            "请挂载它的上一级目录，或者换一个目录（--site）。"
        )
    return f"{site} 没有写成（{error.strerror}），{kept}。"
