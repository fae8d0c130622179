"""Progress in words: what is seen on a terminal, and what stays in the log of CI."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import count

import pytest

from generators.build.progress import Stage, counted
from generators.build.progress_lines import ProgressLines, is_live


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def _ticking(seconds: float) -> Iterator[float]:
    """Yield the time on a clock that goes on by as much whenever it is read."""
    return (number * seconds for number in count())


def _build(progress: ProgressLines, *, total: int) -> str:
    progress(Stage.CHECK)
    assert list(counted(range(4), progress, Stage.RENDER, total=total)) == [0, 1, 2, 3]
    progress.finish()
    assert isinstance(progress.stream, io.StringIO)
    return progress.stream.getvalue()


def test_log_has_a_line_a_stage() -> None:
    """Where nothing can be drawn over, each stage leaves a line, with a rate where it says much."""
    progress = ProgressLines(io.StringIO(), clock=_ticking(0.5).__next__)
    assert _build(progress, total=4) == "检查内容：1.0 秒\n生成文件：4 个，1 个/秒，3.0 秒\n"
    assert progress.seconds == {Stage.CHECK: 1.0, Stage.RENDER: 3.0}


def test_terminal_has_one_line_drawn_anew() -> None:
    """A bar shows what part is done, what is to come is dimmed, and at the end nothing is left."""
    progress = ProgressLines(_Terminal(), live=True, colour=True, clock=_ticking(0.5).__next__)
    *_, half, _, last, end = _build(progress, total=4).split("\r\x1b[2K")
    dim = f"\x1b[2m{'─' * 12}\x1b[0m"
    assert half == f"生成文件  {'━' * 12}{dim}  50%  2 个，1 个/秒，……"
    assert last == f"生成文件  {'━' * 24}\x1b[2m\x1b[0m 100%  4 个，2 个/秒，……"
    assert end == ""


@pytest.mark.parametrize(("total", "columns"), [(0, "80"), (4, "40")])
def test_without_a_known_end_or_room_there_is_no_bar(
    total: int, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be drawn is only counted."""
    monkeypatch.setenv("COLUMNS", columns)
    progress = ProgressLines(_Terminal(), live=True, clock=_ticking(0.5).__next__)
    shown = _build(progress, total=total)
    assert "━" not in shown
    assert "生成文件  3 个" in shown


def test_bar_is_not_drawn_more_often_than_can_be_seen() -> None:
    """A thousand files in a second are a few drawings."""
    progress = ProgressLines(_Terminal(), live=True, clock=_ticking(0.001).__next__)
    list(counted(range(1000), progress, Stage.RENDER))
    assert progress.stream.getvalue().count("生成文件") <= 13  # type: ignore[attr-defined]


def test_waiting_is_said_at_once() -> None:
    """Who waits for another build learns it before it has ended."""
    progress = ProgressLines(io.StringIO(), clock=_ticking(0.5).__next__)
    progress(Stage.WAIT)
    assert progress.stream.getvalue() == "等另一次生成写完……\n"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("stream", "environment", "live"),
    [
        (_Terminal(), {}, True),
        (_Terminal(), {"TERM": "dumb"}, False),
        (_Terminal(), {"CI": "true"}, False),
        (io.StringIO(), {}, False),
    ],
)
def test_only_a_terminal_is_drawn_on(
    stream: io.StringIO, environment: dict[str, str], live: bool
) -> None:
    """CI, files and simple terminals get plain lines."""
    assert is_live(stream, environment) is live
