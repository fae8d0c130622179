"""The command `catalogue`: arguments in, exit status out (0 clean, 1 findings, 2 usage)."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from generators import audit as audits
from generators.audit import audit
from generators.build import evaluating
from generators.build.checking import check_project
from generators.build.evaluating import evaluate
from generators.build.fixing import mend
from generators.build.project import Project, read_project
from generators.build.writer import write_site
from generators.diagnostics import (
    did_you_mean,
    render_github,
    render_json,
    render_sarif,
    render_text,
)
from generators.outputs.editor_schemas import editor_schemas
from generators.records import KINDS
from generators.rules import RULES, explanation, title
from generators.search.answers import library
from generators.search.rendering import in_json, in_words, similar_in_words

_AUDIT_RENDERERS = {"text": audits.as_text, "json": audits.as_json, "md": audits.as_markdown}
_EVALUATION_RENDERERS = {
    "text": evaluating.as_text,
    "json": evaluating.as_json,
    "yaml": evaluating.as_record,
}
_RENDERERS = {"json": render_json, "github": render_github, "sarif": render_sarif}

Command = Callable[[Project, argparse.Namespace], int]
AddCommand = Callable[[str, Command, str], argparse.ArgumentParser]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    options = _parser().parse_args(arguments)
    try:
        project = read_project(
            options.config, content=options.content, site=getattr(options, "site", None)
        )
    except OSError as error:
        print(f"找不到 {error.filename}。请在项目目录里运行，或用 --config 指定。", file=sys.stderr)
        return 2
    return int(options.run(project, options))


def _check(project: Project, options: argparse.Namespace) -> int:
    if options.fix:
        for mended in mend(project.content):
            print(f"改了 {mended.path}：")
            for fault in mended.faults:
                print(f"  第 {fault.span.line} 行  {fault.hidden().message}")
    checked = check_project(project, as_of=options.as_of)
    if options.format == "text":
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        text = render_text(checked.findings, checked.line_of, colour=colour, most=options.most)
        print(text, end="")
    else:
        print(_RENDERERS[options.format](checked.findings), end="")
    return 1 if checked.has_errors else 0


def _audit(project: Project, options: argparse.Namespace) -> int:
    checked = check_project(project, as_of=options.as_of)
    if checked.catalogue is None:
        print(render_text(checked.findings, checked.line_of), end="", file=sys.stderr)
        return 1
    judged = audit(checked.catalogue, drafts=checked.drafts)
    print(_AUDIT_RENDERERS[options.format](judged), end="")
    return 0 if judged.passes else 1


def _evaluate(project: Project, options: argparse.Namespace) -> int:
    evaluated = evaluate(options.survey)
    if evaluated.findings:
        print(render_text(evaluated.findings, evaluated.line_of), end="", file=sys.stderr)
    if evaluated.result is None:
        return 1
    print(_EVALUATION_RENDERERS[options.format](evaluated.result), end="")
    return 0


def _schemas(project: Project, options: argparse.Namespace) -> int:
    checked = check_project(project, as_of=options.as_of)
    if checked.catalogue is None:
        print(render_text(checked.findings, checked.line_of), end="", file=sys.stderr)
        return 1
    folder = options.out or project.cache / "schemas"
    count = write_site(editor_schemas(checked.catalogue, checked.ids), folder)
    print(f"共 {count} 个模式文件，在 {folder}")
    return 0


def _explain(project: Project, options: argparse.Namespace) -> int:
    if options.code is None:
        print("\n".join(f"{code:26}{title(code)}" for code in RULES))
        return 0
    text = explanation(options.code)
    if text is None:
        advice = did_you_mean(options.code, RULES) or "catalogue explain 列出全部代码。"
        print(f"没有“{options.code}”这个代码。{advice}", file=sys.stderr)
        return 2
    print(text)
    return 0


def _build(project: Project, options: argparse.Namespace) -> int:
    # MkDocs takes half a second to import, which the other commands need not wait for.
    from generators.plugin import build_site

    return build_site(
        options.config, content=options.content, site=project.site, as_of=options.as_of
    )


def _serve(project: Project, options: argparse.Namespace) -> int:
    from generators.plugin import serve_site

    serve_site(options.config, address=options.address)
    return 0


def _search(project: Project, options: argparse.Namespace) -> int:
    checked = check_project(project, as_of=options.as_of)
    if checked.catalogue is None:
        print(render_text(checked.findings, checked.line_of), end="", file=sys.stderr)
        return 1
    with library(checked.catalogue, cache=project.cache) as found:
        if options.similar:
            answer = found.similar(options.query, kind=options.kind, limit=options.n)
        else:
            answer = found.answer(options.query, kind=options.kind, limit=options.n)
    in_text = similar_in_words if options.similar else in_words
    print((in_json if options.json else in_text)(answer), end="")
    return 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}”不是 2026-01-31 这样的日期") from None


def _parser() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help="默认 mkdocs.yml")
    shared.add_argument("--content", type=Path, help="内容目录，默认取自 mkdocs.yml")
    shared.add_argument("--as-of", type=_day, help="按哪一天计算状态，默认今天")
    parser = argparse.ArgumentParser(
        prog="catalogue", description="公共创业服务目录：检查、对照标准、生成、搜索"
    )
    commands = parser.add_subparsers(required=True, metavar="命令")

    def add(name: str, run: Command, says: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, parents=[shared], help=says)
        command.set_defaults(run=run)
        return command

    _add_editors_commands(add)
    _add_site_commands(add)
    return parser


def _add_editors_commands(add: AddCommand) -> None:
    command = add("check", _check, "检查全部内容")
    formats = ["text", *_RENDERERS]
    command.add_argument("--format", choices=formats, default="text", help="输出格式，默认 text")
    command.add_argument("--fix", action="store_true", help="自动改好只有一种改法的问题")
    command.add_argument("--most", type=int, default=20, help="同类问题最多显示几个，0 为全部")
    command = add("explain", _explain, "解释一个问题代码")
    command.add_argument("code", nargs="?", help="问题代码，例如 unknown-term；不写则列出全部")
    command = add("audit", _audit, "逐条对照 LD/T 2001—2023")
    command.add_argument("--format", choices=list(_AUDIT_RENDERERS), default="text")
    command = add("evaluate", _evaluate, "按问卷算满意度指数")
    command.add_argument("survey", type=Path, help="问卷表（.csv），旁边有同名的权重文件（.yml）")
    command.add_argument("--format", choices=list(_EVALUATION_RENDERERS), default="text")
    command = add("schemas", _schemas, "生成编辑器用的模式文件")
    command.add_argument("--out", type=Path, help="输出目录，默认 .cache/schemas")


def _add_site_commands(add: AddCommand) -> None:
    command = add("build", _build, "生成网站")
    command.add_argument("--site", type=Path, help="输出目录，默认取自 mkdocs.yml")
    command = add("serve", _serve, "在本机预览，改动后自动刷新")
    command.add_argument("--address", default="127.0.0.1:8000", help="默认 127.0.0.1:8000")
    command = add("search", _search, "在终端里搜索")
    command.add_argument("query", help="要找的话")
    command.add_argument("--kind", choices=list(KINDS), help="只找一种记录")
    command.add_argument("-n", type=int, default=10, help="最多几条，默认 10")
    command.add_argument("--json", action="store_true", help="输出 JSON")
    command.add_argument(
        "--similar", action="store_true", help="把这句话当标题，找标题相近的记录，免得重复录入"
    )


if __name__ == "__main__":
    sys.exit(main())
