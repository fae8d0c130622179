"""`catalogue build`: the whole site."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from generators.build.flow import build
from generators.build.hosting import Hosted
from generators.build.progress_lines import ProgressLines, is_live
from generators.build.project import Project
from generators.build.summary import summary
from generators.catalogue import Catalogue
from generators.commands.command import Command
from generators.diagnostics import render_text


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("--site", type=Path, help="输出目录，默认取自 mkdocs.yml")


def _run(project: Project, options: Namespace) -> int:
    colour = "NO_COLOR" not in os.environ
    progress = ProgressLines(sys.stderr, live=is_live(sys.stderr), colour=colour)
    built = build(project, host=hosted, as_of=options.as_of, progress=progress)
    progress.finish()
    checked = built.checked
    if checked.findings:
        print(render_text(checked.findings, checked.line_of), file=sys.stderr)
    for line in built.refusal.splitlines() or built.warnings:
        print(line, file=sys.stderr)
    print(summary(built, project.site, progress.seconds), end="", file=sys.stderr)
    return 1 if built.refusal else 0


def hosted(project: Project, catalogue: Catalogue) -> Hosted:
    """Ask MkDocs, which takes half a second to import, only where it is needed."""
    from generators.plugin import hosted as run

    return run(project, catalogue)


COMMAND = Command("build", "生成网站", _add_options, _run)
