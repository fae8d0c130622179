"""The figures of whole builds as `docs/benchmarks.md`."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import distributions

from tests.benchmarks.figures import PROMISED_AT, Figures, Ratio, middle, ratios

_PEERS = ("mkdocs-material", "hugo", "pagefind")
_HEAD = """# Benchmarks

Written by `make bench`; figures of another machine are others, ratios should not be. All builders
get the same made records in the same run, each in a fresh process: ours as YAML in a repository,
with forms to download, every page, list, feed, calendar, check, search index and audit; the others
as Markdown, with nothing but the page of each record. Memory is that of all processes together at
the peak, what they share counted once. Seconds and memory are medians. `TMPDIR=/dev/shm make
bench` writes to memory: where many files were deleted a moment ago, a disk with ext4 makes new
ones up to ten times as slowly.
"""


def report(figures: Figures, rounds: int) -> str:
    """Write what was measured, and which promises are kept."""
    return "\n".join((_HEAD, _where(rounds), "", *_costs(figures), *_ratios(ratios(figures))))


def _where(rounds: int) -> str:
    found = {one.name.lower(): one.version for one in distributions()}
    versions = ", ".join(f"{name} {found.get(name, 'not installed')}" for name in _PEERS)
    python = platform.python_version()
    return f"{os.cpu_count()} cores, Python {python}, {versions}; rounds: {rounds}."


def _costs(figures: Figures) -> Iterator[str]:
    for count, taken in figures.items():
        yield from (f"## {count:,} records", "")
        yield from _table(
            ("", "seconds", "MB of memory", "files", "MB on disk"),
            (
                (name, f"{c.seconds:.2f}", f"{c.peak:.0f}", f"{c.files:,}", f"{c.size / 1e6:.1f}")
                for name, c in ((name, middle(costs)) for name, costs in taken.items())
            ),
        )


def _ratios(found: Iterator[Ratio]) -> Iterator[str]:
    rows = [(r.name, _value(r), f"{_sign(r)} {r.limit:g}{r.unit}", _kept(r)) for r in found]
    if rows:
        yield from (f"## What is promised at {PROMISED_AT:,} records", "")
        yield from _table(("", "measured", "promised", ""), rows)


def _value(ratio: Ratio) -> str:
    return (
        f"{ratio.value:.0f}{ratio.unit}" if ratio.value > 99 else f"{ratio.value:.2f}{ratio.unit}"
    )


def _sign(ratio: Ratio) -> str:
    return "≥" if ratio.at_least else "≤"


def _kept(ratio: Ratio) -> str:
    return "kept" if ratio.holds else "**not kept**"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"| --- |{' ---: |' * (len(head) - 1)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""
