"""What surrounds every page: header, sections, corrections, sharing, footer."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

POLICY = "policies/startup-loan-2023/"
PROCEDURE = "procedures/startup-loan-personal/"
LEAST_TARGET = 24
# Standing in a sentence, a link is as high as its line (WCAG 2.5.8).
SMALL_TARGETS = """(least) => [...document.querySelectorAll('a[href], button, summary, select')]
  .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.visually-hidden'))
  .filter((e) => getComputedStyle(e).display !== 'inline')
  .filter((e) => {
    const { width, height } = e.getBoundingClientRect()
    return Math.round(width) < least || Math.round(height) < least
  })
  .map((e) => e.outerHTML.slice(0, 100))"""
HIDDEN_FOCUS = """() => {
  const $focus = document.activeElement
  const $header = document.querySelector('.site-header')
  if (!$focus || $header.contains($focus) || $focus.matches('.skip, body')) return ''
  const isBelow = $focus.getBoundingClientRect().bottom > $header.getBoundingClientRect().bottom
  return isBelow ? '' : $focus.outerHTML.slice(0, 100)
}"""


def test_keyboard_leads_from_home_to_the_complaint_phone(page: Page, address: str) -> None:
    """With Tab and Enter alone one comes from the first page to a number to call."""
    page.goto(address)
    _tab_to(page, "投诉建议")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("投诉与监督")
    _tab_to(page, "0000-1234567")
    expect(page.locator(":focus")).to_have_attribute("href", "tel:00001234567")


def _tab_to(page: Page, text: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if text in page.evaluate("document.activeElement.innerText"):
            return
    raise AssertionError(f"Tab never comes to {text}")


def test_first_tab_offers_to_skip_the_header(page: Page, address: str) -> None:
    """The link appears with the focus, and the next Tab is in the text."""
    page.goto(f"{address}{POLICY}")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="跳到正文")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#content :focus")).to_be_attached()


@pytest.mark.parametrize("width", [390, 1280])
def test_focus_is_never_below_the_header(browser: Browser, address: str, width: int) -> None:
    """Backwards through a long page nothing with the focus hides below what stays on top."""
    page = browser.new_page(viewport={"width": width, "height": 600})
    page.goto(f"{address}{PROCEDURE}")
    page.locator(".site-footer a").last.focus()
    hidden = set()
    for _ in range(60):
        page.keyboard.press("Shift+Tab")
        hidden.add(page.evaluate(HIDDEN_FOCUS))
    assert hidden == {""}
    page.close()


@pytest.mark.parametrize("path", ["", "policies/", POLICY, PROCEDURE, "search/?q=贷款", "privacy/"])
def test_targets_are_large_enough(page: Page, address: str, path: str) -> None:
    """What is pressed has 24 pixels each way."""
    page.goto(address + path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate(SMALL_TARGETS, LEAST_TARGET) == []


def test_sections_open_and_close_by_keyboard(page: Page, address: str) -> None:
    """On a phone the sections are behind a word: Enter opens, Escape closes and gives the focus back."""
    page.goto(f"{address}{POLICY}")
    word = page.locator(".menu summary")
    word.focus()
    page.keyboard.press("Enter")
    link = page.get_by_role("navigation", name="主导航").get_by_role("link", name="办事")
    expect(link).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(word).to_be_focused()


def test_sections_are_there_without_scripts(browser: Browser, address: str) -> None:
    """The menu needs no script."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(address)
    page.locator(".menu summary").click()
    page.get_by_role("navigation", name="主导航").get_by_role("link", name="办事").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("办事指南")
    context.close()


def test_colours_follow_the_choice_and_else_the_system(browser: Browser, address: str) -> None:
    """Dark where the system is dark, light where one wants it all the same."""
    page = browser.new_page(color_scheme="dark")
    page.goto(address)
    dark = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.get_by_label("颜色").select_option("浅色")
    page.reload()
    expect(page.get_by_label("颜色")).to_have_value("light")
    light = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert (dark, light) == ("rgb(20, 26, 34)", "rgb(255, 255, 255)")
    page.emulate_media(color_scheme="light")
    page.get_by_label("颜色").select_option("跟手机、电脑一样")
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-md-color-scheme", "slate")
    page.close()


def test_link_is_copied_and_said_to_be(browser: Browser, address: str) -> None:
    """The address of this very page lies in the clipboard."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}{POLICY}")
    page.get_by_role("button", name="复制链接").click()
    expect(page.locator("[data-shared]")).to_have_text("链接已复制。")
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}{POLICY}"
    context.close()


def test_where_there_is_no_clipboard_the_address_is_laid_out(page: Page, address: str) -> None:
    """On plain http the address is shown and selected."""
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(f"{address}{POLICY}")
    page.get_by_role("button", name="复制链接").click()
    expect(page.locator("[data-shared]")).to_contain_text("没能复制")
    assert page.evaluate("String(getSelection())").endswith(POLICY)


def test_page_is_handed_to_other_apps_where_they_can_take_it(page: Page, address: str) -> None:
    """The button is there only where the device shares, and gives title and address."""
    page.goto(address)
    expect(page.get_by_role("button", name="分享")).to_be_hidden()
    page.add_init_script("navigator.share = async (what) => { window.shared = what }")
    page.goto(f"{address}{POLICY}")
    page.get_by_role("button", name="分享").click()
    assert page.evaluate("window.shared.url") == f"{address}{POLICY}"


def test_code_of_the_page_unfolds(page: Page, address: str) -> None:
    """The code is there without a script, behind a word."""
    page.goto(f"{address}{POLICY}")
    code = page.locator(".page-tools .qr")
    expect(code).to_be_hidden()
    page.get_by_text("二维码和网址").click()
    expect(code).to_be_visible()


@pytest.mark.parametrize("path", ["", POLICY, "policies/", "privacy/", "complaints/"])
def test_whoever_finds_a_fault_need_not_describe_the_page(
    page: Page, address: str, path: str
) -> None:
    """On every page form and mail name the page's address."""
    page.goto(address + path)
    tools = page.locator(".page-tools")
    for name in ("网上纠错", "发邮件"):
        href = tools.get_by_role("link", name=name).get_attribute("href") or ""
        assert re.search(re.escape(f"cyfw/{path}").replace("/", "%2F") + r"(&|%0D|$)", href), href


def test_zoom_of_two_hundred_percent_cuts_nothing(browser: Browser, address: str) -> None:
    """A screen of 1280 at 200 % is one of 640: no page scrolls sideways."""
    page = browser.new_page(viewport={"width": 640, "height": 450}, device_scale_factor=2)
    for path in ("", "policies/", POLICY, PROCEDURE, "privacy/", "complaints/", "standard/"):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
    page.close()
