"""Addresses that are passed over for too long."""

from __future__ import annotations

from pathlib import Path

from generators.rules.expired_suppression import CODE
from tests.samples import Fields, findings


def _said(until: str) -> Fields:
    return {"suppressions": [{"url": "https://a.gov.cn/", "reason": "升级", "until": until}]}


def test_expired_suppression_is_a_warning(tmp_path: Path) -> None:
    """Once its day is over an address is to be looked at again."""
    (found,) = findings(tmp_path, CODE, {"links.yml": _said("2026-11-21")})
    assert found.message == "说好到 2026-11-21 为止不检查，已经过了"
    assert (found.span.path, found.span.line) == ("links.yml", 4)


def test_last_day_still_counts(tmp_path: Path) -> None:
    """On its last day a suppression holds."""
    assert findings(tmp_path, CODE, {"links.yml": _said("2026-11-22")}) == []


def test_faulty_file_is_told(tmp_path: Path) -> None:
    """A suppression without a reason is refused as any other file would be."""
    said = {"suppressions": [{"url": "https://a.gov.cn/", "until": "2026-11-22"}]}
    assert len(findings(tmp_path, "missing-field", {"links.yml": said})) == 1
