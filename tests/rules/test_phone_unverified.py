"""Phones that nobody has dialled for too long."""

from __future__ import annotations

from pathlib import Path

from generators.diagnostics import Diagnostic, Severity
from generators.rules.phone_unverified import CODE
from tests.samples import findings, institution


def _findings(root: Path, verified_on: str) -> list[Diagnostic]:
    phone = {"name": "咨询台", "number": "0000-1234567", "verified_on": verified_on}
    return findings(root, CODE, {"institutions/a.yml": institution(phones=[phone])})


def test_old_test_is_a_warning(tmp_path: Path) -> None:
    """A phone that was dialled 181 days ago is pointed at."""
    (found,) = _findings(tmp_path, "2026-05-25")
    assert found.message == "这个电话有 181 天没有拨通核对，超过了 180 天"
    assert found.hint == "拨一次，通了就把日期改成今天，不通就换成能打通的号码"
    assert (found.severity, found.span.column) == (Severity.WARNING, 16)


def test_last_day_still_counts(tmp_path: Path) -> None:
    """A phone that was dialled 180 days ago is verified."""
    assert _findings(tmp_path, "2026-05-26") == []
