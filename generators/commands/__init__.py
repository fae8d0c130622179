"""One module for each subcommand: its options in, its exit status out."""

from __future__ import annotations

from generators.commands import (
    audit,
    build,
    check,
    evaluate,
    explain,
    export,
    import_,
    new,
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
    new.COMMAND,
    export.COMMAND,
    import_.COMMAND,
    schemas.COMMAND,
    build.COMMAND,
    serve.COMMAND,
    search.COMMAND,
)

__all__ = ["COMMANDS", "Command"]
