"""Conditions that ask for something without saying what."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.diagnostics import Severity
from generators.rules.catch_all_condition import CODE
from tests.samples import findings, procedure


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("符合规定的其他条件", "其他条件"),
        ("营业执照等相关材料", "等相关材料"),
        ("其他相关证明", "其他相关证明"),
    ],
)
def test_catch_all_is_pointed_at(condition: str, words: str, tmp_path: Path) -> None:
    """Words that allow a counter to ask for anything are quoted at their condition."""
    files = {"procedures/a.yml": procedure(conditions=["有营业执照", condition])}
    (found,) = findings(tmp_path, CODE, files)
    assert found.message == f"“{words}”没有说清楚要什么"
    start = 3 + condition.index(words)
    assert (found.severity, found.span.column) == (Severity.WARNING, start)
    assert found.hint == "一条一条写明白，写不出来的就删掉"


def test_other_words_and_other_fields_are_fine(tmp_path: Path) -> None:
    """A condition that is definite, and such words in a note on other offices, are no fault."""
    wrong_door = {"matter": "其他证明", "office": "公证处", "contact": "12348"}
    files = {"procedures/a.yml": procedure(conditions=["其他城市户籍"], wrong_doors=[wrong_door])}
    assert findings(tmp_path, CODE, files) == []
