"""The list of tasks for a terminal, for an issue and for Excel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generators.editing.tasks import Task, Urgency
from generators.editing.todo_lists import as_csv, as_markdown, as_text
from tests.conftest import ROOT

GOLDEN = ROOT / "tests" / "golden" / "todo"
_DAY = date(2026, 11, 22)
_RENDERERS = {"txt": as_text, "md": as_markdown, "csv": as_csv}
_TASKS = [
    Task(
        "甲科", Urgency.NOW, "日期写错", "利息_谁付？：没有这一天", "改掉", "content/faqs/a.yml:7"
    ),
    Task("甲科", Urgency.WEEK, "政策到期", "补贴", "问清", "content/policies/a.yml", _DAY),
    Task("甲科", Urgency.WEEK, "核对电话", "大厅", "拨一次", "content/x.yml", date(2026, 11, 25)),
    Task("乙科", Urgency.NOW, "声明到期", "标准 4.1", "", "content/s.yml", date(2026, 11, 20)),
]


@pytest.mark.parametrize("form", _RENDERERS)
def test_list_is_by_section(form: str, golden: Callable[[Path, str], None]) -> None:
    """Each section has its own list, the most urgent first, with the way out."""
    golden(GOLDEN / f"list.{form}", _RENDERERS[form](_TASKS, _DAY))


def test_long_lists_are_cut() -> None:
    """Of many tasks the first are shown and the others counted; a table has all."""
    assert "另有1件没有列出，加 --most 0 全部列出" in as_text(_TASKS, _DAY, most=1)
    assert "- 另有1件没有列出" in as_markdown(_TASKS, _DAY, most=1)
    assert as_csv(_TASKS, _DAY, most=1).count("\n") == 5


def test_nothing_to_do_is_said() -> None:
    """A morning without tasks says so."""
    assert as_text([], _DAY) == "2026年11月22日：没有要办的事。\n"
