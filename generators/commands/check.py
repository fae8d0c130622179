"""`catalogue check`: every fault of every file, at its line."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace

from generators.build.checking import check_project
from generators.build.fixing import mend
from generators.build.project import Project
from generators.commands.command import Command
from generators.diagnostics import render_github, render_json, render_sarif, render_text

_RENDERERS = {"json": render_json, "github": render_github, "sarif": render_sarif}


def _add_options(parser: ArgumentParser) -> None:
    formats = ["text", *_RENDERERS]
    parser.add_argument("--format", choices=formats, default="text", help="输出格式，默认 text")
    parser.add_argument("--fix", action="store_true", help="自动改好只有一种改法的问题")
    parser.add_argument("--most", type=int, default=20, help="同类问题最多显示几个，0 为全部")


def _run(project: Project, options: Namespace) -> int:
    if options.fix:
        _mend(project)
    checked = check_project(project, as_of=options.as_of)
    if options.format == "text":
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        text = render_text(checked.findings, checked.line_of, colour=colour, most=options.most)
    else:
        text = _RENDERERS[options.format](checked.findings)
    print(text, end="")
    return 1 if checked.has_errors else 0


def _mend(project: Project) -> None:
    for mended in mend(project.content):
        print(f"改了 {mended.path}：")
        for fault in mended.faults:
            print(f"  第 {fault.span.line} 行  {fault.hidden().message}")


COMMAND = Command("check", "检查全部内容", _add_options, _run)
