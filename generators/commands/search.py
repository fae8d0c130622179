"""`catalogue search`: the site's search, at a terminal."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from generators.build.project import Project
from generators.commands.command import Command, read_catalogue
from generators.records import KINDS
from generators.search.answers import library
from generators.search.rendering import in_json, in_words, similar_in_words


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("query", help="要找的话")
    parser.add_argument("--kind", choices=list(KINDS), help="只找一种记录")
    parser.add_argument("-n", type=int, default=10, help="最多几条，默认 10")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    says = "把这句话当标题，找标题相近的记录，免得重复录入"
    parser.add_argument("--similar", action="store_true", help=says)


def _run(project: Project, options: Namespace) -> int:
    catalogue, _ = read_catalogue(project, options)
    if catalogue is None:
        return 1
    with library(catalogue, cache=project.cache) as found:
        ask = found.similar if options.similar else found.answer
        answer = ask(options.query, kind=options.kind, limit=options.n)
    in_text = similar_in_words if options.similar else in_words
    print((in_json if options.json else in_text)(answer), end="")
    return 0


COMMAND = Command("search", "在终端里搜索", _add_options, _run)
