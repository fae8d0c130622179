"""Releases on another machine: what ssh and rsync say when they fail, and what is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.build.publishing import PublishingError, publish_site
from generators.build.remote_releases import RemoteReleases, remote_releases

SSH = Path(__file__).parent / "ssh"


def _site(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "index.html").write_text(text, "utf-8")
    return folder


def _breaking(tmp_path: Path, word: str) -> str:
    """Return a stand-in for ssh that kills itself at the first command with *word* in it."""
    script = tmp_path / "breaking-ssh"
    script.write_text(f'#!/bin/sh\ncase "$*" in *{word}*) kill -9 $$ ;; esac\nexec "{SSH}" "$@"\n')
    script.chmod(0o755)
    return str(script)


@pytest.mark.parametrize("word", ["--server", ".incoming.*2"])
def test_broken_line_leaves_the_old_release(tmp_path: Path, word: str) -> None:
    """A line that breaks while sending, or before the whole is named, changes nothing online."""
    target = f"host:{tmp_path}/www"
    remote = remote_releases(target, ssh=str(SSH))
    assert remote
    publish_site(_site(tmp_path / "site", "旧"), remote)
    broken = remote_releases(target, ssh=_breaking(tmp_path, word))
    assert broken
    with pytest.raises(PublishingError, match="线上还是原来的版本"):
        publish_site(_site(tmp_path / "site", "新"), broken)
    assert (tmp_path / "www/current/index.html").read_text("utf-8") == "旧"
    publish_site(tmp_path / "site", remote)
    assert (tmp_path / "www/current/index.html").read_text("utf-8") == "新"


@pytest.mark.parametrize("target", ["/srv/www", "www", "./a:b", "/srv/a:b", "C"])
def test_paths_of_this_machine_name_no_host(target: str) -> None:
    """A colon after a slash belongs to a path, as it does for rsync."""
    assert remote_releases(target) is None


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("web@www.shili.example:/srv/www/", RemoteReleases("web@www.shili.example", "/srv/www")),
        ("host:www", RemoteReleases("host", "www")),
    ],
)
def test_host_and_path_are_told_apart(target: str, expected: RemoteReleases) -> None:
    """What stands before the colon is the host, what follows the folder."""
    assert remote_releases(target) == expected


def test_ssh_is_quoted_in_the_message_of_its_failure(tmp_path: Path) -> None:
    """What ssh said is shown, with what to look at."""
    script = tmp_path / "ssh"
    script.write_text("#!/bin/sh\necho 'Permission denied (publickey).' >&2\nexit 255\n")
    script.chmod(0o755)
    remote = remote_releases("host:/srv", ssh=str(script))
    assert remote
    with pytest.raises(PublishingError) as failed:
        publish_site(_site(tmp_path / "site", "新"), remote)
    assert str(failed.value) == (
        f"{script} 没有做成（255），线上还是原来的版本：\n"
        "  Permission denied (publickey).\n"
        "怎么办：看看连不连得上、目录能不能写、磁盘满没满，再发布一次。"
    )


def test_missing_program_is_named(tmp_path: Path) -> None:
    """A machine without ssh is told what to install."""
    remote = remote_releases("host:/srv", ssh="no-such-ssh")
    assert remote
    with pytest.raises(PublishingError, match=r"^这台机器上没有 no-such-ssh。装好以后再发布"):
        publish_site(_site(tmp_path / "site", "新"), remote)
