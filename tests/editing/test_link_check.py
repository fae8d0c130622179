"""What is said of addresses, and what is remembered of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path

from generators.diagnostics import Severity, Span
from generators.editing.fetching import Outcome, Verdict
from generators.editing.link_check import LinkCheck, check_links
from generators.records.links import Suppression

_DAY = date(2026, 11, 22)
_URL = "https://a.gov.cn/x"
_OUTCOMES = {
    _URL: Outcome(Verdict.ALIVE),
    "https://a.gov.cn/dead": Outcome(Verdict.DEAD, "没有这个网页（404）"),
    "https://a.gov.cn/moved": Outcome(Verdict.MOVED, "", "https://b.gov.cn/"),
    "https://a.gov.cn/shy": Outcome(Verdict.CLOSED, "对方不回答程序（403）"),
    "https://a.gov.cn/robots": Outcome(Verdict.FORBIDDEN),
}


class _Asked:
    """A website that answers from a list, and notes what it was asked."""

    def __init__(self) -> None:
        self.urls: list[str] = []

    def __call__(self, urls: Iterable[str]) -> Mapping[str, Outcome]:
        asked = list(urls)
        self.urls += asked
        return {url: _OUTCOMES[url] for url in asked}


def _checked(
    cache: Path, *urls: str, fetch: _Asked, day: date = _DAY, passed: Iterable[Suppression] = ()
) -> LinkCheck:
    named = {url: (Span("faqs/a.yml", 1), Span("faqs/b.yml", 2)) for url in urls}
    return check_links(named, fetch, suppressions=passed, day=day, cache=cache / "links.json")


def test_dead_address_is_told_at_every_place(tmp_path: Path) -> None:
    """Each record that names a dead address has a finding, by record."""
    found = _checked(tmp_path, "https://a.gov.cn/dead", fetch=_Asked())
    assert [(f.code, f.severity, f.span.path) for f in found.findings] == [
        ("dead-link", Severity.WARNING, "faqs/a.yml"),
        ("dead-link", Severity.WARNING, "faqs/b.yml"),
    ]
    assert found.findings[0].message == "打不开 https://a.gov.cn/dead：没有这个网页（404）"


def test_other_outcomes_are_hints(tmp_path: Path) -> None:
    """An address that moved has the new one as the way out; a shy one is to be looked at."""
    found = _checked(tmp_path, "https://a.gov.cn/moved", "https://a.gov.cn/shy", fetch=_Asked())
    assert {(f.severity, f.hint) for f in found.findings} == {
        (Severity.HINT, "改成 https://b.gov.cn/"),
        (Severity.HINT, "人工打开看一眼；能打开的，在 links.yml 里写上，注明原因和到期日"),
    }


def test_what_is_not_checked_is_counted(tmp_path: Path) -> None:
    """Samples, what is passed over for a while, and what is forbidden are told in numbers."""
    passed = [
        Suppression(url="https://a.gov.cn/d*", reason="升级", until=_DAY),
        Suppression(url=_URL, reason="升级", until=_DAY - timedelta(1)),
    ]
    urls = ("https://x.example/", "https://a.gov.cn/dead", "https://a.gov.cn/robots", _URL)
    fetch = _Asked()
    found = _checked(tmp_path, *urls, fetch=fetch, passed=passed)
    assert fetch.urls == ["https://a.gov.cn/robots", _URL]
    assert found.findings == ()
    assert found.summary == (
        "检查了 1 个网址。没有检查的：对方不让程序访问 1 个、暂不检查 1 个、示例网址 1 个。"
    )


def test_good_address_is_remembered_for_a_week(tmp_path: Path) -> None:
    """What could be opened is asked again after a week, what could not the next time."""
    fetch = _Asked()
    for days in (0, 6, 7):
        day = _DAY + timedelta(days)
        _checked(tmp_path, _URL, "https://a.gov.cn/dead", fetch=fetch, day=day)
    assert fetch.urls.count(_URL) == 2
    assert fetch.urls.count("https://a.gov.cn/dead") == 3


def test_broken_cache_only_costs_time(tmp_path: Path) -> None:
    """Whatever the cache says, the addresses are checked."""
    for text in ("{", "[]", '{"a": 1}', '{"a": ["?", "", "", "2026-11-20"]}'):
        (tmp_path / "links.json").write_text(text)
        fetch = _Asked()
        assert _checked(tmp_path, _URL, fetch=fetch).checked == 1
        assert fetch.urls == [_URL]
