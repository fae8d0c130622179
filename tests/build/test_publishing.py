"""Releases: what changed is sent, the switch is one step, and there is a way back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generators.build.local_releases import local_releases
from generators.build.publishing import (
    PublishingError,
    Release,
    Releases,
    Shelf,
    publish_site,
    roll_back,
)
from generators.build.remote_releases import remote_releases

SSH = Path(__file__).parent / "ssh"
PAGES = (
    "index.html",
    "events/a/index.html",
    "events/b/index.html",
    "events/c/index.html",
    "e.html",
)


@pytest.fixture(params=["local", "remote"])
def releases(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Releases]:
    """Return an empty place for releases: a folder, or one reached as a host's would be."""
    root = tmp_path / "公开 www"
    if request.param == "local":
        with local_releases(root) as local:
            yield local
    else:
        remote = remote_releases(f"web@host:{root}/", ssh=str(SSH))
        assert remote
        yield remote


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site of five pages and a file."""
    site = tmp_path / "site"
    for path in (*PAGES, "附件/申请表.txt"):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(f"{path} 旧", "utf-8")
    return site


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the folder that both kinds of releases are in."""
    return tmp_path / "公开 www"


def _read(folder: Path) -> dict[str, str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in files}


def _publish(site: Path, releases: Releases, text: str, *, keep: int = 5) -> int:
    (site / "index.html").write_text(text, "utf-8")
    return publish_site(site, releases, keep=keep).release.number


def _kept(root: Path) -> list[str]:
    return sorted(folder.name for folder in (root / "releases").iterdir())


def test_first_publication_is_the_site(releases: Releases, site: Path, root: Path) -> None:
    """What the public sees is the site, readable for a web server, and nothing lies about."""
    published = publish_site(site, releases)
    assert (published.release.number, len(published.differences.added)) == (1, 6)
    assert _read(root / "current") == _read(site)
    assert (root / "current").readlink() == Path("releases/1")
    assert (root / "current" / "events").stat().st_mode & 0o777 == 0o755
    assert (root / "current" / "index.html").stat().st_mode & 0o777 == 0o644
    assert {place.name for place in root.iterdir()} <= {"current", "releases", ".lock"}


def test_only_changes_are_sent(releases: Releases, site: Path, root: Path) -> None:
    """Files that say the same are one file in both releases; changes are told apart."""
    publish_site(site, releases)
    (site / "附件/申请表.txt").write_text("新", "utf-8")
    (site / "e.html").unlink()
    (site / "new.html").write_text("新", "utf-8")
    found = publish_site(site, releases).differences
    assert (found.added, found.changed, found.removed) == (
        frozenset({"new.html"}),
        frozenset({"附件/申请表.txt"}),
        frozenset({"e.html"}),
    )
    one, two = root / "releases/1", root / "releases/2"
    assert (one / "index.html").samefile(two / "index.html")
    assert (one / "附件/申请表.txt").read_text("utf-8") == "附件/申请表.txt 旧"
    assert _read(root / "current") == _read(site)


def test_same_site_is_no_new_release(releases: Releases, site: Path, root: Path) -> None:
    """A site that says the same, whatever its times, is not published again."""
    publish_site(site, releases)
    for file in site.rglob("*.html"):
        file.write_text(file.read_text("utf-8"), "utf-8")
    published = publish_site(site, releases)
    assert (published.release, bool(published.differences)) == (Release(1), False)
    assert _kept(root) == ["1"]


def test_five_releases_are_kept(releases: Releases, site: Path, root: Path) -> None:
    """The oldest go, files that younger ones share with them stay; fewer are kept if asked."""
    for number in range(1, 8):
        assert _publish(site, releases, str(number)) == number
    assert _kept(root) == ["3", "4", "5", "6", "7"]
    assert (root / "current/e.html").read_text("utf-8") == "e.html 旧"
    _publish(site, releases, "8", keep=1)
    assert _kept(root) == ["8"]


def test_rollback_never_returns_to_what_was_withdrawn(
    releases: Releases, site: Path, root: Path
) -> None:
    """Going back once shows the release before; after the next, going back skips the bad one."""
    for text in ("好", "坏", "更好"):
        _publish(site, releases, text)
        if text == "坏":
            assert roll_back(releases) == Release(1)
            assert (root / "current/index.html").read_text("utf-8") == "好"
    assert _kept(root) == ["1", "2.withdrawn", "3"]
    assert roll_back(releases) == Release(1)
    assert _kept(root) == ["1", "2.withdrawn", "3.withdrawn"]
    assert roll_back(releases, to=2) == Release(2)
    assert (root / "current/index.html").read_text("utf-8") == "坏"


def test_nothing_to_go_back_to(releases: Releases, site: Path) -> None:
    """Where there is no earlier release, or none of the number, it is said which are kept."""
    with pytest.raises(
        PublishingError, match=r"^没有更早的版本可以退回。留着的版本：一版也没有。$"
    ):
        roll_back(releases)
    publish_site(site, releases)
    with pytest.raises(PublishingError, match=r"^没有第 7 版可以退回。留着的版本：1。$"):
        roll_back(releases, to=7)


def test_a_fifth_of_the_pages_may_go(releases: Releases, site: Path) -> None:
    """One page of five may go unasked; of the four that stay, one is too many."""
    publish_site(site, releases)
    (site / "e.html").unlink()
    assert publish_site(site, releases).release.number == 2
    (site / "events/c/index.html").unlink()
    with pytest.raises(PublishingError) as refused:
        publish_site(site, releases)
    assert str(refused.value) == (
        "线上有 4 个页面，新网站里少了其中 1 个，超过五分之一，没有发布。\n"
        "少得最多的：events/ 1 个；例如 events/c/index.html\n"
        "怎么办：看看是不是误删了记录，或者生成时用错了内容目录；确实不要了，加 --allow-loss 再发布。"
    )
    assert publish_site(site, releases, may_shrink=True).release.number == 3


def test_moved_pages_are_lost_pages(releases: Releases, site: Path) -> None:
    """A page at another address does not answer at the old one, so that moving counts."""
    publish_site(site, releases)
    (site / "events").rename(site / "activities")
    with pytest.raises(PublishingError, match="线上有 5 个页面，新网站里少了其中 3 个"):
        publish_site(site, releases)


def test_folder_without_a_site_is_refused(releases: Releases, tmp_path: Path) -> None:
    """Where nothing was built nothing is published."""
    with pytest.raises(PublishingError, match=r"里没有网站。先运行 catalogue build，再发布。$"):
        publish_site(tmp_path / "nothing", releases)


def test_foreign_current_is_left_alone(releases: Releases, site: Path, root: Path) -> None:
    """A folder `current` that was not made by publishing is not replaced."""
    (root / "current").mkdir(parents=True)
    with pytest.raises(PublishingError, match="不是"):
        publish_site(site, releases)
    assert list((root / "current").iterdir()) == []


def test_foreign_folders_are_no_releases() -> None:
    """Folders with other names are neither counted nor removed."""
    shelf = Shelf.of(["1", "10.withdrawn", "2", "², "[:1], "3.old", "tmp", ""], "2")
    assert shelf.releases == (Release(1), Release(2), Release(10, is_withdrawn=True))
    assert (shelf.next, shelf.before()) == (Release(11), Release(1))


def test_link_to_nowhere_is_no_release() -> None:
    """A current release that somebody deleted is none: the next site is published whole."""
    assert Shelf.of(["1"], "2").current is None
