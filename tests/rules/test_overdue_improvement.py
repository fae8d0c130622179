"""The rule on improvements whose day has passed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generators.diagnostics import Severity
from generators.rules.overdue_improvement import CODE
from tests.samples import findings, report

MEASURE = {"problem": "材料要得多。", "cause": "没有接通。", "measure": "接通电子证照。"}


def _with(**measure: str) -> dict[str, Any]:
    return {"reports/a.yml": report(kind="改进", improvements=[{**MEASURE, **measure}])}


def test_overdue_measure_is_a_warning(tmp_path: Path) -> None:
    """A measure due before today without a result is named with the days it is late."""
    (found,) = findings(tmp_path, CODE, _with(due_on="2026-11-12"))
    assert found.message == "期限 2026-11-12 已过 10 天，还没有完成"
    assert found.severity is Severity.WARNING
    assert found.reference == "LD/T 2001—2023 7.4.1"


def test_measure_that_is_done_or_not_due_is_fine(tmp_path: Path) -> None:
    """What is done, even late, and what is due today need no warning."""
    done = _with(due_on="2026-10-12", done_on="2026-10-30", result="都接通了。")
    assert findings(tmp_path / "done", CODE, done) == []
    assert findings(tmp_path / "due", CODE, _with(due_on="2026-11-22")) == []
