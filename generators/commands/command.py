"""What a subcommand is, and what several of them need."""

from __future__ import annotations

import argparse
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from generators.build.checking import Checked, check_project
from generators.build.project import Project
from generators.catalogue import Catalogue
from generators.diagnostics import render_text
from generators.records import KINDS


@dataclass(frozen=True, slots=True)
class Command:
    """A subcommand: its name, what it does in Chinese, its options, and how it runs.

    *run* returns the exit status: 0 clean, 1 findings, 2 usage.
    """

    name: str
    says: str
    add_options: Callable[[ArgumentParser], None]
    run: Callable[[Project, Namespace], int]


def read_catalogue(project: Project, options: Namespace) -> tuple[Catalogue | None, Checked]:
    """Return the catalogue on the day asked for; where there is none, show the findings."""
    checked = check_project(project, as_of=options.as_of)
    if checked.catalogue is None:
        print(render_text(checked.findings, checked.line_of), end="", file=sys.stderr)
    return checked.catalogue, checked


KIND_HELP = f"哪一种：{'；'.join(f'{kind.name} {kind.label}' for kind in KINDS.values())}"


def kind_name(text: str) -> str:
    """Return the name of a kind, which an editor may call by its Chinese name."""
    called = {name: k.name for k in KINDS.values() for name in (k.label, k.short)}
    return called.get(text, text)


def day(text: str) -> date:
    """Read the day of an option."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}”不是 2026-01-31 这样的日期") from None
