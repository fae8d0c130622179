"""The subcommands: each is found by its name, and brings only what it needs."""

from __future__ import annotations

import subprocess
import sys

import pytest

from generators.commands import NAMES, commands

_SLOW = {"openpyxl", "requests", "pypinyin", "whoosh", "mkdocs", "numpy"}
_ASKED = f"""
import sys
from generators.cli import main
try:
    main([sys.argv[1], "--help"])
except SystemExit:
    print(*({_SLOW!r} & sys.modules.keys()), file=sys.stderr)
"""


def test_names_are_those_of_the_commands() -> None:
    """The name by which a command's module is found is what it calls itself."""
    assert tuple(command.name for command in commands()) == NAMES
    assert [[command.name for command in commands(name)] for name in NAMES] == [[n] for n in NAMES]


@pytest.mark.parametrize("name", ["check", "build"])
def test_command_does_not_wait_for_what_others_need(name: str) -> None:
    """What editors type most begins at once."""
    done = subprocess.run([sys.executable, "-c", _ASKED, name], capture_output=True, check=True)
    assert done.stderr.strip() == b""
