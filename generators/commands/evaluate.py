"""`catalogue evaluate`: the satisfaction index of a survey."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from generators.build import evaluating
from generators.build.project import Project
from generators.commands.command import Command
from generators.diagnostics import render_text

_RENDERERS = {
    "text": evaluating.as_text,
    "json": evaluating.as_json,
    "yaml": evaluating.as_record,
}


def _add_options(parser: ArgumentParser) -> None:
    says = "问卷表（.csv），旁边有同名的权重文件（.yml）"
    parser.add_argument("survey", type=Path, help=says)
    parser.add_argument("--format", choices=list(_RENDERERS), default="text")


def _run(_: Project, options: Namespace) -> int:
    evaluated = evaluating.evaluate(options.survey)
    if evaluated.findings:
        print(render_text(evaluated.findings, evaluated.line_of), end="", file=sys.stderr)
    if evaluated.result is None:
        return 1
    print(_RENDERERS[options.format](evaluated.result), end="")
    return 0


COMMAND = Command("evaluate", "按问卷算满意度指数", _add_options, _run)
