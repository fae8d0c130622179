"""The site on the disk: whole, exact, and never half new."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest

from generators.artifacts import Artifact
from generators.build import workshop
from generators.build.manifest import Fingerprint
from generators.build.pieces import SiteFile
from generators.build.progress import Stage
from generators.build.workshop import Workshop
from generators.build.writer import NotWrittenError, Written, write_folder, write_site
from tests.build.whole_sites import faults_of
from tests.conftest import ROOT

LONG_AGO = 1_000_000_000
OLD = {"index.html": "旧", "old/a.html": "去年"}


def _artifacts(files: dict[str, str]) -> list[Artifact]:
    return [Artifact.of_text(path, text) for path, text in files.items()]


def _files(folder: Path) -> dict[str, str]:
    """Return the texts of a folder's files, without the list of them."""
    files = (file for file in folder.rglob("*") if file.is_file())
    texts = {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in files}
    texts.pop("manifest.json", None)
    return texts


def _twin(site: Path) -> Path:
    return Workshop.beside(site).tree


def _date_back(folder: Path) -> None:
    for file in folder.rglob("*.html"):
        os.utime(file, (LONG_AGO, LONG_AGO))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site of two files that was written long ago."""
    site = tmp_path / "site"
    write_site(_artifacts(OLD), site)
    _date_back(site)
    return site


@contextmanager
def _largest_file(size: int) -> Iterator[None]:
    """Let no file become larger than *size*, for root neither, as a full disk would."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_site_is_written_where_none_was(tmp_path: Path) -> None:
    """The first site is made with the folders it needs, readable for a web server."""
    site = tmp_path / "public" / "site"
    files = {"index.html": "首页", "a/b/index.html": "页"}
    assert write_site(_artifacts(files), site) == Written(3, pages=2, changed=3, removed=0)
    assert _files(site) == files
    assert site.stat().st_mode & 0o777 == 0o755


def test_site_is_exactly_the_artifacts(site: Path) -> None:
    """What is no longer an artifact is gone, folders included."""
    files = {"index.html": "新", "new/a.html": "今年"}
    assert write_site(_artifacts(files), site) == Written(3, pages=2, changed=3, removed=1)
    assert _files(site) == files
    assert not (site / "old").exists()


def test_manifest_lists_every_other_file(site: Path) -> None:
    """`manifest.json` has path, size and SHA-256 of every file but itself, by path."""
    listed = json.loads((site / "manifest.json").read_text("utf-8"))
    assert listed == {
        "version": 1,
        "files": [
            {
                "path": path,
                "size": len(text.encode()),
                "sha256": sha256(text.encode()).hexdigest(),
            }
            for path, text in OLD.items()
        ],
    }


def test_nothing_changed_touches_nothing(site: Path) -> None:
    """The same artifacts again leave the very same folder, and say so."""
    before = site.stat().st_ino
    assert write_site(_artifacts(OLD), site) == Written(3, pages=2, changed=0, removed=0)
    assert site.stat().st_ino == before


def test_unchanged_files_keep_their_time(site: Path) -> None:
    """A file that says the same keeps its time, so that only changes are uploaded."""
    write_site(_artifacts({"index.html": "旧", "old/a.html": "今天"}), site)
    assert (site / "index.html").stat().st_mtime == LONG_AGO
    assert (site / "old/a.html").stat().st_mtime > LONG_AGO
    assert _files(site) == {"index.html": "旧", "old/a.html": "今天"}


def test_what_is_kept_beside_is_the_site_itself(site: Path) -> None:
    """The folder kept for the next build shares every file with the site and has no other."""
    write_site(_artifacts({"index.html": "新", "new/a.html": "今年"}), site)
    assert _files(_twin(site)) == _files(site)
    for file in (path for path in site.rglob("*") if path.is_file()):
        assert file.samefile(_twin(site) / file.relative_to(site))
    assert [path.name for path in site.parent.iterdir() if path != site] == [".site.spare"]
    assert _twin(site).parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("spoilt", ["site", "twin", "both"])
def test_file_changed_by_hand_is_set_right(site: Path, spoilt: str) -> None:
    """What somebody wrote into the site, or beside it, is noticed although its size is the same."""
    folders = {"site": [site], "twin": [_twin(site)], "both": [site, _twin(site)]}[spoilt]
    for folder in folders:
        (folder / "index.html").unlink()
        (folder / "index.html").write_text("人", "utf-8")
    files = OLD | {"new.html": "新"}
    write_site(_artifacts(files), site)
    assert _files(site) == _files(_twin(site)) == files


def test_change_by_hand_that_keeps_time_and_size_is_noticed(site: Path) -> None:
    """A time that is the same proves nothing: another file has another number."""
    other = site / "other"
    other.write_text("人", "utf-8")
    os.utime(other, ns=(0, (site / "index.html").stat().st_mtime_ns))
    other.replace(site / "index.html")
    write_site(_artifacts(OLD), site)
    assert _files(site) == OLD


def test_what_others_put_into_the_site_goes(site: Path, tmp_path: Path) -> None:
    """Files, folders and links that are not ours are gone, and what links lead to is not touched."""
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs/a.html").write_text("别人的", "utf-8")
    (site / "stray/empty").mkdir(parents=True)
    (site / "stray/file").write_text("x", "utf-8")
    (site / "linked").symlink_to(tmp_path / "theirs")
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(tmp_path / "theirs/a.html")
    write_site(_artifacts(OLD), site)
    assert _files(site) == OLD
    assert sorted(path.name for path in site.iterdir()) == ["index.html", "manifest.json", "old"]
    assert (tmp_path / "theirs/a.html").read_text("utf-8") == "别人的"


def test_file_may_become_a_folder(site: Path) -> None:
    """A path that was a file may be a folder in the next site, and the other way round."""
    files = {"index.html/a.html": "一", "old": "二"}
    for _ in range(2):
        write_site(_artifacts(files), site)
        assert _files(site) == _files(_twin(site)) == files
        write_site(_artifacts(OLD), site)
        assert _files(site) == _files(_twin(site)) == OLD


def test_works_without_hard_links_and_exchange(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On poorer file systems files are copied with their times, and folders renamed in turn."""

    def refuse(*_: object) -> None:
        raise PermissionError("no hard links here")

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(workshop, "_exchange", lambda one, other: False)
    for text in ("今天", "明天"):
        files = {"index.html": "旧", "old/a.html": text}
        assert write_site(_artifacts(files), site).changed == 2
        assert _files(site) == files
        assert (site / "index.html").stat().st_mtime == LONG_AGO


@pytest.mark.parametrize("done", [1, 2])
def test_swap_that_was_cut_short_is_finished(site: Path, done: int) -> None:
    """Where folders cannot be exchanged, a build killed between two renames harms nothing."""
    shop = Workshop.beside(site)
    site.rename(shop.aside)
    if done == 2:
        shop.tree.rename(site)
    write_site(_artifacts(OLD | {"new.html": "新"}), site)
    assert _files(site) == OLD | {"new.html": "新"}
    assert sorted(path.name for path in shop.folder.iterdir()) == ["known", "lock", "tree"]


def test_failing_output_leaves_the_old_site(site: Path) -> None:
    """When an output fails half way the old site is whole, and the next build is right."""

    def failing() -> Iterator[Artifact]:
        yield Artifact.of_text("index.html", "新")
        yield Artifact.of_text("old/a.html", "去年")
        raise RuntimeError("template is broken")

    with pytest.raises(RuntimeError, match="template is broken"):
        write_site(failing(), site)
    assert _files(site) == OLD
    write_site(_artifacts({"new.html": "新"}), site)
    assert _files(site) == {"new.html": "新"}


def test_failing_first_build_makes_no_site(tmp_path: Path) -> None:
    """Where no site was, a build that fails makes none."""
    twice = _artifacts({"a": "一"}) * 2
    with pytest.raises(ValueError, match="two artifacts want a"):
        write_site(twice, tmp_path / "site")
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("path", ["../a.html", "a/../../b.html", "/tmp/a.html", "../site.x/a"])
def test_path_outside_is_refused(path: str, site: Path) -> None:
    """A path that leads out of the site is refused, and the old site stays."""
    with pytest.raises(ValueError, match="outside the site"):
        write_site([Artifact(path, b"x")], site)
    assert _files(site) == OLD


def test_same_path_twice_is_refused(site: Path) -> None:
    """Two outputs that want one path are a mistake, not the last one's luck."""
    with pytest.raises(ValueError, match=r"two artifacts want manifest\.json"):
        write_site(_artifacts({"manifest.json": "一"}), site)
    assert _files(site) == OLD


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    """Line ends and bytes that are no text are kept."""
    write_site([Artifact("a.ics", b"A\r\nB\n\x00\xff")], tmp_path / "site")
    assert (tmp_path / "site/a.ics").read_bytes() == b"A\r\nB\n\x00\xff"


def test_folder_is_written_without_anything_beside(tmp_path: Path) -> None:
    """A folder that is no site has no list of files, and leaves nothing beside it."""
    for files in (OLD, {"new.html": "新"}):
        write_folder(_artifacts(files), tmp_path / "folder")
        assert _files(tmp_path / "folder") == files
        assert not (tmp_path / "folder/manifest.json").exists()
        assert list(tmp_path.iterdir()) == [tmp_path / "folder"]


def test_full_disk_leaves_the_old_site_and_frees_the_space(site: Path) -> None:
    """A disk that is full half way is told of in Chinese; afterwards the next build is right."""
    files = {"a.html": "短", "b.html": "长" * 1000, "index.html": "新"}
    with _largest_file(1000), pytest.raises(NotWrittenError) as error:
        write_site(_artifacts(files), site)
    assert str(error.value) == (
        f"磁盘满了，{site} 没有写成，原来的网站没有动。腾出空间以后再生成一次。"
    )
    assert _files(site) == OLD
    assert list(site.parent.iterdir()) == [site]
    write_site(_artifacts(files), site)
    assert _files(site) == files


def test_what_cannot_be_kept_for_the_next_build_is_no_failure(site: Path) -> None:
    """Once the new site stands, a disk that refuses what would save time later is no matter."""
    shop = Workshop.beside(site)
    shop.known.unlink()
    shop.known.mkdir()
    write_site(_artifacts({"new.html": "新"}), site)
    assert _files(site) == {"new.html": "新"}
    assert not shop.folder.exists()


def test_forbidden_folder_is_told_of(tmp_path: Path) -> None:
    """A place where no folder can be made is named, with a way out."""
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(NotWrittenError) as error:
        write_site(_artifacts(OLD), tmp_path / "file" / "site")
    assert str(error.value).startswith(f"{tmp_path}/file/site 没有写成（")


def test_error_of_an_output_is_not_the_disks(site: Path) -> None:
    """A file that an output does not find is not taken for a fault of the site's disk."""

    def missing() -> Iterator[Artifact]:
        yield Artifact("a.html", (site.parent / "content/none.yml").read_bytes())

    with pytest.raises(FileNotFoundError):
        write_site(missing(), site)


def test_writer_tells_how_many_files_there_are_of_how_many(site: Path) -> None:
    """As many as last time are expected, and the end is told of."""
    told: list[tuple[Stage, int, int]] = []
    write_site(
        _artifacts(OLD),
        site,
        progress=lambda stage, done=0, total=0: told.append((stage, done, total)),
    )
    render = [(Stage.RENDER, done, 2) for done in range(3)]
    assert told == [*render, (Stage.WRITE, 0, 0)]


def test_second_build_waits_for_the_first(site: Path) -> None:
    """Two builds at once take turns, and the second says that it waits."""
    begun, waited = threading.Event(), threading.Event()

    def told(stage: Stage, done: int = 0, total: int = 0) -> None:
        if stage is Stage.WAIT:
            waited.set()

    def slow() -> Iterator[Artifact]:
        begun.set()
        yield Artifact.of_text("index.html", "一")
        assert waited.wait(30)
        yield Artifact.of_text("first.html", "一")

    first = threading.Thread(target=write_site, args=(slow(), site))
    first.start()
    assert begun.wait(30)
    write_site(_artifacts({"index.html": "二"}), site, progress=told)
    first.join()
    assert _files(site) == {"index.html": "二"}


def test_build_killed_at_any_moment_leaves_a_whole_site(tmp_path: Path) -> None:
    """Killed at each of its steps in turn, a build leaves the old or the new site, never a mix."""
    command = [sys.executable, "-m", "tests.build.killed_writer", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    kills, steps = (int(number) for number in done.stdout.split())
    assert kills == steps > 40


@pytest.mark.parametrize("names", [("old", "new"), ("old", "new", "newer", "old")])
def test_renamed_folder_is_not_written_again(names: tuple[str, ...], tmp_path: Path) -> None:
    """Files that only move to another folder stay the files they are, time after time."""
    site = tmp_path / "site"
    write_site([Artifact(f"s/{names[0]}/{name}", name.encode()) for name in "abc"], site)
    for number, (old, new) in enumerate(pairwise(names)):
        before = [(site / f"s/{old}/{name}").stat().st_ino for name in "ab"]
        moved = [
            SiteFile(f"s/{new}/{n}", Fingerprint.of(n.encode()), bytes, f"s/{old}/{n}")
            for n in "ab"
        ]
        write_site([*moved, Artifact(f"s/{new}/c", bytes(number))], site)
        assert [(site / f"s/{new}/{name}").stat().st_ino for name in "ab"] == before
        assert faults_of(site) == []
