"""Suggestions while typing: a combobox under every search box."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

TITLE = "创业担保贷款及贴息"


def _box(page: Page) -> Locator:
    return page.locator(".search-box").get_by_role("combobox")


def _type(page: Page, text: str) -> Locator:
    """Type into the page's own box and return the suggestions, once they are there."""
    _box(page).click()
    page.keyboard.type(text)
    options = page.locator(".search-box").get_by_role("option")
    expect(options.first).to_be_visible()
    return options


def _active(page: Page) -> str:
    return str(
        _box(page).evaluate(
            "(box) => document.getElementById(box.getAttribute('aria-activedescendant'))?.innerText"
        )
    )


@pytest.fixture
def wide(browser: Browser) -> Iterator[Page]:
    """Return a page wide enough for the box in the header."""
    page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    yield page
    page.close()


def test_loan_is_found_with_the_keyboard_alone(page: Page, address: str) -> None:
    """From the home page keys alone lead over a suggested title to its page."""
    page.goto(address)
    box = _box(page)
    for _ in range(20):
        if box.evaluate("(box) => box === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.type("担保贷款")
    option = page.get_by_role("option", name=f"{TITLE} 政策")
    expect(option).to_be_visible()
    while option.get_attribute("aria-selected") != "true":
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)


def test_phrase_is_searched_for(page: Page, address: str) -> None:
    """Known phrases come before titles; choosing one searches for it."""
    page.goto(address)
    options = _type(page, "担保")
    expect(options.first.locator(".tag")).to_have_count(0)
    expect(options.last.locator(".tag")).to_have_count(1)
    phrase = options.first.inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q="))
    status = page.locator("[data-finder-status]")
    expect(status).to_contain_text(f"与“{phrase}”有关的内容，共")


def test_suggestion_is_tapped(page: Page, address: str) -> None:
    """A tap on a title leads to its page."""
    page.goto(address)
    _type(page, "担保贷款")
    page.get_by_role("option", name=f"{TITLE} 政策").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)


def test_keys_go_through_the_list(page: Page, address: str) -> None:
    """Arrows wrap, Home and End jump once one is chosen, Escape closes and keeps the text."""
    page.goto(address)
    texts = _type(page, "担保").all_inner_texts()
    page.keyboard.press("ArrowUp")
    assert _active(page) == texts[-1]
    page.keyboard.press("ArrowDown")
    assert _active(page) == texts[0]
    page.keyboard.press("End")
    assert _active(page) == texts[-1]
    page.keyboard.press("Home")
    assert _active(page) == texts[0]
    page.keyboard.press("Escape")
    expect(_box(page)).to_have_attribute("aria-expanded", "false")
    expect(_box(page)).to_have_value("担保")
    page.keyboard.press("ArrowDown")
    expect(_box(page)).to_have_attribute("aria-expanded", "true")


def test_count_is_announced(page: Page, address: str) -> None:
    """A polite live region says how many suggestions there are, or that there are none."""
    page.goto(address)
    count = _type(page, "担保").count()
    said = page.locator(".search-box [aria-live=polite]")
    expect(said).to_have_text(f"有 {count} 条提示，按上下键选")
    page.keyboard.type("〇〇〇〇")
    expect(said).to_have_text("没有提示")
    expect(page.locator(".search-box [role=listbox]")).to_be_hidden()


def test_unfinished_word_of_an_input_method_is_left_alone(page: Page, address: str) -> None:
    """While an input method composes nothing is suggested; once it is done there is."""
    page.goto(address)
    box = _box(page)
    box.focus()
    box.dispatch_event("compositionstart")
    box.fill("danbao")
    page.wait_for_timeout(400)
    expect(box).to_have_attribute("aria-expanded", "false")
    box.fill("担保")
    box.dispatch_event("compositionend")
    expect(box).to_have_attribute("aria-expanded", "true")


def test_index_is_loaded_with_the_focus(page: Page, address: str) -> None:
    """The scripts and files of search come only when a search box takes the focus."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "manifest.json" in url or url.endswith("search.mjs")]
    with page.expect_request("**/search/manifest.json"):
        _box(page).focus()


def test_header_suggests_and_searches(wide: Page, address: str) -> None:
    """The box in the header suggests too, and Enter searches for what is typed."""
    wide.goto(f"{address}procedures/startup-loan-personal/")
    box = wide.get_by_role("combobox", name="搜索全站")
    box.click()
    wide.keyboard.type("SYB")
    expect(wide.get_by_role("option").first).to_be_visible()
    wide.keyboard.press("Enter")
    expect(wide).to_have_url(f"{address}search/?q=SYB")
    expect(wide.locator(".card").first).to_contain_text("SYB")


def test_section_suggests_its_own_titles(wide: Page, address: str) -> None:
    """Within a section only titles of its kind are suggested."""
    wide.goto(f"{address}policies/")
    options = _type(wide, "创业担保")
    labels = {label.inner_text() for label in options.locator(".tag").all()}
    assert labels == {"政策"}


def test_form_works_without_scripts(browser: Browser, address: str) -> None:
    """Without JavaScript the box is a plain form that leads to the search page."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("searchbox", name="搜索全站").last.fill("贷款")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}search/?q=%E8%B4%B7%E6%AC%BE")
    context.close()
