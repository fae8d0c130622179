"""How long it takes from saving a record until the browser shows it.

Run it with `python -m tests.benchmarks.edit_to_screen [--count 10000] [--edits 10]`; it needs the
browser of the tests. It starts `catalogue serve` on a project of made records, opens a record in
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
from time import perf_counter, sleep

from playwright.sync_api import Page, expect

from tests.benchmarks.many_records import write_project
from tests.chromium import chromium
from tests.serving.preview import previewed

_PATIENCE = 600_000
_LONGEST = 15.0  # seconds from one edit to the next


@contextmanager
def _opened(address: str) -> Iterator[Page]:
    with chromium() as browser:
        page = browser.new_page()
        page.goto(address)
        yield page


def measure(count: int, edits: int) -> None:
    """Print the seconds until the first page, and the medians of the edits."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place) / "project"
        write_project(root, count)
        begun = perf_counter()
        with previewed(root) as preview, _opened(preview.page) as page:
            expect(page).not_to_have_title("正在生成网站", timeout=_PATIENCE)
            print(f"{count} records, {perf_counter() - begun:.1f} s until the first page")
            _measure_edits(page, preview.record, edits)


def _measure_edits(page: Page, record: Path, edits: int) -> None:
    good = record.read_text("utf-8")
    findings = page.locator("catalogue-live li").first
    seconds: defaultdict[str, list[float]] = defaultdict(list)
    pauses = Random(2001)
    for number in range(edits):
        text = good.replace("title: ", f"title: 第{number}次改", 1)
        # What is expected is looked for twice a second only; these look at every frame.
        title = page.locator("h1", has_text=f"第{number}次改")
        steps: dict[str, tuple[str, Callable[..., object]]] = {
            "an edit": (text, title.wait_for),
            "a broken edit": (text.replace("region:", "regoin:"), findings.wait_for),
            "a mend": (text, partial(findings.wait_for, state="hidden")),
        }
        for name, (said, is_shown) in steps.items():
            seconds[name].append(_timed(record, said, is_shown, pauses.uniform(0, _LONGEST)))
    for name, took in seconds.items():
        print(f"{name} is on the screen after {median(took):.2f} s, at most {max(took):.2f}")


def _timed(record: Path, text: str, is_shown: Callable[..., object], pause: float) -> float:
    """Save a record after a while, and return the seconds until the page shows it."""
    sleep(pause)
    begun = perf_counter()
    record.write_text(text, "utf-8")
    is_shown(timeout=_PATIENCE)
    return perf_counter() - begun


def main() -> None:
    """Measure as the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--edits", type=int, default=10)
    given = parser.parse_args()
    measure(given.count, given.edits)


if __name__ == "__main__":
    main()
