"""`catalogue export`: the records of a kind as a workbook for Excel."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from generators.build.project import Project
from generators.commands.command import KIND_HELP, Command, kind_name, read_catalogue
from generators.diagnostics import render_text
from generators.editing.exporting import export, readable
from generators.outputs.known_values import known_values
from generators.records import KINDS
from generators.sources import read_sources


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("kind", type=kind_name, choices=list(KINDS), metavar="种类", help=KIND_HELP)
    parser.add_argument("file", type=Path, help="表格文件，以 .xlsx 结尾")
    parser.add_argument("--force", action="store_true", help="文件已经有了，也写")


def _run(project: Project, options: Namespace) -> int:
    if fault := _refusal(options):
        print(fault, file=sys.stderr)
        return 2
    catalogue, checked = read_catalogue(project, options)
    if catalogue is None:
        return 1
    sources, _ = read_sources(project.content)
    trees, faults = readable(s for s in sources if s.path.startswith(f"{options.kind}/"))
    known = known_values(catalogue, checked.ids)
    options.file.write_bytes(export(KINDS[options.kind], trees, known))
    print(f"{KINDS[options.kind].label}共 {len(trees)} 条，写到了 {options.file}")
    print(f"改完以后：catalogue import {options.file} --dry-run")
    if faults:
        print("下面的文件读不下去，没有写进表格：", file=sys.stderr)
        print(render_text(faults, checked.line_of), end="", file=sys.stderr)
    return 1 if faults else 0


def _refusal(options: Namespace) -> str | None:
    """Return why the file cannot be written."""
    if options.file.suffix.lower() != ".xlsx":
        return f"“{options.file}”要以 .xlsx 结尾。"
    if options.file.exists() and not options.force:
        return f"“{options.file}”已经有了，可能有没导入的修改。换一个名字，或者加 --force 覆盖。"
    if not options.file.resolve().parent.is_dir():
        return f"没有“{options.file.parent}”这个目录。"
    return None


COMMAND = Command("export", "把一种记录导出成 Excel 表格", _add_options, _run)
