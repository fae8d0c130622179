"""What people do, in a real Chromium on a phone-sized screen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from generators.records import KINDS

POLICY = "创业担保贷款及贴息"


def test_visitor_finds_a_policy_by_links_and_then_by_search(page: Page, address: str) -> None:
    """From the home page a link leads to a policy, and a word of its title finds it again."""
    page.goto(address)
    page.get_by_role("link", name="找政策").click()
    page.wait_for_load_state("networkidle")
    page.get_by_role("heading", name=POLICY, exact=True).get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(POLICY)
    page.wait_for_load_state("networkidle")

    page.get_by_role("link", name="搜索全站").click()
    page.wait_for_load_state("networkidle")
    page.get_by_role("combobox", name="搜索全站").fill("担保贷款")
    page.keyboard.press("Enter")
    result = page.get_by_role("heading", name=POLICY, exact=True)
    expect(result).to_be_visible()
    expect(page.locator("[data-finder-status]")).to_have_text(
        re.compile(r"与“担保贷款”有关的内容，共 \d+ 条")
    )
    result.get_by_role("link").click()
    expect(page).to_have_url(f"{address}policies/startup-loan-2023/")


def test_visitor_sees_a_clause_kept_and_follows_its_evidence(page: Page, address: str) -> None:
    """From the footer one reaches the standard, clause by clause, and what a verdict rests on."""
    page.goto(address)
    page.get_by_role("link", name="标准对照").click()
    clause = page.locator("[id='c-7.1.1']")
    expect(clause.locator(".badge")).to_have_text("通过")
    evidence = clause.get_by_role("list", name="依据").get_by_role("link").first
    title = evidence.inner_text()
    evidence.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_hand_written_page_is_in_navigation_and_search(page: Page, address: str) -> None:
    """A Markdown page is found by a word of its text and stands in the navigation."""
    page.goto(f"{address}search/?q=隐私说明")
    page.locator(".card a").first.click()
    expect(page).to_have_url(f"{address}privacy/")
    expect(page.locator("nav a[href$='glossary/']").first).to_be_attached()


def test_site_works_without_scripts(browser: Browser, address: str) -> None:
    """Without JavaScript lists, records and complaint channels are all there."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("link", name="投诉建议").first.click()
    for channel in ("现场", "信函", "电话", "网络"):
        expect(page.get_by_role("heading", name=channel, exact=True)).to_be_visible()
    page.goto(f"{address}search/")
    expect(page.get_by_text("搜索需要浏览器开启脚本")).to_be_visible()
    context.close()


@pytest.mark.parametrize(
    "path",
    [
        *(f"{kind}/" for kind in KINDS),
        "policies/startup-loan-2018/",
        "policies/startup-loan-2023/",
        "procedures/startup-loan-personal/",
    ],
)
def test_pages_fit_their_screen(browser: Browser, address: str, path: str) -> None:
    """No list and no record page scrolls sideways, not even at 320 pixels."""
    page = browser.new_page()
    page.goto(address + path)
    _fits_every_screen(page)
    first = page.locator(".card__title a")
    if first.count():
        page.goto(page.url + (first.first.get_attribute("href") or ""))
        _fits_every_screen(page)
    page.close()


def _fits_every_screen(page: Page) -> None:
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        beyond = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert beyond <= 0, f"{page.url} is {beyond} px too wide on {width} px"


def test_han_characters_are_drawn(browser: Browser, address: str) -> None:
    """The machine has a font with Han characters, so that screenshots mean something."""
    page = browser.new_page()
    drawn = page.evaluate(
        """() => {
          const draw = (text) => {
            const context = new OffscreenCanvas(40, 40).getContext('2d')
            context.font = '32px sans-serif'
            context.fillText(text, 0, 32)
            return context.getImageData(0, 0, 40, 40).data.join()
          }
          return draw('创') !== draw('业')
        }"""
    )
    assert drawn
    page.close()
