"""axe-core's verdict on a page."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from tests.npm import npm_packages

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def script() -> str:
    """Return axe-core's script."""
    folder = npm_packages(Path(__file__).parent)
    return (folder / "node_modules/axe-core/axe.min.js").read_text("utf-8")


def violations(page: Page, axe: str, *further_rules: str) -> list[str]:
    """Return the rules that the page breaks, with the first element that does."""
    page.evaluate(axe)
    options = {"runOnly": TAGS, "rules": {rule: {"enabled": True} for rule in further_rules}}
    found = page.evaluate("(options) => axe.run(document, options)", options)["violations"]
    return [f"{page.url} {rule['id']}: {rule['nodes'][0]['html'][:120]}" for rule in found]
