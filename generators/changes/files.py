"""What became of the files of the content between two states: the records, and the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generators.changes.differences import Difference, differences
from generators.changes.saying import quoted
from generators.changes.sheets import kind_of, label_of, read_tree, sheet_of, title_of
from generators.changes.texts import text_difference
from generators.personal_data import hide
from generators.sources import Source

UNREADABLE = Difference("内容", "以前的写法有错误，说不清改了什么")
NOW_UNREADABLE = Difference("内容", "现在的写法有错误，不能发布")
ONLY_LAYOUT = Difference("写法", "只改了格式，意思没有变")
_SAME = 0.5
_TEXTS = (".md", ".txt", ".yml", ".csv")


class Action(StrEnum):
    """What became of a file."""

    ADDED = "新增"
    CHANGED = "修改"
    RENAMED = "改名"
    REMOVED = "删除"


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that is not as it was: its path below the content, and in words what differs."""

    path: str
    action: Action
    label: str
    title: str
    differences: tuple[Difference, ...] = ()
    old_path: str = ""

    @property
    def is_quiet(self) -> bool:
        """Tell whether somebody only looked at it again."""
        changed = self.action is Action.CHANGED
        return changed and all(difference.is_quiet for difference in self.differences)

    @property
    def page(self) -> str:
        """Return the path of the record's page on the site, if it is a record."""
        return f"{self.path.removesuffix('.yml')}/" if kind_of(self.path) else ""


def file_change(old: Source | None, new: Source | None) -> FileChange:
    """Say what became of a file; of the two at least one is there."""
    kept = new or old
    assert kept
    action = Action.ADDED if old is None else Action.REMOVED if new is None else Action.CHANGED
    moved = old.path if old and new and old.path != new.path else ""
    return FileChange(
        kept.path,
        Action.RENAMED if moved else action,
        label_of(kept.path),
        hide(title_of(kept)),
        tuple(_hidden(d) for d in _differences(old, new)),
        moved,
    )


def _hidden(difference: Difference) -> Difference:
    return Difference(hide(difference.place), hide(difference.says), is_quiet=difference.is_quiet)


def _differences(old: Source | None, new: Source | None) -> tuple[Difference, ...]:
    if new is None:
        return ()
    if old is None:
        return _introduction(new)
    sheet = sheet_of(new.path)
    if sheet is None:
        return _other_differences(old, new)
    before, after = read_tree(old), read_tree(new)
    if before is None or after is None:
        return (UNREADABLE if before is None else NOW_UNREADABLE,)
    found = differences(sheet.model, before, after)
    return found or (() if old.data == new.data else (ONLY_LAYOUT,))


def _introduction(new: Source) -> tuple[Difference, ...]:
    """Say what a new record is about, in its own words."""
    tree = read_tree(new) if kind_of(new.path) else None
    summary = tree.get("summary") if isinstance(tree, dict) else None
    return (Difference("一句话说明", quoted(summary, 120)),) if isinstance(summary, str) else ()


def _other_differences(old: Source, new: Source) -> tuple[Difference, ...]:
    if old.data == new.data:
        return ()
    if not new.path.endswith(_TEXTS):
        return (Difference("文件", "换成了新的"),)
    return (Difference("内容", text_difference(old.text, new.text)),)


def renamed(gone: Sequence[Source], come: Sequence[Source]) -> Iterator[tuple[Source, Source]]:
    """Yield the files that only have another name: in the same folder, most lines the same."""
    left = list(come)
    for old in gone:
        rated = [(_likeness(old, new), -place) for place, new in enumerate(left)]
        best, place = max(rated, default=(0.0, 0))
        if best >= _SAME:
            yield old, left.pop(-place)


def _likeness(old: Source, new: Source) -> float:
    if old.path.partition("/")[0] != new.path.partition("/")[0]:
        return 0.0
    if old.data == new.data:
        return 1.0
    before, after = Counter(old.data.splitlines()), Counter(new.data.splitlines())
    same = (before & after).total()
    # Two short files of the same section have most lines in common by chance, but no title.
    return same / max(before.total(), after.total(), 1) if title_of(old) == title_of(new) else 0.0
