"""关怀版: one press makes everything larger, stronger and simpler, and it stays so."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

PAGES = [
    "",
    "404.html",
    "calendar/",
    "changes/",
    "complaints/",
    "deadlines/",
    "incubators/compare/",
    "institutions/municipal-hall/",
    "policies/",
    "policies/startup-loan-2023/",
    "privacy/",
    "procedures/startup-loan-personal/",
    "search/?q=贷款",
    "standard/",
    "timeline/",
]
LEAST_TYPE, LEAST_TARGET = 20, 44
# The smallest letters of visible text; the notice is drawn as the sheet of paper that it is.
SMALL_TEXT = """(least) => [...document.querySelectorAll('body *')]
  .filter((e) => e.checkVisibility() && !e.closest('svg, .visually-hidden'))
  .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
  .filter((e) => parseFloat(getComputedStyle(e).fontSize) < least)
  .map((e) => e.outerHTML.slice(0, 100))"""
# What is pressed; where it has a label, that may be the larger of the two.
SMALL_TARGETS = """(least) => [...document.querySelectorAll('a[href], button, summary, select, input')]
  .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.visually-hidden'))
  .filter((e) => [e, ...(e.labels ?? [])].every((part) => {
    const { width, height } = part.getBoundingClientRect()
    return Math.round(width) < least || Math.round(height) < least
  }))
  .map((e) => e.outerHTML.slice(0, 100))"""


def _open(browser: Browser, address: str, *, width: int = 390) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.add_init_script("localStorage.setItem('care', 'on')")
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return page


def test_button_makes_letters_large_and_is_remembered(page: Page, address: str) -> None:
    """One press, by keyboard too, works on this page and on the next, and is told."""
    page.goto(address)
    button = page.get_by_role("button", name="关怀版")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-care-said]")).to_contain_text("已打开关怀版")
    page.get_by_role("link", name="找政策").click()
    expect(page.locator("html")).to_have_attribute("data-care", "")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    page.reload()
    expect(page.locator("html:not([data-care])")).to_be_attached()


def test_page_one_comes_back_to_has_changed_too(page: Page, address: str) -> None:
    """What was pressed on a later page holds on the page before, even out of the browser's memory."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.goto(f"{address}policies/")
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="关怀版").click()
    page.go_back()
    expect(page.get_by_role("button", name="关怀版")).to_have_attribute("aria-pressed", "true")


def test_nothing_moves_when_a_large_page_opens(browser: Browser, address: str) -> None:
    """The first thing drawn is large already: nothing shifts afterwards."""
    page = _open(browser, address)
    shift = page.evaluate(
        """() => new Promise((resolve) => {
          let sum = 0
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += entry.value
          }).observe({ type: 'layout-shift', buffered: true })
          setTimeout(() => resolve(sum), 300)
        })"""
    )
    assert shift < 0.01
    page.close()


def test_works_where_storage_is_forbidden(browser: Browser, address: str) -> None:
    """Without storage the button still works, as long as one stays on the page."""
    page = browser.new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })"
    )
    page.goto(address)
    page.get_by_role("button", name="关怀版").click()
    expect(page.locator("html")).to_have_attribute("data-care", "")
    page.close()


def test_without_scripts_there_is_no_button_in_vain(browser: Browser, address: str) -> None:
    """A button that cannot work is not shown."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.get_by_role("button", name="关怀版")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_letters_and_targets_are_large(browser: Browser, address: str, path: str) -> None:
    """No letter is below 20 pixels, nothing to press below 44; on 320 pixels nothing is cut."""
    page = _open(browser, address + path, width=320)
    assert page.evaluate(SMALL_TEXT, LEAST_TYPE) == []
    assert page.evaluate(SMALL_TARGETS, LEAST_TARGET) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.close()
