"""A comparison of two states of the content, as text and as Markdown, for who must approve it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generators.changes.consequences import Consequence
from generators.changes.files import Action, FileChange
from generators.changes.saying import TitleOf, with_titles
from generators.diagnostics import Diagnostic, Severity

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~])")
_LINES = 20
_NOTHING = "没有变化。"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed *since* a state, what follows from it, and what is wrong now.

    Findings are the errors, and what else is wrong in the changed files; *folder* leads from
    where they are read to the content.
    """

    since: str
    folder: str
    changes: tuple[FileChange, ...]
    consequences: tuple[Consequence, ...]
    findings: tuple[Diagnostic, ...]
    title_of: TitleOf

    def lines_of(self, change: FileChange) -> list[str]:
        """Return what differs in a file, and what becomes of its record, a line each."""
        moved = []
        if change.old_path:
            moved = [f"编号：{change.old_path} → {change.path}"]
            moved += ["网址跟着变了，收藏的旧网址会打不开"] if change.page else []
        lines = [with_titles(str(difference), self.title_of) for difference in change.differences]
        becomes = [c.says for c in self.consequences if c.entry.path == change.page]
        gone = change.action is Action.REMOVED and change.page
        return [*moved, *lines, *becomes, *(["网页会从网站上撤下"] if gone else [])]

    @property
    def loud(self) -> tuple[FileChange, ...]:
        """Return what really changed."""
        return tuple(change for change in self.changes if not change.is_quiet)

    @property
    def quiet(self) -> list[str]:
        """Return what somebody only looked at again, a line each."""
        return [
            f"{change.label}「{change.title}」{difference}"
            for change in self.changes
            if change.is_quiet
            for difference in change.differences
        ]

    @property
    def elsewhere(self) -> list[Consequence]:
        """Return what becomes of records whose own files did not change."""
        own = {change.page for change in self.changes}
        return [
            consequence for consequence in self.consequences if consequence.entry.path not in own
        ]

    @property
    def summary(self) -> str:
        """Say in a sentence how much changed."""
        if not self.changes:
            return f"和 {self.since}相比，{_NOTHING}"
        records = Counter(change.action for change in self.loud if change.page)
        others = sum(1 for change in self.loud if not change.page)
        parts = [f"{action}{records[action]}条记录" for action in Action if records[action]]
        parts += (
            [f"另有{others}个文件有变化" if parts else f"{others}个文件有变化"] if others else []
        )
        parts += [f"{len(self.quiet)}条记录只是重新核对过"] if self.quiet else []
        return f"和 {self.since}相比，{'，'.join(parts)}。"

    def named(self, change: FileChange) -> str:
        """Name a changed file: what became of it, what it is, its title."""
        named = "" if change.title == change.path.rpartition("/")[2] else f"「{change.title}」"
        return f"{change.action} {change.label}{named}"


def as_text(comparison: Comparison, *, most: int = 0) -> str:
    """Render for a terminal; of many changes the first *most*, 0 for all."""
    shown, left = _first(comparison.loud, most)
    blocks = [comparison.summary]
    for change in shown:
        lines = [f"  · {line}" for line in _told(comparison, change, most)]
        path = f"  {comparison.folder}/{change.path}"
        blocks.append("\n".join([comparison.named(change), path, *lines]))
    blocks += [_rest(left)] if left else []
    if comparison.quiet:
        told = [f"  · {line}" for line in comparison.quiet]
        blocks.append("\n".join(["只是重新核对过：", *_limited(told, most)]))
    if comparison.elsewhere:
        told = [
            f"  · {c.entry.kind.short}「{c.entry.record.title}」{c.says}"
            for c in comparison.elsewhere
        ]
        blocks.append("\n".join(["这些记录没有改，但也会变：", *_limited(told, most)]))
    if comparison.findings:
        blocks.append(f"{_counted(comparison.findings)}，运行 catalogue check 看怎么改。")
    return "\n\n".join(blocks) + "\n"


def as_markdown(comparison: Comparison, *, most: int = 0) -> str:
    """Render for a pull request, with the findings in the changed files."""
    shown, left = _first(comparison.loud, most)
    blocks = ["## 内容变化", escaped(comparison.summary)]
    for change in shown:
        heading = f"### {escaped(comparison.named(change))}"
        lines = [f"- {escaped(line)}" for line in _told(comparison, change, most)]
        blocks.append("\n\n".join([heading, f"`{comparison.folder}/{change.path}`"]))
        blocks += ["\n".join(lines)] if lines else []
    blocks += [_rest(left)] if left else []
    if comparison.quiet:
        told = [f"- {escaped(line)}" for line in comparison.quiet]
        blocks += ["### 只是重新核对过", "\n".join(_limited(told, most))]
    if comparison.elsewhere:
        told = [
            f"- {c.entry.kind.short}「{escaped(c.entry.record.title)}」{c.says}"
            for c in comparison.elsewhere
        ]
        blocks += ["### 没有改、但也会变的记录", "\n".join(_limited(told, most))]
    if comparison.findings:
        told = [_finding(finding) for finding in comparison.findings]
        blocks += ["## 检查结果", _counted(comparison.findings), "\n".join(_limited(told, most))]
    return "\n\n".join(blocks) + "\n"


def _told(comparison: Comparison, change: FileChange, most: int) -> Iterator[str]:
    """Yield what differs in a file; a comment on a pull request has its limits."""
    yield from _limited(comparison.lines_of(change), _LINES if most else 0)


def _first(changes: Sequence[FileChange], most: int) -> tuple[Sequence[FileChange], int]:
    shown = changes[:most] if most else changes
    return shown, len(changes) - len(shown)


def _rest(left: int) -> str:
    return f"另有{left}处变化没有列出，加 --most 0 全部列出。"


def _limited(lines: Sequence[str], most: int) -> Iterator[str]:
    yield from lines[:most] if most else lines
    if most and len(lines) > most:
        yield f"另有{len(lines) - most}条没有列出。"


def _counted(findings: Sequence[Diagnostic]) -> str:
    counts = Counter(finding.severity for finding in findings)
    said = "、".join(f"{counts[s]}个{s}" for s in Severity if counts[s])
    return f"检查发现{said}"


def _finding(finding: Diagnostic) -> str:
    place = f"`{finding.span.path}:{finding.span.line}`"
    way_out = f"怎么改：{escaped(finding.hint)}" if finding.hint else ""
    return f"- **{finding.severity}** {escaped(finding.message)}（{place}）{way_out}"


def escaped(text: str) -> str:
    """Return a text that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\1", text)
