"""The list of tasks as text, as Markdown for an issue, and as a table for Excel."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from generators.changes.reports import escaped
from generators.editing.tasks import Task, Urgency
from generators.wording import plain_day

_COLUMNS = ("责任科室", "急缓", "日期", "还有几天", "事项", "内容", "怎么办", "文件")


def as_text(found: Sequence[Task], day: date, *, most: int = 0) -> str:
    """Render for a terminal; of a section's tasks the first *most* of each urgency, 0 for all."""
    blocks = [_summary(found, day)]
    for owner, group in groupby(found, key=lambda task: task.owner):
        own = list(group)
        lines = [f"{owner}（{len(own)}件）"]
        for urgency, shown, left in _parts(own, most):
            lines.append(f"  {urgency}")
            for task in shown:
                lines.append(f"    · {_line(task, day)}")
                lines.append(f"      怎么办：{task.way_out}" if task.way_out else "")
                lines.append(f"      {task.place}")
            lines += [f"    另有{left}件没有列出，加 --most 0 全部列出"] if left else []
        blocks.append("\n".join(filter(None, lines)))
    return "\n\n".join(blocks) + "\n"


def as_markdown(found: Sequence[Task], day: date, *, most: int = 0) -> str:
    """Render with boxes to tick."""
    blocks = [f"# 待办（{plain_day(day)}）", _summary(found, day)]
    for owner, group in groupby(found, key=lambda task: task.owner):
        own = list(group)
        blocks.append(f"## {owner}（{len(own)}件）")
        for urgency, shown, left in _parts(own, most):
            lines = [_box(task, day) for task in shown]
            lines += [f"- 另有{left}件没有列出"] if left else []
            blocks += [f"### {urgency}", "\n".join(lines)]
    return "\n\n".join(blocks) + "\n"


def as_csv(found: Sequence[Task], day: date, *, most: int = 0) -> str:
    """Render as a table with everything, with the mark by which Excel knows UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for task in found:
        when = (task.due_on, (task.due_on - day).days) if task.due_on else ("", "")
        row = (task.owner, task.urgency, *when, task.what, task.about, task.way_out, task.place)
        writer.writerow(row)
    return f"\ufeff{text.getvalue()}"


def _summary(found: Sequence[Task], day: date) -> str:
    if not found:
        return f"{plain_day(day)}：没有要办的事。"
    counts = Counter(task.urgency for task in found)
    said = "，".join(f"{urgency}{counts[urgency]}件" for urgency in Urgency if counts[urgency])
    return f"{plain_day(day)}：共{len(found)}件，{said}。"


def _parts(own: Sequence[Task], most: int) -> Iterator[tuple[Urgency, Sequence[Task], int]]:
    for urgency, group in groupby(own, key=lambda task: task.urgency):
        those = list(group)
        shown = those[:most] if most else those
        yield urgency, shown, len(those) - len(shown)


def _line(task: Task, day: date) -> str:
    return f"{_when(task, day)}{task.what}：{task.about}"


def _box(task: Task, day: date) -> str:
    way_out = f"怎么办：{escaped(task.way_out)}" if task.way_out else ""
    return f"- [ ] {escaped(_line(task, day))}（`{task.place}`）{way_out}"


def _when(task: Task, day: date) -> str:
    if task.due_on is None:
        return ""
    left = (task.due_on - day).days
    if left == 0:
        return "今天 "
    said = f"还有{left}天" if left > 0 else f"过了{-left}天"
    return f"{task.due_on.month}月{task.due_on.day}日（{said}） "
