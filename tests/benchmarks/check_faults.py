"""How long it takes to locate a fault in each of a thousand records, against clean ones.

Run it with `python -m tests.benchmarks.check_faults`; it prints medians and their ratio.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from generators.build.checking import check
from generators.diagnostics import render_text
from tests.samples import AS_OF, FAQ, content_folder

RECORDS = 1000
ROUNDS = 5
FAULTS = {
    "impossible date": ("updated_on: 2026-10-23", "updated_on: 2026-02-30"),
    "unknown term": ("topics: [创业担保贷款]", "topics: [创业担保贷]"),
    "missing field": ("owner: 融资服务科\n", ""),
    "broken YAML": ("region: 全国", "region：全国"),
}


def _folder(root: Path, old: str, new: str) -> Path:
    """Write the records; each has a title of its own, and the fault where there is one."""
    text = FAQ.replace(old, new)
    files = {
        f"faqs/a-{number}.yml": text.replace("利息", f"利息{number}") for number in range(RECORDS)
    }
    return content_folder(root, files)


def _seconds(folder: Path) -> tuple[float, int]:
    start = perf_counter()
    checked = check(folder, as_of=AS_OF)
    render_text(checked.findings, checked.line_of)
    located = sum(f.span.path.startswith("faqs/") for f in checked.findings)
    return perf_counter() - start, located


def measure() -> None:
    """Print a line a fault: seconds clean and faulty, their ratio, how many were located."""
    with tempfile.TemporaryDirectory() as place:
        clean = _folder(Path(place) / "clean", "", "")
        for number, (name, (old, new)) in enumerate(FAULTS.items()):
            faulty = _folder(Path(place) / str(number), old, new)
            # The two are measured in turn, so that a noisy machine disturbs both alike.
            pairs = [(_seconds(clean), _seconds(faulty)) for _ in range(ROUNDS)]
            base, slow = median(c for (c, _), _ in pairs), median(f for _, (f, _) in pairs)
            located = pairs[0][1][1]
            print(
                f"{name:16} {base:6.3f} s  {slow:6.3f} s  {slow / base:5.2f} x  {located} located"
            )


if __name__ == "__main__":
    measure()
