"""`catalogue serve`: the site on this machine, made anew after every edit."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from generators.build.project import Project
from generators.commands.command import Command


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("--address", default="127.0.0.1:8000", help="默认 127.0.0.1:8000")


def _run(project: Project, options: Namespace) -> int:
    from generators.plugin import serve_site  # imports MkDocs, as in build.py

    serve_site(project.config, address=options.address)
    return 0


COMMAND = Command("serve", "在本机预览，改动后自动刷新", _add_options, _run)
