"""What came of a build, in a few lines for whoever waited for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generators.build.flow import Built
from generators.build.progress import Stage
from generators.build.writer import Written
from generators.diagnostics import Diagnostic, Severity


def summary(built: Built, site: Path, seconds: Mapping[Stage, float]) -> str:
    """Say how much there is of everything, and how long each stage took."""
    return "\n".join(_lines(built, site, seconds)) + "\n"


def _lines(built: Built, site: Path, seconds: Mapping[Stage, float]) -> Iterator[str]:
    yield f"没有发布，{site} 还是原来的。" if built.refusal else f"网站好了：{site}"
    written = built.written
    if built.records:
        yield f"  记录  {built.records:,} 条"
    if not built.refusal:
        yield f"  页面  {written.pages:,} 个，连同其他文件 {written.files:,} 个；{changes_in(written)}"
    yield f"  问题  {_counted(built.checked.findings)}"
    if built.tally:
        yield f"  缓存  用上了 {built.tally.kept:,} 项，新做了 {built.tally.made:,} 项"
    elif not built.refusal:
        yield "  缓存  什么都没有变，全部用上了"
    if seconds:
        stages = "，".join(f"{stage} {took:.1f}" for stage, took in seconds.items())
        yield f"  用时  {sum(seconds.values()):.1f} 秒：{stages}"


def changes_in(written: Written) -> str:
    """Say what of a site is new."""
    if not written.changed and not written.removed:
        return "和上次一样"
    removed = f"，删了 {written.removed:,} 个" if written.removed else ""
    return f"新写了 {written.changed:,} 个文件{removed}"


def _counted(findings: Iterable[Diagnostic]) -> str:
    counts = Counter(finding.severity for finding in findings)
    return "、".join(f"{counts[s]} 个{s}" for s in Severity if counts[s]) or "没有"
