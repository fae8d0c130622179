"""`catalogue serve`: the site on this machine, made anew after every edit."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import webbrowser
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from generators.build.flow import Built, build
from generators.build.progress import quiet
from generators.build.progress_lines import ProgressLines, is_live
from generators.build.project import Project, read_project
from generators.build.store import Store
from generators.commands.build import hosted
from generators.commands.command import Command
from generators.serving.board import Board
from generators.serving.changes import watched
from generators.serving.early import Early
from generators.serving.rebuilding import Place, Rebuilder
from generators.serving.server import SiteServer, running


def _add_options(parser: ArgumentParser) -> None:
    says = "默认 127.0.0.1:8000，只有本机能看"
    parser.add_argument("--address", type=_address, default=("127.0.0.1", 8000), help=says)
    parser.add_argument("--open", action="store_true", help="用浏览器打开")
    parser.add_argument("--poll", action="store_true", help="文件在网络盘、虚拟机共享目录里时用")


def _address(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65535:
        raise argparse.ArgumentTypeError(f"“{text}”不是 127.0.0.1:8000 这样的地址")
    return host, int(port)


def _run(project: Project, options: Namespace) -> int:
    gc.enable()  # other commands end before their memory is full
    board, site = Board(), _site(project)
    try:
        server = SiteServer(options.address, site=site, base=_base(project), board=board)
    except OSError as error:
        host, port = options.address
        advice = f"换一个端口试试：--address {host}:{port + 1}"
        print(f"不能在 {host}:{port} 上预览（{error.strerror}）。{advice}", file=sys.stderr)
        return 1
    with running(server), watched(project, polls=options.poll) as changes:
        _say(f"{server.url} 上可以看到网站，改了内容会自动刷新。按 Ctrl+C 结束。")
        if options.open:
            webbrowser.open(server.url)
        place = Place(project.root, project.content, site)
        rebuilder = Rebuilder(_builder(project, options), place, board, _say)
        try:
            rebuilder.keep_up(changes)
        except KeyboardInterrupt:
            _say("预览结束了。")
    return 0


def _site(project: Project) -> Path:
    """Return where the preview is built, so that the site to be published is left alone."""
    return project.cache / "serve"


def _base(project: Project) -> str:
    return urlsplit(project.site_url).path.rstrip("/") + "/"


def _builder(project: Project, options: Namespace) -> Callable[[Early], Built]:
    """Return a function that builds what the settings say at the moment."""
    live, colour = is_live(sys.stderr), "NO_COLOR" not in os.environ
    store = Store(project.cache, stays=True)

    def make(early: Early) -> Built:
        settings = read_project(options.config, content=options.content, site=_site(project))
        progress = ProgressLines(sys.stderr, live=True, colour=colour) if live else None
        try:
            return build(
                settings,
                host=hosted,
                as_of=options.as_of,
                store=store,
                progress=progress or quiet,
                offer=early.offer,
                give_way=early.give_way,
            )
        finally:
            if progress:
                progress.finish()

    return make


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


COMMAND = Command("serve", "在本机预览，改动后自动刷新", _add_options, _run)
