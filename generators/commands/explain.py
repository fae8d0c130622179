"""`catalogue explain`: what a finding means and why it matters."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from generators.build.project import Project
from generators.commands.command import Command
from generators.diagnostics import did_you_mean
from generators.rules import RULES, explanation, title


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("code", nargs="?", help="问题代码，例如 unknown-term；不写则列出全部")


def _run(_: Project, options: Namespace) -> int:
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


COMMAND = Command("explain", "解释一个问题代码", _add_options, _run)
