"""Policies that wait for their interpretation."""

from __future__ import annotations

from pathlib import Path

from generators.diagnostics import Severity
from generators.rules.missing_interpretation import CODE
from tests.samples import article, findings, policy

WAITING = policy(title="创业贷款", needs_interpretation="是")


def test_waiting_policy_is_a_warning(tmp_path: Path) -> None:
    """A policy that should be interpreted and is not is pointed at, with what to write."""
    (found,) = findings(tmp_path, CODE, {"policies/a.yml": WAITING})
    assert found.message == "《创业贷款》应当有解读，还没有"
    assert found.hint == "在 articles/ 里写一篇政策解读，interprets: [a]"
    assert (found.severity, found.span.column) == (Severity.WARNING, 23)


def test_interpretation_settles_it(tmp_path: Path) -> None:
    """An article that names the policy is its interpretation."""
    files = {
        "policies/a.yml": WAITING,
        "articles/b.yml": article(kind="政策解读", interprets=["a"]),
    }
    assert findings(tmp_path, CODE, files) == []


def test_ended_policy_needs_none(tmp_path: Path) -> None:
    """Nobody waits for the interpretation of a policy that is over."""
    ended = policy(needs_interpretation="是", expires_on="2026-11-21")
    assert findings(tmp_path, CODE, {"policies/a.yml": ended, "policies/b.yml": policy()}) == []
