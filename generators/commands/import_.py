"""`catalogue import`: what an editor changed in a workbook, back into the records."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from generators.build.checking import check_project
from generators.build.project import Project
from generators.commands.command import Command, kind_name
from generators.diagnostics import Diagnostic, render_text
from generators.editing.importing import Change, Proposal, propose, write
from generators.editing.intake import kind_of, take_in
from generators.editing.remarks import annotated, in_text
from generators.editing.tables import NoTableError, Table, read_tables
from generators.editing.trials import check_with
from generators.personal_data import hide
from generators.records import KINDS, Kind
from generators.sources import Source, read_sources

_SUFFIX = "-问题"


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="表格：.xlsx，或者 .csv（UTF-8、GBK 都行）")
    says = "哪一种记录，例如 events、活动；默认看表名和文件名"
    parser.add_argument("--kind", type=kind_name, choices=list(KINDS), metavar="种类", help=says)
    parser.add_argument("--dry-run", action="store_true", help="只看会改什么，不写")
    parser.add_argument("--only-valid", action="store_true", help="有问题的记录不写，其余的写")


def _run(project: Project, options: Namespace) -> int:
    try:
        tables = read_tables(options.file)
    except OSError:
        print(f"打不开 {options.file}。检查文件名；在 Excel 里开着的，先关掉。", file=sys.stderr)
        return 2
    except NoTableError as error:
        print(render_text([error.finding], lambda *_: None), end="", file=sys.stderr)
        return 2
    kind = KINDS[options.kind] if options.kind else kind_of(tables, options.file.name)
    if kind is None:
        print("看不出是哪一种记录。加上 --kind，例如 --kind events。", file=sys.stderr)
        return 2
    proposal = _proposal(project, options, kind, tables)
    return _settle(project, options, proposal, tables)


def _proposal(
    project: Project, options: Namespace, kind: Kind, tables: Sequence[Table]
) -> Proposal:
    sources, _ = read_sources(project.content)
    known = {s.id: s for s in sources if s.path.startswith(f"{kind.name}/")}

    def check(proposed: Sequence[Source]) -> Sequence[Diagnostic]:
        if not proposed:
            return check_project(project, as_of=options.as_of).findings
        return check_with(project, proposed, as_of=options.as_of).findings

    return propose(kind, take_in(kind, tables), known, check, only_valid=options.only_valid)


def _settle(
    project: Project, options: Namespace, proposal: Proposal, tables: Sequence[Table]
) -> int:
    """Show what was found, write what may be written, and return the exit status."""
    if proposal.remarks:
        print(in_text(proposal.remarks, options.file.name), end="\n\n", file=sys.stderr)
        _annotate(options.file, proposal, tables)
    changes = proposal.writable(only_valid=options.only_valid)
    if options.dry_run:
        for change in proposal.changes:
            print(hide(change.diff()))
        print(_sum(proposal, "会改", proposal.valid))
    else:
        write(changes, project.content)
        for change in changes:
            print(f"{'改了' if change.was else '新增'} {change.source.path}（{change.lines()}）")
        print(_sum(proposal, "改了", changes))
    return 1 if proposal.faulty else 0


def _sum(proposal: Proposal, done: str, changes: Sequence[Change]) -> str:
    new = sum(change.was is None for change in changes)
    left = len(proposal.changes) - len(changes)
    parts = [f"共{done} {len(changes) - new} 条，新增 {new} 条"]
    if left and done == "改了":
        parts += [f"{left} 条没有写，先改好上面的问题"]
        if not changes and proposal.valid:
            parts += [f"没有问题的 {len(proposal.valid)} 条，加 --only-valid 可以先写"]
    elif left:
        parts += [f"{left} 条有问题"]
    parts += ["没有变化"] * (not proposal.changes and not proposal.faulty)
    return "；".join(parts) + "。"


def _annotate(file: Path, proposal: Proposal, tables: Sequence[Table]) -> None:
    """Write the copy that has the remarks at their cells."""
    copy = file.with_name(f"{file.stem.removesuffix(_SUFFIX)}{_SUFFIX}.xlsx")
    try:
        copy.write_bytes(annotated(file.read_bytes(), tables, proposal.remarks))
    except OSError:
        print(f"写不了 {copy}。在 Excel 里开着的，先关掉，再导入一次。", file=sys.stderr)
        return
    print(f"问题写进了 {copy} 的批注和“问题”表。", file=sys.stderr)


COMMAND = Command("import", "把改好的 Excel 或 CSV 表格写回记录", _add_options, _run)
