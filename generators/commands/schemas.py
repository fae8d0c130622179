"""`catalogue schemas`: what editors such as VS Code need to know."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from generators.build.project import Project
from generators.build.writer import write_folder
from generators.commands.command import Command, read_catalogue
from generators.outputs.editor_schemas import editor_schemas


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, help="输出目录，默认 .cache/schemas")


def _run(project: Project, options: Namespace) -> int:
    catalogue, checked = read_catalogue(project, options)
    if catalogue is None:
        return 1
    folder = options.out or project.cache / "schemas"
    count = write_folder(editor_schemas(catalogue, checked.ids), folder).files
    print(f"共 {count} 个模式文件，在 {folder}")
    return 0


COMMAND = Command("schemas", "生成编辑器用的模式文件", _add_options, _run)
