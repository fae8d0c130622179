"""Procedures whose basis is over."""

from __future__ import annotations

from pathlib import Path

from generators.diagnostics import Diagnostic, Severity
from generators.rules.rests_on_repealed import CODE
from tests.samples import findings, policy, procedure


def _findings(root: Path, guide: object, **dates: str) -> list[Diagnostic]:
    basis = policy(title="旧办法", **dates)
    return findings(root, CODE, {"procedures/a.yml": guide, "policies/a-policy.yml": basis})


def test_expired_basis_is_a_warning(tmp_path: Path) -> None:
    """A basis that ended yesterday is pointed at, with its state."""
    (found,) = _findings(tmp_path, procedure(), expires_on="2026-11-21")
    assert found.message == "依据《旧办法》已失效"
    assert (found.severity, found.span.path) == (Severity.WARNING, "procedures/a.yml")
    assert found.span.column == len("- policy: ") + 1
    assert found.hint == "换成现行的依据并核对条件和数额；事项不办了就写 cancelled_on"


def test_basis_on_its_last_day_is_fine(tmp_path: Path) -> None:
    """A basis that ends today still holds."""
    assert _findings(tmp_path, procedure(), expires_on="2026-11-22") == []


def test_superseded_basis_is_repealed(tmp_path: Path) -> None:
    """A basis that another policy has replaced is over as well."""
    files = {
        "procedures/a.yml": procedure(),
        "policies/a-policy.yml": policy(title="旧办法"),
        "policies/b.yml": policy(title="新办法", supersedes=["a-policy"]),
    }
    assert [f.message for f in findings(tmp_path, CODE, files)] == ["依据《旧办法》已废止"]


def test_cancelled_procedure_may_rest_on_anything(tmp_path: Path) -> None:
    """A procedure that is itself over needs no valid basis."""
    cancelled = procedure(cancelled_on="2026-11-21")
    assert _findings(tmp_path, cancelled, expires_on="2026-11-21") == []
