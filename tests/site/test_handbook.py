"""The editors' handbook: complete, true to the tools, and not for the public's search."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from generators.commands import NAMES
from generators.records import KINDS
from generators.rules import RULES
from tests.conftest import ROOT

CHAPTERS = ("first-record", "review", "withdrawal")


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, str]:
    """Return the handbook's pages by the names of their folders."""
    files = (site / "handbook").rglob("index.html")
    return {file.parent.name: file.read_text("utf-8") for file in files}


def test_handbook_has_every_chapter_kind_and_fault(pages: dict[str, str]) -> None:
    """Each has a page, and the first page names them all."""
    named = {*CHAPTERS, *(f"write-{kind}" for kind in KINDS), *RULES}
    assert set(pages) == {"handbook", *named}
    assert [name for name in named if f"handbook/{name}/" not in pages["handbook"]] == []


def test_handbook_is_not_for_search(pages: dict[str, str], site: Path) -> None:
    """Neither search engines nor the site's own search nor the sitemap show it to the public."""
    assert [name for name, html in pages.items() if 'content="noindex"' not in html] == []
    assert "/handbook/" not in (site / "sitemap.xml").read_text("utf-8")
    shown = (file.read_text("utf-8") for file in (site / "search").rglob("*.json"))
    assert not any("handbook/" in text for text in shown)


def test_handbook_names_commands_that_exist(pages: dict[str, str]) -> None:
    """Every command of ours that an editor is told to type is one."""
    commands, targets = {*NAMES}, (ROOT / "Makefile").read_text()
    codes = [
        unescape(code)
        for html in pages.values()
        for code in re.findall(r"<code>(.+?)</code>", html, re.S)
    ]
    typed = [line for code in codes for line in code.splitlines()]
    for line in typed:
        if ours := re.match(r"(?:\.venv/bin/)?catalogue (\w+)", line):
            assert ours[1] in commands
        if made := re.match(r"make (\w+)", line):
            assert f"\n{made[1]}:" in targets


def test_example_is_shown_line_by_line(pages: dict[str, str]) -> None:
    """The example of a kind keeps its lines, so that it can be copied."""
    (example,) = re.findall(r'<pre class="annotated".*?</pre>', pages["write-faqs"], re.S)
    assert len(example.splitlines()) > 20
