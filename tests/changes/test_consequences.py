"""What follows from a change for what people see."""

from __future__ import annotations

from generators.changes.consequences import consequences
from generators.sources import Entry
from tests.samples import catalogue, entry


def _said(before: list[Entry], after: list[Entry]) -> dict[str, str]:
    return {c.entry.path: c.says for c in consequences(catalogue(*before), catalogue(*after))}


def test_state_that_changes_with_a_day() -> None:
    """A policy whose last day was moved into the past is told as expired."""
    old, new = (entry("policies", "a", expires_on=day) for day in ("2027-12-31", "2026-11-15"))
    assert _said([old], [new]) == {"policies/a/": "状态：有效 → 已失效"}


def test_state_that_another_record_changes() -> None:
    """A policy that a new one replaces is repealed without a change of its own."""
    old, new = entry("policies", "a"), entry("policies", "b", supersedes=["a"])
    assert _said([old], [old, new]) == {
        "policies/a/": "状态：有效 → 已废止",
        "policies/b/": "状态：有效",
    }


def test_record_that_is_not_shown_any_more() -> None:
    """A mentor without consent leaves the site, and comes back with it."""
    consent = {"given_on": "2025-01-01", "scope": "称呼", "evidence": "1"}
    shown = entry("mentors", "a")
    hidden = entry("mentors", "a", consent=consent | {"expires_on": "2026-01-01"})
    assert _said([shown], [hidden]) == {"mentors/a/": "会从网站上撤下"}
    assert _said([hidden], [shown]) == {"mentors/a/": "会重新出现在网站上"}
    assert _said([], [hidden]) == {"mentors/a/": "还不会出现在网站上"}


def test_nothing_follows_from_other_words() -> None:
    """A record that is where it was has no consequence."""
    assert _said([entry("faqs", "a")], [entry("faqs", "a", title="别的标题")]) == {}
