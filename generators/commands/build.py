"""`catalogue build`: the whole site."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from generators.build.project import Project
from generators.commands.command import Command


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("--site", type=Path, help="输出目录，默认取自 mkdocs.yml")


def _run(project: Project, options: Namespace) -> int:
    # MkDocs takes half a second to import, which the other commands need not wait for.
    from generators.plugin import build_site

    return build_site(
        options.config, content=options.content, site=project.site, as_of=options.as_of
    )


COMMAND = Command("build", "生成网站", _add_options, _run)
