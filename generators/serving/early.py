"""The pages of an edit before its site is on the disk, and giving up a site nobody waits for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from time import perf_counter, sleep

from generators.build.previewing import Preview
from generators.serving.board import Board, Showing

_PAUSE, _GLANCE = 0.6, 0.02
"""Seconds: how long browsers have the machine for themselves, and how often edits are looked for."""


class SupersededError(Exception):
    """A build whose pages are shown was given up for a newer edit."""


@dataclass
class Early:
    """What one build shows before it ends; *is_wanted* where only content was edited.

    *pending* tells whether there is another edit. *seconds* is after how long pages were shown.
    """

    board: Board
    version: str
    is_wanted: bool
    pending: Callable[[], bool]
    begun: float = field(default_factory=perf_counter)
    seconds: float = 0.0

    def offer(self, preview: Preview) -> None:
        """Let browsers have single pages, and wait a little for them and for the next edit."""
        if not self.is_wanted:
            return
        self.seconds = perf_counter() - self.begun
        showing = Showing(self.version, is_building=True, is_early=True)
        self.board.put(showing, partial(_page, preview))
        until = perf_counter() + _PAUSE
        while perf_counter() < until:
            self.give_way()
            sleep(_GLANCE)

    def give_way(self) -> None:
        """Raise `SupersededError` where another edit waits; its pages are up to date with this."""
        if self.seconds and self.pending():
            raise SupersededError


def _page(preview: Preview, path: str) -> bytes | None:
    """Return a page; what goes wrong with one, the build will meet too, and tell of it."""
    try:
        return preview.page(path)
    except Exception:
        return None
