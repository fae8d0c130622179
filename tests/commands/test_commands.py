"""The subcommands: each is found by its name, and brings only what it needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generators.commands import NAMES, commands
from tests.conftest import project_options

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


def test_process_that_fails_leaves_nothing_behind(project: Path, tmp_path: Path) -> None:
    """Where the host gives up, the command says why, and its folder of files is gone."""
    (project / "content/pages/policies").mkdir()
    (project / "content/pages/policies/index.md").write_text("# 政策\n", "utf-8")
    (passing := tmp_path / "passing").mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "generators.cli", "build", *project_options(project)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "TMPDIR": str(passing)},
    )
    assert done.returncode == 1
    assert "重名" in done.stderr
    assert not [*passing.iterdir()]
