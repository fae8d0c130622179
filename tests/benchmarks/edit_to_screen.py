"""How long it takes from saving a record until the browser shows it.

Run it with `python -m tests.benchmarks.edit_to_screen [--count 10000] [--edits 10]`; it needs the
browser of the tests. It starts `catalogue serve` on a repository of made records, opens a record in
Chromium, and saves it again and again: with a new title, then broken, then mended, each after a
random while, so that most edits come while the site of the one before is still being made. Timed
is what a person waits for: from the file being closed until the page has the title or the finding.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from time import time
from typing import Literal

from playwright.sync_api import Locator, Page, expect

from tests.benchmarks.many_records import write_project
from tests.chromium import chromium
from tests.repositories import SampleRepository
from tests.serving.preview import previewed

_PATIENCE = 600_000
_LONGEST = 15.0  # seconds from one edit to the next
# Every page tells its heading and when that was painted.
_TELL = """addEventListener("DOMContentLoaded", () => requestAnimationFrame(() => setTimeout(() =>
  painted(document.querySelector("h1")?.textContent ?? "", Date.now() / 1000))))"""
_LOOK = 200  # milliseconds between two looks at what pages told: who looks often is in the way


@contextmanager
def _opened(address: str, told: list[tuple[str, float]]) -> Iterator[Page]:
    with chromium() as browser:
        page = browser.new_page()
        page.expose_function("painted", lambda heading, moment: told.append((heading, moment)))
        page.add_init_script(_TELL)
        page.goto(address)
        yield page


def measure(count: int, edits: int) -> None:
    """Print the seconds until the first page, and the medians of the edits."""
    told: list[tuple[str, float]] = []
    with tempfile.TemporaryDirectory() as place:
        root = Path(place) / "project"
        write_project(root, count)
        SampleRepository(root).begin()
        begun = time()
        with previewed(root) as preview, _opened(preview.page, told) as page:
            expect(page).not_to_have_title("正在生成网站", timeout=_PATIENCE)
            print(f"{count} records, {time() - begun:.1f} s until the first page")
            _measure_edits(page, told, preview.record, edits)


def _measure_edits(page: Page, told: list[tuple[str, float]], record: Path, edits: int) -> None:
    good = record.read_text("utf-8")
    findings = page.locator("catalogue-live li").first
    seconds: defaultdict[str, list[float]] = defaultdict(list)
    pauses = Random(2001)
    for number in range(edits):
        text = good.replace("title: ", f"title: 第{number}次改", 1)
        steps: dict[str, tuple[str, Callable[[], float]]] = {
            "an edit": (text, partial(_painted, page, told, f"第{number}次改")),
            "a broken edit": (text.replace("region:", "regoin:"), partial(_waited, findings)),
            "a mend": (text, partial(_waited, findings, state="hidden")),
        }
        for name, (said, shown_at) in steps.items():
            page.wait_for_timeout(1000 * pauses.uniform(0, _LONGEST))
            begun = time()
            record.write_text(said, "utf-8")
            seconds[name].append(shown_at() - begun)
    for name, took in seconds.items():
        print(f"{name} is on the screen after {median(took):.2f} s, at most {max(took):.2f}")


def _painted(page: Page, told: list[tuple[str, float]], heading: str) -> float:
    """Wait until a page with such a heading was painted, and return when that was.

    Playwright's own waiting begins anew with every page, up to half a second later.
    """
    while not (moments := [moment for said, moment in told if heading in said]):
        page.wait_for_timeout(_LOOK)
    return moments[0]


def _waited(place: Locator, *, state: Literal["visible", "hidden"] = "visible") -> float:
    place.wait_for(state=state, timeout=_PATIENCE)
    return time()


def main() -> None:
    """Measure as the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--edits", type=int, default=10)
    given = parser.parse_args()
    measure(given.count, given.edits)


if __name__ == "__main__":
    main()
