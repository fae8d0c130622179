"""The browser's side of search, asked in Node."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.node import run_program

_PROGRAM = Path(__file__).with_name("asking.mjs")

Question = tuple[str, Mapping[str, Any]]
"""A query and its options: filters, limit and offset."""


def answers(base: Path, questions: Sequence[Question]) -> list[dict[str, Any]]:
    """Return the answers of the index in a folder, each as the script's API gives it."""
    said = run_program(_PROGRAM, {"base": f"{base}/", "questions": questions})
    assert isinstance(said, list)
    return said
