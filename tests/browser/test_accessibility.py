"""axe-core finds nothing on any kind of page, in light and in dark, on a phone."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from generators.records import KINDS
from tests.npm import npm_packages

Scheme = Literal["light", "dark"]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SINGLE = [
    "",
    "404.html",
    "audiences/graduates/",
    "complaints/",
    "handbook/alias/",
    "policies/startup-loan-2020/",
    "privacy/",
    "search/?q=贷款",
    "sitemap/",
]


@pytest.fixture(scope="session")
def axe() -> str:
    """Return axe-core's script."""
    folder = npm_packages(Path(__file__).parent)
    return (folder / "node_modules/axe-core/axe.min.js").read_text("utf-8")


def _violations(page: Page, axe: str) -> list[str]:
    """Return the rules that the page breaks, with the first element that does."""
    page.evaluate(axe)
    found = page.evaluate("(tags) => axe.run(document, {runOnly: tags})", TAGS)["violations"]
    return [f"{page.url} {rule['id']}: {rule['nodes'][0]['html'][:120]}" for rule in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", SINGLE)
def test_page_has_no_violation(
    browser: Browser, address: str, axe: str, path: str, scheme: Scheme
) -> None:
    """Every page that is one of its kind passes."""
    page = browser.new_page(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    page.goto(address + path)
    page.wait_for_load_state("networkidle")
    assert _violations(page, axe) == []
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_list_and_record_have_no_violation(
    browser: Browser, address: str, axe: str, kind: str, scheme: Scheme
) -> None:
    """The list of every kind and its first record pass."""
    page = browser.new_page(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    page.goto(f"{address}{kind}/")
    found = _violations(page, axe)
    page.locator(".card__title a").first.click()
    page.wait_for_load_state("load")
    assert found + _violations(page, axe) == []
    page.close()
