"""`catalogue links`: other websites' addresses, phones to dial, attachments nobody uses."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Mapping
from pathlib import Path

from generators.build.checking import Checked
from generators.build.project import Project
from generators.catalogue import Catalogue
from generators.commands.command import Command, read_catalogue
from generators.diagnostics import Diagnostic, Severity, render_github, render_json, render_text
from generators.editing.addresses import addresses, other_sources
from generators.editing.link_check import LinkCheck, check_links
from generators.editing.phone_calls import as_csv, phone_calls
from generators.editing.unused_attachments import unused_attachments
from generators.records.links import Links, Suppression
from generators.sources import Source, read_model

_RENDERERS = {"json": render_json, "github": render_github}


def _add_options(parser: ArgumentParser) -> None:
    formats = ["text", *_RENDERERS]
    parser.add_argument("--format", choices=formats, default="text", help="输出格式，默认 text")
    says = "不查网址，把该拨打核对的电话写进这个表（.csv，Excel 能打开）"
    parser.add_argument("--calls", type=Path, metavar="FILE", help=says)
    parser.add_argument("--unused", action="store_true", help="不查网址，列出没有人用的附件")
    parser.add_argument("--fresh", action="store_true", help="不管前几天查过没有，全部重查")
    says = "同一个网站隔几秒查一次，默认 1"
    parser.add_argument("--delay", type=float, default=1.0, metavar="SECONDS", help=says)
    parser.add_argument("--most", type=int, default=20, help="同类问题最多显示几个，0 为全部")


def _run(project: Project, options: Namespace) -> int:
    catalogue, checked = read_catalogue(project, options)
    if catalogue is None:
        return 1
    status = 0
    if options.calls:
        status |= _write_calls(catalogue, options.calls)
    if options.unused:
        found = unused_attachments(project.content, _sources(project, catalogue, checked))
        status |= _show(tuple(found), project, checked, options)
    if not options.calls and not options.unused:
        status |= _check(project, catalogue, checked, options)
    return status


def _write_calls(catalogue: Catalogue, file: Path) -> int:
    calls = phone_calls(catalogue)
    late = sum(1 for call in calls if call.days_over(catalogue.as_of))
    file.write_bytes(as_csv(calls, catalogue.as_of))
    print(f"该拨打核对的电话 {len(calls)} 个，其中逾期 {late} 个，在 {file}")
    return 1 if late else 0


def _check(project: Project, catalogue: Catalogue, checked: Checked, options: Namespace) -> int:
    # requests takes a moment to import, which the other commands need not wait for.
    from generators.editing.fetching import Manners, Outcome, fetch

    cache = project.cache / "links.json"
    if options.fresh:
        cache.unlink(missing_ok=True)
    manners = Manners(f"startup-catalogue (+{project.site_url})", delay=options.delay)

    def ask(urls: Iterable[str]) -> Mapping[str, Outcome]:
        wanted = list(urls)
        if wanted:
            print(f"正在检查 {len(wanted)} 个网址，请稍等……", file=sys.stderr)
        return fetch(wanted, manners)

    result = check_links(
        addresses(_sources(project, catalogue, checked)),
        ask,
        suppressions=_suppressions(project),
        day=catalogue.as_of,
        cache=cache,
    )
    expired = [f for f in checked.findings if f.code == "expired-suppression"]
    status = _show((*result.findings,), project, checked, options, expired)
    _summarise(result, options)
    return status


def _summarise(result: LinkCheck, options: Namespace) -> None:
    print(result.summary, file=sys.stdout if options.format == "text" else sys.stderr)


def _suppressions(project: Project) -> Iterable[Suppression]:
    file = project.content / "links.yml"
    if not file.is_file():
        return ()
    read = read_model(Source("links.yml", file.read_bytes()), Links).value
    return read.suppressions if read else ()


def _sources(project: Project, catalogue: Catalogue, checked: Checked) -> list[Source]:
    records = [entry.source for entry in catalogue.entries]
    drafts = [draft.source for draft in checked.drafts]
    return [*records, *drafts, *other_sources(project.content)]


def _show(
    found: tuple[Diagnostic, ...],
    project: Project,
    checked: Checked,
    options: Namespace,
    more: Iterable[Diagnostic] = (),
) -> int:
    """Show findings below the project's folder; return the status they make."""
    inside = project.content.is_relative_to(project.root)
    folder = project.content.relative_to(project.root) if inside else project.content
    findings = [*(finding.below(folder.as_posix()) for finding in found), *more]
    if options.format == "text":
        print(render_text(findings, checked.line_of, most=options.most), end="")
    else:
        print(_RENDERERS[options.format](findings), end="")
    return 1 if any(finding.severity is not Severity.HINT for finding in findings) else 0


COMMAND = Command("links", "检查外部网址、该核对的电话、没用的附件", _add_options, _run)
