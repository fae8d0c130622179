"""A running `catalogue serve`, as an editor starts it."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import sleep

from tests.conftest import project_options


@dataclass(frozen=True)
class Preview:
    """Its address, the project's folder and the file with what it says."""

    url: str
    root: Path
    said: Path

    @property
    def record(self) -> Path:
        """Return the file of a question."""
        return sorted((self.root / "content/faqs").glob("*.yml"))[0]

    @property
    def page(self) -> str:
        """Return the address of that question."""
        return f"{self.url}faqs/{self.record.stem}/"


@contextmanager
def previewed(root: Path) -> Iterator[Preview]:
    """Serve a project on a free port; it must end well when it is interrupted."""
    said = root.parent / "said.txt"
    options = [*project_options(root), "--address", "127.0.0.1:0"]
    with said.open("w") as stream:
        command = [sys.executable, "-m", "generators.cli", "serve", *options]
        process = subprocess.Popen(command, stderr=stream)
    while not (found := re.match(r"(http\S+) 上", said.read_text("utf-8"))):
        assert process.poll() is None, said.read_text("utf-8")
        sleep(0.05)
    try:
        yield Preview(found[1], root, said)
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0
    assert said.read_text("utf-8").endswith("预览结束了。\n")
