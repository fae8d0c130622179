"""The site on the disk: whole, exact, and never half new."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from generators.artifacts import Artifact
from generators.build.writer import write_site

LONG_AGO = 1_000_000_000


def _artifacts(files: dict[str, str]) -> list[Artifact]:
    return [Artifact.of_text(path, text) for path, text in files.items()]


def _files(folder: Path) -> dict[str, str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in files}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site of two files that was written long ago."""
    site = tmp_path / "site"
    write_site(_artifacts({"index.html": "旧", "old/a.html": "去年"}), site)
    for file in site.rglob("*.html"):
        os.utime(file, (LONG_AGO, LONG_AGO))
    return site


def test_site_is_written_where_none_was(tmp_path: Path) -> None:
    """The first site is made with the folders it needs, readable for a web server."""
    site = tmp_path / "public" / "site"
    files = {"index.html": "首页", "a/b/index.html": "页"}
    assert write_site(_artifacts(files), site) == 2
    assert _files(site) == files
    assert site.stat().st_mode & 0o777 == 0o755
    assert list(site.parent.iterdir()) == [site]


def test_site_is_exactly_the_artifacts(site: Path) -> None:
    """What is no longer an artifact is gone, folders included, and nothing is left beside."""
    files = {"index.html": "新", "new/a.html": "今年"}
    assert write_site(_artifacts(files), site) == 2
    assert _files(site) == files
    assert not (site / "old").exists()
    assert list(site.parent.iterdir()) == [site]


def test_unchanged_files_keep_their_time(site: Path) -> None:
    """A file that says the same keeps its time, so that only changes are uploaded."""
    write_site(_artifacts({"index.html": "旧", "old/a.html": "今天"}), site)
    assert (site / "index.html").stat().st_mtime == LONG_AGO
    assert (site / "old/a.html").stat().st_mtime > LONG_AGO
    assert _files(site) == {"index.html": "旧", "old/a.html": "今天"}


def test_file_may_become_a_folder(site: Path) -> None:
    """A path that was a file may be a folder in the next site, and the other way round."""
    files = {"index.html/a.html": "一", "old": "二"}
    write_site(_artifacts(files), site)
    assert _files(site) == files


def test_failing_output_leaves_the_old_site(site: Path) -> None:
    """When an output fails half way the old site is whole and nothing is left beside it."""

    def failing() -> Iterator[Artifact]:
        yield Artifact.of_text("index.html", "新")
        yield Artifact.of_text("old/a.html", "去年")
        raise RuntimeError("disk full")

    with pytest.raises(RuntimeError, match="disk full"):
        write_site(failing(), site)
    assert _files(site) == {"index.html": "旧", "old/a.html": "去年"}
    assert list(site.parent.iterdir()) == [site]


def test_failing_first_build_leaves_nothing(tmp_path: Path) -> None:
    """Where no site was, a build that fails makes none."""
    twice = _artifacts({"a": "一"}) * 2
    with pytest.raises(ValueError, match="two artifacts want a"):
        write_site(twice, tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", ["../a.html", "a/../../b.html", "/tmp/a.html", "../site.x/a"])
def test_path_outside_is_refused(path: str, site: Path) -> None:
    """A path that leads out of the site is refused, and the old site stays."""
    with pytest.raises(ValueError, match="outside the site"):
        write_site([Artifact(path, b"x")], site)
    assert _files(site) == {"index.html": "旧", "old/a.html": "去年"}
    assert list(site.parent.iterdir()) == [site]


def test_same_path_twice_is_refused(site: Path) -> None:
    """Two outputs that want one path are a mistake, not the last one's luck."""
    with pytest.raises(ValueError, match=r"two artifacts want index\.html"):
        write_site(_artifacts({"index.html": "一"}) + _artifacts({"index.html": "二"}), site)
    assert _files(site) == {"index.html": "旧", "old/a.html": "去年"}


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    """Line ends and bytes that are no text are kept."""
    write_site([Artifact("a.ics", b"A\r\nB\n\x00\xff")], tmp_path / "site")
    assert (tmp_path / "site/a.ics").read_bytes() == b"A\r\nB\n\x00\xff"
