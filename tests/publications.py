"""Publications whose pages stand in a frame of nothing but the marks."""

from __future__ import annotations

from pathlib import Path

from generators.changes.history import History
from generators.outputs.frames import MARKS, Frame
from generators.outputs.publication import Publication
from generators.outputs.templates import Templates
from generators.sources import Entry
from tests.conftest import ROOT
from tests.samples import catalogue

_FRAME = Frame.cut("".join(f"%%catalogue:{mark}%%" for mark in MARKS))


def bare_publication(*entries: Entry, frame: str, history: History) -> Publication:
    """Return a publication of *entries* that can fill one frame."""
    return Publication(
        catalogue=catalogue(*entries),
        site_url="https://www.shili.example/cyfw/",
        content=Path(),
        frames={frame: _FRAME},
        pages=(),
        templates=Templates(ROOT / "overrides"),
        history=history,
    )
