"""Words that say that something over is still open."""

from __future__ import annotations

from pathlib import Path

from generators.diagnostics import Severity
from generators.rules.expired_but_open import CODE
from tests.samples import enrolment, event, findings

OVER = {"starts_at": "2026-11-20 14:00", "ends_at": "2026-11-21 17:00"}


def test_open_words_of_an_ended_event(tmp_path: Path) -> None:
    """An event that ended yesterday and says that one can enrol is a warning."""
    files = {"events/a.yml": event(title="路演（报名中）", **OVER)}
    (found,) = findings(tmp_path, CODE, files)
    assert found.message == "状态是“已结束”，文字里还写着“报名中”"
    assert (found.span.line, found.span.column) == (1, 11)
    assert (found.severity, found.hint) == (
        Severity.WARNING,
        "去掉这几个字，状态会按日期自动显示",
    )


def test_summary_counts_as_well(tmp_path: Path) -> None:
    """The summary is read before anything else."""
    files = {"events/a.yml": event(summary="现在正在报名，快来。", **OVER)}
    assert [f.span.line for f in findings(tmp_path, CODE, files)] == [2]


def test_open_words_of_an_open_event_are_fine(tmp_path: Path) -> None:
    """While one can enrol the words are true."""
    files = {"events/a.yml": event(title="路演（报名中）", enrolment=enrolment())}
    assert findings(tmp_path, CODE, files) == []
