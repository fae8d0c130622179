"""One module for each subcommand: its options in, its exit status out."""

from __future__ import annotations

from generators.commands import (
    admin,
    audit,
    build,
    check,
    evaluate,
    explain,
    publish,
    schemas,
    search,
    serve,
)
from generators.commands.command import Command

COMMANDS: tuple[Command, ...] = (
    check.COMMAND,
    explain.COMMAND,
    audit.COMMAND,
    evaluate.COMMAND,
    schemas.COMMAND,
    build.COMMAND,
    serve.COMMAND,
    admin.COMMAND,
    publish.COMMAND,
    search.COMMAND,
)

__all__ = ["COMMANDS", "Command"]
