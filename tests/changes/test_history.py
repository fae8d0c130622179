"""What of the history may be shown."""

from __future__ import annotations

from datetime import datetime

from generators.changes.differences import Difference
from generators.changes.files import ONLY_LAYOUT, UNREADABLE, Action, FileChange
from generators.changes.history import History, Revision, says_nothing, shown

_TOLD = (
    Difference("可约时间", "“周一” → “周二”"),
    Difference("怎么预约“电话”的说明", "“甲” → “乙”"),
)


def _change(path: str, *told: Difference) -> FileChange:
    return FileChange(path, Action.CHANGED, "导师", "李老师", told)


def test_revisions_of_a_page() -> None:
    """A record has its own revisions, in their order."""
    moment = datetime.fromisoformat("2026-11-20T10:00+08:00")
    first, second, other = (
        Revision(page, moment, commit, _change(f"{page}.yml"))
        for page, commit in (("faqs/a/", "2"), ("faqs/a/", "1"), ("faqs/b/", "2"))
    )
    history = History((first, other, second))
    assert list(history.of("faqs/a/")) == [first, second]
    assert list(history.of("faqs/c/")) == []


def test_people_are_not_told_about() -> None:
    """Of a mentor only what was changed is told, neither the old words nor a name."""
    change = shown(_change("mentors/a.yml", *_TOLD))
    assert (change.title, change.differences) == (
        "",
        (Difference("修改了", "可约时间、怎么预约"),),
    )


def test_what_only_editors_see_is_left_out() -> None:
    """Words for the search, and another layout, are nothing to a reader."""
    change = shown(_change("faqs/a.yml", Difference("别名", "新增1个"), ONLY_LAYOUT))
    assert says_nothing(change)


def test_broken_files_of_old_are_changes_without_words() -> None:
    """What cannot be compared is still told to have changed."""
    change = shown(_change("faqs/a.yml", UNREADABLE))
    assert [str(d) for d in change.differences] == ["内容：有修改"]
