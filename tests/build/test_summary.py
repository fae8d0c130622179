"""The summary of a build, word for word."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generators.build.checking import Checked
from generators.build.flow import Built
from generators.build.progress import Stage
from generators.build.store import Tally
from generators.build.summary import summary
from generators.build.writer import Written
from generators.catalogue import Catalogue
from generators.diagnostics import Diagnostic, Severity, Span

_TOOK = {Stage.CHECK: 1.04, Stage.RENDER: 6.0}


@pytest.fixture
def built(catalogue: Catalogue) -> Built:
    """Return a build with two warnings."""
    warning = Diagnostic("stale-section", "旧了", Span("a.yml"), Severity.WARNING)
    checked = Checked(catalogue, (warning, warning), lambda path, number: None, {})
    written = Written(12_431, pages=9000, changed=12, removed=3)
    return Built(checked, len(catalogue.entries), written=written, tally=Tally(29_998, made=2))


def test_summary_of_a_site(built: Built) -> None:
    """Records, pages, findings, seconds a stage."""
    assert summary(built, Path("/web/site"), _TOOK) == (
        "网站好了：/web/site\n"
        f"  记录  {built.records} 条\n"
        "  页面  9,000 个，连同其他文件 12,431 个；新写了 12 个文件，删了 3 个\n"
        "  问题  2 个警告\n"
        "  缓存  用上了 29,998 项，新做了 2 项\n"
        "  用时  7.0 秒：检查内容 1.0，生成文件 6.0\n"
    )


def test_summary_where_nothing_changed(built: Built) -> None:
    """A site that stays as it was is said to."""
    same = replace(built, written=Written(5, pages=3, changed=0, removed=0), tally=None)
    said = summary(same, Path("site"), {})
    assert "  页面  3 个，连同其他文件 5 个；和上次一样\n" in said
    assert said.endswith("  缓存  什么都没有变，全部用上了\n")


def test_summary_of_a_refusal(built: Built) -> None:
    """Where nothing was published the site is said to be the old one."""
    checked = Checked(None, (Diagnostic("bad-id", "错了", Span("a.yml")),), lambda *_: None, {})
    refused = Built(checked, refusal="内容有错误")
    assert summary(refused, Path("site"), {Stage.CHECK: 0.5}) == (
        "没有发布，site 还是原来的。\n  问题  1 个错误\n  用时  0.5 秒：检查内容 0.5\n"
    )
