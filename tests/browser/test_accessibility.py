"""axe-core finds nothing on any kind of page, in light, dark and 关怀版, on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from generators.catalogue import Catalogue
from generators.records import KINDS
from tests.browser.axe import contrast_violations, script, violations

Scheme = Literal["light", "dark"]
SINGLE = [
    "",
    "404.html",
    "audiences/graduates/",
    "calendar/",
    "calendar/2026-12/",
    "changes/",
    "complaints/",
    "deadlines/",
    "events/",
    "handbook/",
    "handbook/alias/",
    "handbook/first-record/",
    "handbook/write-procedures/",
    "incubators/compare/",
    "loans/compare/",
    "policies/",
    "policies/startup-loan-2020/",
    "privacy/",
    "procedures/startup-loan-personal/notice/",
    "policies/?audience=高校毕业生&status=有效",
    "search/?q=贷款",
    "search/?q=火星移民补贴",
    "sitemap/",
    "standard/",
    "timeline/",
]
# The thirtieth card has the colours of the third.
_THIN = """document.querySelectorAll("ul, ol, dl, tbody").forEach((list) =>
  [...list.children].slice(6).forEach((item) => item.remove()))"""
_CARE = "document.documentElement.toggleAttribute('data-care', true)"


@pytest.fixture(scope="session")
def axe() -> str:
    """Return axe-core's script."""
    return script()


@pytest.fixture(scope="session")
def phone(browser: Browser) -> Iterator[Page]:
    """Return a phone on which one page after the other is opened."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    yield page
    page.close()


def in_all_versions(page: Page, axe: str) -> list[str]:
    """Return what is wrong in light and dark, and in 关怀版, where the contrast must be 7:1."""
    found = violations(page, axe, but="color-contrast")
    page.evaluate(_THIN)
    found += contrast_violations(page)
    _switch(page, "dark", "slate")
    found += contrast_violations(page)
    page.evaluate(_CARE)
    found += contrast_violations(page, enhanced=True)
    _switch(page, "light", "default")
    page.evaluate(_CARE)  # a page that hears of another scheme begins with what it remembers
    return found + contrast_violations(page, enhanced=True)


def _switch(page: Page, asked: Literal["dark", "light"], scheme: str) -> None:
    """Ask for dark or light and wait until the page has heard of it."""
    page.emulate_media(color_scheme=asked)
    page.locator(f"html[data-md-color-scheme={scheme}]").wait_for()


@pytest.mark.parametrize("path", SINGLE)
def test_page_has_no_violation(phone: Page, address: str, axe: str, path: str) -> None:
    """Every page that is one of its kind passes."""
    phone.goto(address + path)
    if "?" in path:  # what is found comes later
        phone.wait_for_load_state("networkidle")
    assert in_all_versions(phone, axe) == []


@pytest.mark.parametrize("kind", KINDS)
def test_record_has_no_violation(
    phone: Page, address: str, axe: str, catalogue: Catalogue, kind: str
) -> None:
    """The first record of every kind passes."""
    phone.goto(address + catalogue.of(kind)[0].path)
    assert in_all_versions(phone, axe) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_suggestions_and_filters_have_no_violation(
    browser: Browser, address: str, axe: str, width: int, scheme: Scheme
) -> None:
    """Neither open filters nor open suggestions with one of them chosen break a rule."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(f"{address}search/?q=贷款")
    page.wait_for_load_state("networkidle")
    if width < 960:
        page.locator(".finder__toggle").click()
        page.locator("summary", has_text="类别").click()
    page.get_by_role("checkbox", name="政策").check()
    found = violations(page, axe)
    if width < 960:
        page.locator(".finder__toggle").click()
    page.locator("#page-query").fill("担保")
    page.get_by_role("option", name="担保贷款", exact=True).wait_for()
    page.keyboard.press("ArrowDown")
    assert found + violations(page, axe) == []
    page.close()
