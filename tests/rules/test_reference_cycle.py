"""Policies that replace, or rest on, themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.diagnostics import Severity
from generators.rules.reference_cycle import CODE
from tests.samples import findings, policy


@pytest.mark.parametrize("field", ["supersedes", "based_on"])
def test_cycle_is_shown_as_a_way(field: str, tmp_path: Path) -> None:
    """Each policy of a circle is pointed at, with the way back to it."""
    files = {
        "policies/a.yml": policy(**{field: ["b"]}),
        "policies/b.yml": policy(**{field: ["c"]}),
        "policies/c.yml": policy(**{field: ["a"]}),
    }
    found = findings(tmp_path, CODE, files)
    assert [f.message for f in found] == [
        "绕成了一圈：a → b → c → a",
        "绕成了一圈：b → c → a → b",
        "绕成了一圈：c → a → b → c",
    ]
    assert {(f.severity, f.span.column) for f in found} == {(Severity.ERROR, 3)}
    assert {f.hint for f in found} == {"只让较新的政策写 supersedes，只让下位政策写 based_on"}


def test_policy_that_replaces_itself(tmp_path: Path) -> None:
    """The smallest circle is one policy."""
    files = {"policies/a.yml": policy(supersedes=["a"])}
    assert [f.message for f in findings(tmp_path, CODE, files)] == ["绕成了一圈：a → a"]


def test_ways_that_meet_are_no_circle(tmp_path: Path) -> None:
    """Two policies may replace the same one, and a chain may be long."""
    files = {
        "policies/a.yml": policy(supersedes=["b", "c"]),
        "policies/b.yml": policy(supersedes=["d"]),
        "policies/c.yml": policy(supersedes=["d"]),
        "policies/d.yml": policy(based_on=["a"]),
    }
    assert findings(tmp_path, CODE, files) == []
