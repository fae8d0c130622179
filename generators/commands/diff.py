"""`catalogue diff`: what a change means, in words for who must approve it."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from generators.build.comparing import ComparisonError, compare
from generators.build.project import Project
from generators.changes.reports import as_markdown, as_text
from generators.commands.command import Command

_RENDERERS = {"text": as_text, "md": as_markdown}


def _add_options(parser: ArgumentParser) -> None:
    says = "和哪个版本比：提交编号、分支名或者标签；默认 HEAD，就是还没有提交的改动"
    parser.add_argument("revision", nargs="?", default="HEAD", metavar="REV", help=says)
    parser.add_argument("--format", choices=list(_RENDERERS), default="text")
    parser.add_argument("--most", type=int, default=50, help="最多列出几处，默认 50，0 为全部")


def _run(project: Project, options: Namespace) -> int:
    try:
        comparison = compare(project, options.revision, as_of=options.as_of)
    except ComparisonError as error:
        print(error, file=sys.stderr)
        return 2
    print(_RENDERERS[options.format](comparison, most=options.most), end="")
    return 0


COMMAND = Command("diff", "用大白话说明改了什么", _add_options, _run)
