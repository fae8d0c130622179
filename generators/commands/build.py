"""`catalogue build`: the whole site."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from generators.build.flow import build
from generators.build.hosting import Hosted
from generators.build.project import Project
from generators.catalogue import Catalogue
from generators.commands.command import Command
from generators.diagnostics import render_text


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("--site", type=Path, help="输出目录，默认取自 mkdocs.yml")


def _run(project: Project, options: Namespace) -> int:
    built = build(project, host=hosted, as_of=options.as_of)
    checked = built.checked
    if checked.findings:
        print(render_text(checked.findings, checked.line_of), end="", file=sys.stderr)
    for line in built.refusal.splitlines() or built.warnings:
        print(line, file=sys.stderr)
    if built.refusal:
        return 1
    print(f"共 {built.files} 个文件，在 {project.site}", file=sys.stderr)
    return 0


def hosted(project: Project, catalogue: Catalogue) -> Hosted:
    """Ask MkDocs, which takes half a second to import, only where it is needed."""
    from generators.plugin import hosted as run

    return run(project, catalogue)


COMMAND = Command("build", "生成网站", _add_options, _run)
