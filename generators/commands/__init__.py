"""One module for each subcommand: its options in, its exit status out."""

from __future__ import annotations

from generators.commands import (
    admin,
    audit,
    build,
    check,
    diff,
    evaluate,
    explain,
    export,
    import_,
    links,
    new,
    publish,
    schemas,
    search,
    serve,
    todo,
)
from generators.commands.command import Command

COMMANDS: tuple[Command, ...] = (
    check.COMMAND,
    explain.COMMAND,
    diff.COMMAND,
    links.COMMAND,
    todo.COMMAND,
    audit.COMMAND,
    evaluate.COMMAND,
    new.COMMAND,
    export.COMMAND,
    import_.COMMAND,
    schemas.COMMAND,
    build.COMMAND,
    serve.COMMAND,
    admin.COMMAND,
    publish.COMMAND,
    search.COMMAND,
)

__all__ = ["COMMANDS", "Command"]
