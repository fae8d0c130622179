"""The rule on the national list of elements."""

from __future__ import annotations

from pathlib import Path

from generators.diagnostics import Severity
from generators.rules.procedure_incomplete import CODE
from tests.samples import CONTENT, findings, procedure

FULL = (CONTENT / "site.yml").read_text("utf-8") + "procedure_profile: full\n"


def test_missing_elements_are_listed(tmp_path: Path) -> None:
    """With the full profile a procedure says what the national list has and it lacks."""
    files = {"site.yml": FULL, "procedures/a.yml": procedure()}
    (found,) = findings(tmp_path, CODE, files)
    assert found.severity is Severity.WARNING
    assert found.message.startswith("还缺 ")
    assert "事项编码" in found.message


def test_core_profile_does_not_ask(tmp_path: Path) -> None:
    """With the core profile only the core elements are asked for."""
    assert findings(tmp_path, CODE, {"procedures/a.yml": procedure()}) == []
