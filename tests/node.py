"""Run the browser's modules in Node, so that they can be compared with Python's."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import playwright


def _node() -> str:
    """Return the system's Node, or the one that Playwright brings along."""
    bundled = Path(playwright.__file__).parent / "driver" / "node"
    return shutil.which("node") or str(bundled)


def run_module(source: str, folder: Path) -> object:
    """Run a JavaScript module that prints JSON, and return what it printed."""
    script = folder / "run.mjs"
    script.write_text(source, "utf-8")
    done = subprocess.run([_node(), str(script)], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def run_program(script: Path, given: object) -> object:
    """Run a JavaScript program that reads JSON and prints JSON, and return what it printed."""
    asked = json.dumps(given)
    done = subprocess.run(
        [_node(), str(script)], input=asked, check=True, stdout=subprocess.PIPE, text=True
    )
    return json.loads(done.stdout)
