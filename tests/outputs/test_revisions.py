"""How the revisions of a record are shown."""

from __future__ import annotations

from datetime import date, datetime

from generators.changes.differences import Difference
from generators.changes.files import Action, FileChange
from generators.changes.history import History, Revision
from generators.outputs.revisions import Revisions, lines_of, revisions
from tests.samples import catalogue, entry

_FAQ = entry("faqs", "a", title="利息谁付？")
_AMOUNT = Difference("最高额度", "20万元 → 30万元")
_LOOKED = Difference("核对日期", "改为2026年11月20日", is_quiet=True)


def _revision(day: str, *told: Difference, action: Action = Action.CHANGED) -> Revision:
    change = FileChange("faqs/a.yml", action, "常见问题", "利息谁付？", told)
    return Revision("faqs/a/", datetime.fromisoformat(f"{day}T10:00+08:00"), day, change)


def _shown(*found: Revision) -> list[tuple[str, tuple[str, ...]]]:
    shown = revisions(History(found), catalogue(_FAQ), _FAQ)
    return [(str(revised.day), revised.lines) for revised in shown.days]


def test_days_are_told_newest_first() -> None:
    """What was done on a day stands together; looking at it again is no news beside a change."""
    assert _shown(
        _revision("2026-11-20", _LOOKED),
        _revision("2026-11-19", _AMOUNT, _LOOKED),
        _revision("2026-11-19", _LOOKED),
        _revision("2026-11-01", action=Action.ADDED),
    ) == [
        ("2026-11-20", ("重新核对过，内容没有变",)),
        ("2026-11-19", ("最高额度：20万元 → 30万元",)),
        ("2026-11-01", ("发布",)),
    ]


def test_record_that_was_only_published_has_no_revisions() -> None:
    """The day of publication stands on the page already."""
    assert _shown(_revision("2026-11-01", action=Action.ADDED)) == []
    assert revisions(History(), catalogue(_FAQ), _FAQ) == Revisions()


def test_partial_history_says_from_when() -> None:
    """Where not all revisions are known, the page says since when."""
    history = History((_revision("2026-11-19", _AMOUNT),), since=date(2026, 11, 18))
    assert revisions(history, catalogue(_FAQ), _FAQ).since == date(2026, 11, 18)


def test_references_and_many_lines() -> None:
    """Records are named by their titles, and of very many differences the first are told."""
    told = [Difference("常见问题", "新增1项（[[faqs/a]]）"), *[_AMOUNT] * 9]
    lines = lines_of(catalogue(_FAQ), _revision("2026-11-19", *told).change)
    assert lines[0] == "常见问题：新增1项（《利息谁付？》）"
    assert (len(lines), lines[-1]) == (9, "另有2处改动")
