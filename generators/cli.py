"""The command `catalogue`: arguments in, exit status out (0 clean, 1 findings, 2 usage)."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from generators.build.project import read_project
from generators.commands import commands
from generators.commands.command import day


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    options = _parser(given[0] if given else "").parse_args(given)
    try:
        project = read_project(
            options.config, content=options.content, site=getattr(options, "site", None)
        )
    except OSError as error:
        print(f"找不到 {error.filename}。请在项目目录里运行，或用 --config 指定。", file=sys.stderr)
        return 2
    return int(options.run(project, options))


def run() -> NoReturn:
    """Run the command as all that this process is for, and end it.

    The system takes back at once what is in memory: to look for cycles among ten thousand records,
    and to take them apart at the end, would be a quarter of the time of a build after an edit.
    """
    gc.disable()
    status = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _parser(asked: str) -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help="默认 mkdocs.yml")
    shared.add_argument("--content", type=Path, help="内容目录，默认取自 mkdocs.yml")
    shared.add_argument("--as-of", type=day, help="按哪一天计算状态，默认今天")
    parser = argparse.ArgumentParser(
        prog="catalogue", description="公共创业服务目录：检查、对照标准、生成、搜索"
    )
    known = parser.add_subparsers(required=True, metavar="命令")
    for command in commands(asked):
        options = known.add_parser(command.name, parents=[shared], help=command.says)
        command.add_options(options)
        options.set_defaults(run=command.run)
    return parser


if __name__ == "__main__":
    run()
