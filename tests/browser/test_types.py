"""The types that the scripts' comments promise."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.npm import npm_packages

ROOT = Path(__file__).parent.parent.parent


def test_types_of_scripts_hold() -> None:
    """TypeScript, which reads the JSDoc comments, finds nothing wrong in any module."""
    compiler = npm_packages(Path(__file__).parent) / "node_modules/typescript/bin/tsc"
    command = ["node", str(compiler), "--project", str(ROOT / "jsconfig.json")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("", 0)
