"""The first page on a phone: what one needs is on the screen before one scrolls."""

from __future__ import annotations

from playwright.sync_api import Page, expect

NEEDS = ("找政策", "办事", "学习培训", "找导师", "找场地", "借钱", "参加活动", "投诉建议")


def test_first_screen_has_search_hotline_and_every_need(page: Page, address: str) -> None:
    """At 390 × 844 nothing of it is below the edge."""
    page.goto(address)
    wanted = [
        page.get_by_role("combobox", name="搜索全站"),
        page.locator(".header-hotline a"),
        *(page.locator(".tile", has_text=need) for need in NEEDS),
    ]
    for element in wanted:
        box = element.bounding_box()
        assert box is not None, element
        assert box["y"] + box["height"] <= 844, element


def test_search_offers_what_many_ask(page: Page, address: str) -> None:
    """A word below the box searches for it."""
    page.goto(address)
    page.get_by_role("link", name="一次性创业补贴", exact=True).first.click()
    expect(page.get_by_role("heading", name="一次性创业补贴").first).to_be_visible()


def test_boards_are_one_press_away(page: Page, address: str) -> None:
    """Deadlines, calendar and timeline are linked from the lists they continue."""
    for name in ("全部截止日期", "活动日历", "政策时间线"):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        page.get_by_role("link", name=name).click()
        page.wait_for_load_state("networkidle")
        expect(page.locator(".crumbs")).to_be_visible()


def test_more_audiences_unfold(page: Page, address: str) -> None:
    """The first audiences are there; the others are behind a word."""
    page.goto(address)
    expect(page.get_by_role("link", name="高校毕业生")).to_be_visible()
    hidden = page.get_by_role("link", name="小微企业", exact=True)
    expect(hidden).to_be_hidden()
    page.get_by_text("更多人群").click()
    expect(hidden).to_be_visible()


def test_days_left_are_those_of_today(page: Page, address: str) -> None:
    """A page older than the day counts anew."""
    page.clock.set_fixed_time("2026-11-23T20:00:00+08:00")
    page.goto(address)
    row = page.locator(".rows li", has_text="11月24日").first
    expect(row).to_contain_text("就在明天")
