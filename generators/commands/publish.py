"""`catalogue publish`: the built site to where the public sees it, and back."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generators.build.local_releases import local_releases
from generators.build.project import Project
from generators.build.publishing import (
    Published,
    PublishingError,
    Release,
    Releases,
    Shelf,
    publish_site,
    roll_back,
)
from generators.build.remote_releases import remote_releases
from generators.commands.command import Command

_PREVIOUS = 0


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("target", help="发布到哪里：本机目录，或者 主机:目录（用 rsync 和 ssh）")
    parser.add_argument("--site", type=Path, help="网站在哪个目录，默认取自 mkdocs.yml")
    parser.add_argument("--keep", type=_count, default=5, help="留最近几版，默认 5")
    parser.add_argument("--allow-loss", action="store_true", help="页面少了五分之一以上也发布")
    parser.add_argument("--ssh", default="ssh", help="连接主机的命令，默认 ssh")
    instead = parser.add_mutually_exclusive_group()
    says = "不发布，退回上一版；写了版号，退回那一版"
    instead.add_argument("--rollback", type=_count, nargs="?", const=_PREVIOUS, help=says)
    instead.add_argument("--list", action="store_true", help="不发布，列出留着的版本")


def _count(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) > 0:
        return int(text)
    raise ArgumentTypeError(f"“{text}”不是 1、2、3 这样的数")


def _run(project: Project, options: Namespace) -> int:
    try:
        with _opened(options.target, ssh=options.ssh) as releases:
            print(_done(project, options, releases))
    except PublishingError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"写不了 {error.filename}：{error.strerror}。线上没有变。", file=sys.stderr)
        return 1
    return 0


@contextmanager
def _opened(target: str, *, ssh: str) -> Iterator[Releases]:
    remote = remote_releases(target, ssh=ssh)
    if remote:
        yield remote
    else:
        with local_releases(Path(target).absolute()) as local:
            yield local


def _done(project: Project, options: Namespace, releases: Releases) -> str:
    if options.list:
        return _listed(releases.shelf())
    if options.rollback is not None:
        to = None if options.rollback == _PREVIOUS else options.rollback
        return f"退回了第 {roll_back(releases, to=to).number} 版，线上已经是它。"
    published = publish_site(
        project.site, releases, keep=options.keep, may_shrink=options.allow_loss
    )
    return _told(published, options.target)


def _listed(shelf: Shelf) -> str:
    if not shelf.releases:
        return "还没有发布过。"
    return "\n".join(
        f"第 {release.number} 版{_note(release, shelf)}" for release in reversed(shelf.releases)
    )


def _note(release: Release, shelf: Shelf) -> str:
    if release == shelf.current:
        return "（线上）"
    return "（已撤回）" if release.is_withdrawn else ""


def _told(published: Published, target: str) -> str:
    found, number = published.differences, published.release.number
    if not found:
        return f"和线上的第 {number} 版一样，不用发布。"
    return (
        f"发布了第 {number} 版：新增 {len(found.added)} 个文件，改了 {len(found.changed)} 个，"
        f"去掉 {len(found.removed)} 个，{found.same} 个没变。\n"
        f"线上是 {target.rstrip('/')}/current。要退回上一版，加 --rollback。"
    )


COMMAND = Command("publish", "发布网站，或退回上一版", _add_options, _run)
