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


def violations(page: Page, axe: str, *, but: str = "") -> list[str]:
    """Return the rules that the page breaks, with the first element that does, *but* for one."""
    page.evaluate(axe)
    return _broken(page, {"runOnly": TAGS, "rules": {but: {"enabled": False}} if but else {}})


def contrast_violations(page: Page, *, enhanced: bool = False) -> list[str]:
    """Return what is hard to read, or in 关怀版 to press, on a page that axe was asked about.

    Colours and sizes do not change what else axe looks at, so the other rules need not run again.
    """
    rules = ["color-contrast-enhanced", "target-size"] if enhanced else ["color-contrast"]
    return _broken(page, {"runOnly": {"type": "rule", "values": rules}})


def _broken(page: Page, options: dict[str, object]) -> list[str]:
    # Colours that still fade from one version to the other would be judged half-way.
    page.evaluate("new Promise(requestAnimationFrame)")
    page.evaluate("document.getAnimations().forEach((animation) => animation.finish())")
    options = {"resultTypes": ["violations"], **options}
    found = page.evaluate("(options) => axe.run(document, options)", options)["violations"]
    return [f"{page.url} {rule['id']}: {rule['nodes'][0]['html'][:120]}" for rule in found]
