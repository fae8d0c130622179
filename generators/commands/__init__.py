"""One module for each subcommand: its options in, its exit status out."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import cast

from generators.commands.command import Command

NAMES = (
    "check",
    "explain",
    "diff",
    "links",
    "todo",
    "audit",
    "evaluate",
    "new",
    "export",
    "import",
    "schemas",
    "build",
    "serve",
    "admin",
    "publish",
    "search",
)
_MODULES = {"import": "import_"}  # a word of Python is no name of a module


def commands(asked: str = "") -> Iterator[Command]:
    """Yield the subcommand that is *asked* for, or all where it is none of them.

    Each is imported by then only: all that they need takes a second.
    """
    for name in (asked,) if asked in NAMES else NAMES:
        module = import_module(f"{__name__}.{_MODULES.get(name, name)}")
        yield cast(Command, module.COMMAND)


__all__ = ["NAMES", "Command", "commands"]
