"""`catalogue audit`: every clause of the standard, judged."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from generators.audit import as_json, as_markdown, as_text, audit
from generators.build.project import Project
from generators.commands.command import Command, read_catalogue

_RENDERERS = {"text": as_text, "json": as_json, "md": as_markdown}


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("--format", choices=list(_RENDERERS), default="text")


def _run(project: Project, options: Namespace) -> int:
    catalogue, checked = read_catalogue(project, options)
    if catalogue is None:
        return 1
    judged = audit(catalogue, drafts=checked.drafts)
    print(_RENDERERS[options.format](judged), end="")
    return 0 if judged.passes else 1


COMMAND = Command("audit", "逐条对照 LD/T 2001—2023", _add_options, _run)
