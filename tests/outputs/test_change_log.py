"""The page and the feed of what is new."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from xml.etree import ElementTree

import pytest

from generators.changes.differences import Difference
from generators.changes.files import Action, FileChange
from generators.changes.history import History, Revision
from generators.outputs.change_log import FEED, by_day, change_log, recent_changes
from tests.publications import bare_publication
from tests.samples import catalogue, entry

_ATOM = "{http://www.w3.org/2005/Atom}"
_AMOUNT = Difference("最高额度", "20万元 → 30万元")
_ENTRIES = [
    entry("loans", "a", title="贷款&利息", updated_on="2026-11-10"),
    *(entry("faqs", f"q{n}", updated_on="2026-11-09") for n in range(7)),
    entry("faqs", "long-ago", updated_on="2026-01-10"),
]


def _revision(page: str, action: Action = Action.CHANGED, *, days: int = 1) -> Revision:
    told = (_AMOUNT,) if action is Action.CHANGED else ()
    change = FileChange(f"{page.rstrip('/')}.yml", action, "", "从前的标题", told)
    moment = datetime.fromisoformat("2026-11-22T10:00:00+08:00") - timedelta(days)
    return Revision(page, moment, f"{days:040}", change)


_HISTORY = History(
    (
        _revision("loans/a/"),
        _revision("faqs/gone/", Action.REMOVED, days=2),
        *(_revision(f"faqs/q{n}/", Action.ADDED, days=3) for n in range(7)),
        _revision("mentors/unknown/", days=4),
        _revision("faqs/long-ago/", days=91),
    )
)


def _built(history: History) -> dict[str, str]:
    publication = bare_publication(*_ENTRIES, frame="changes", history=history)
    return {artifact.path: artifact.data.decode() for artifact in change_log(publication)}


def test_changes_are_those_of_the_last_weeks() -> None:
    """Each change has its words; what is not shown any more is named only where it was removed."""
    found = list(recent_changes(catalogue(*_ENTRIES), _HISTORY))
    assert [(c.action, c.title, c.is_gone) for c in found[:2]] == [
        ("修改", "贷款&利息", False),
        ("撤下", "从前的标题", True),
    ]
    assert found[0].lines == ("最高额度：20万元 → 30万元",)
    assert len(found) == 9


def test_many_new_records_are_told_together() -> None:
    """Seven new questions of a day are one line that names five."""
    (_, groups) = by_day(recent_changes(catalogue(*_ENTRIES), _HISTORY))[2]
    (together,) = groups
    assert (len(together.changes), len(together.named)) == (7, 5)


def test_without_history_the_records_say_when_they_changed() -> None:
    """Where nothing is known of the past, the days that records give are told."""
    days = by_day(recent_changes(catalogue(*_ENTRIES), History()))
    assert [day for day, _ in days] == [date(2026, 11, 10), date(2026, 11, 9)]
    assert "具体改了什么没有记录" in _built(History())["changes/index.html"]


def test_partial_history_is_said_to_be_one() -> None:
    """A shallow clone says from which day on it knows."""
    html = _built(History(_HISTORY.revisions, since=date(2026, 11, 18)))["changes/index.html"]
    assert "这里只有2026年11月18日（周三）以来的改动。" in html


@pytest.mark.parametrize("history", [_HISTORY, History()])
def test_feed_has_what_atom_asks_for(history: History) -> None:
    """The feed and every entry have an id of their own, a title, a moment; the feed an author."""
    feed = ElementTree.fromstring(_built(history)[FEED])
    entries = feed.findall(f"{_ATOM}entry")
    for part in (feed, *entries):
        for name in ("id", "title", "updated"):
            assert part.findtext(f"{_ATOM}{name}")
        assert datetime.fromisoformat(part.findtext(f"{_ATOM}updated", "")).tzinfo
    ids = [part.findtext(f"{_ATOM}id") for part in entries]
    assert len(set(ids)) == len(ids) > 0
    assert feed.findtext(f"{_ATOM}author/{_ATOM}name")
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{_ATOM}link")}
    assert links["self"] == f"https://www.shili.example/cyfw/{FEED}"
