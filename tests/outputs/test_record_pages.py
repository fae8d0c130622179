"""The page of a record, with its revisions."""

from __future__ import annotations

from datetime import date, datetime

from generators.changes.differences import Difference
from generators.changes.files import Action, FileChange
from generators.changes.history import History, Revision
from generators.outputs.record_pages import record_page
from tests.publications import bare_publication
from tests.samples import entry

_TOLD = Difference("回答", "“<一>” → “二”")


def _revision(day: str, action: Action, *told: Difference) -> Revision:
    change = FileChange("faqs/a.yml", action, "常见问题", "", told)
    return Revision("faqs/a/", datetime.fromisoformat(f"{day}T10:00+08:00"), day, change)


_REVISIONS = (
    _revision("2026-11-20", Action.CHANGED, _TOLD),
    _revision("2026-11-01", Action.ADDED),
)


def _html(history: History) -> str:
    publication = bare_publication(entry("faqs", "a"), frame="faqs/_", history=history)
    (page,) = record_page(publication, "faqs/a/")
    return page.data.decode()


def test_record_shows_its_revisions() -> None:
    """Each day has what changed, as text whatever was written."""
    html = _html(History(_REVISIONS))
    assert "修订记录（2次）" in html
    assert '<time datetime="2026-11-20">2026年11月20日（周五）</time>' in html
    assert "<li>回答：“&lt;一&gt;” → “二”</li>" in html
    assert "以来的修订" not in html


def test_partial_history_is_said_to_be_one() -> None:
    """Where older revisions are not known, the page says so."""
    html = _html(History(_REVISIONS[:1], since=date(2026, 11, 18)))
    assert "这里只有2026年11月18日（周三）以来的修订。" in html


def test_record_without_history_shows_none() -> None:
    """Where nothing is known, nothing is promised."""
    assert "修订记录" not in _html(History())
