"""Progress in words: a bar that moves on a terminal, a line a stage everywhere else."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from time import perf_counter
from typing import TextIO

from generators.build.progress import Stage

_BAR = 24
_PER_SECOND = 12
"""How often a bar is drawn anew; more often nobody sees."""
_WORTH_A_RATE = 1.0
"""From how many seconds on a rate says anything."""
_NARROW = 72
"""On how many columns and fewer there is no room for a bar."""
_CLEAR, _DIM, _PLAIN = "\r\x1b[2K", "\x1b[2m", "\x1b[0m"


def is_live(stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether lines on a stream can be drawn over: not in CI, nor in a file."""
    return stream.isatty() and environment.get("TERM") != "dumb" and "CI" not in environment


@dataclass(slots=True)
class ProgressLines:
    """A `Progress` that writes to a stream, and remembers how long every stage took.

    *live* draws a bar over itself; *colour* dims the part that is still to come.
    """

    stream: TextIO
    live: bool = False
    colour: bool = False
    clock: Callable[[], float] = perf_counter
    seconds: dict[Stage, float] = field(default_factory=dict)
    _stage: Stage | None = None
    _done: int = 0
    _begun: float = 0.0
    _drawn: float = 0.0

    def __call__(self, stage: Stage, done: int = 0, total: int = 0) -> None:
        """Write what has changed since the last time, where it is worth it."""
        now, is_new = self.clock(), stage is not self._stage
        if is_new:
            self.finish()
            self._stage, self._begun = stage, now
        self._done = done
        if self.live and (is_new or now - self._drawn >= 1 / _PER_SECOND):
            self._drawn = now
            self._write(f"{_CLEAR}{stage}  {self._bar(total)}{self._counted(now)}……")
        elif is_new and stage is Stage.WAIT:
            self._write(f"{stage}……\n")

    def finish(self) -> None:
        """End the stage that is under way, if any."""
        if self._stage is None:
            return
        now = self.clock()
        took = now - self._begun
        self.seconds[self._stage] = self.seconds.get(self._stage, 0.0) + took
        self._write(_CLEAR if self.live else f"{self._stage}：{self._counted(now)}{took:.1f} 秒\n")
        self._stage = None

    def _write(self, text: str) -> None:
        self.stream.write(text)
        self.stream.flush()

    def _bar(self, total: int) -> str:
        if not total or shutil.get_terminal_size().columns < _NARROW:
            return ""
        part = min(self._done / total, 1.0)
        full = round(part * _BAR)
        rest = "─" * (_BAR - full)
        drawn = "━" * full + (f"{_DIM}{rest}{_PLAIN}" if self.colour else rest)
        return f"{drawn} {part:4.0%}  "

    def _counted(self, now: float) -> str:
        """Say how many are done and, once it means something, how many a second."""
        took = now - self._begun
        rate = f"{self._done / took:,.0f} 个/秒，" if took >= _WORTH_A_RATE else ""
        return f"{self._done:,} 个，{rate}" if self._done else ""
