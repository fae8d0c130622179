"""`catalogue todo`: one list for the morning."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from generators.build.project import Project
from generators.commands.command import Command, read_catalogue
from generators.editing.tasks import tasks
from generators.editing.todo_lists import as_csv, as_markdown, as_text

_RENDERERS = {"text": as_text, "md": as_markdown, "csv": as_csv}


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("--format", choices=list(_RENDERERS), default="text")
    parser.add_argument("--owner", default="", help="只列这个科室的，写名称里的几个字就行")
    says = "每个科室每一档最多列几件，默认 20，0 为全部"
    parser.add_argument("--most", type=int, default=20, help=says)


def _run(project: Project, options: Namespace) -> int:
    catalogue, checked = read_catalogue(project, options)
    if catalogue is None:
        return 1
    inside = project.content.is_relative_to(project.root)
    folder = project.content.relative_to(project.root) if inside else project.content
    found = tasks(catalogue, checked.findings, checked.drafts, folder=folder.as_posix())
    own = [task for task in found if options.owner in task.owner]
    print(_RENDERERS[options.format](own, catalogue.as_of, most=options.most), end="")
    return 1 if own else 0


COMMAND = Command("todo", "今天要办的事，按科室列", _add_options, _run)
