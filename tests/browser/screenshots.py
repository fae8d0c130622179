"""Take the screenshots of the documentation: `python -m tests.browser.screenshots SITE FOLDER`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PAGES = {
    "home": "index.html",
    "policy": "policies/startup-loan-2023/index.html",
    "procedure": "procedures/startup-loan-personal/index.html",
    "events": "events/index.html",
}
SIZES = {390: 844, 1280: 900}


def take(site: Path, folder: Path) -> None:
    """Write `<page>-<width>.png` for every page and size: what one sees without scrolling."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for width, height in SIZES.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            for name, path in PAGES.items():
                page.goto((site / path).resolve().as_uri())
                page.screenshot(path=folder / f"{name}-{width}.png")
        browser.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]), Path(sys.argv[2]))
