"""Pagefind, run over the pages of the built site."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser, Page

from generators.catalogue import Catalogue
from tests.chromium import chromium
from tests.relevance.answers import Answer, Answers, visits
from tests.relevance.peers.served import Served, serve
from tests.relevance.peers.words import hand_written, keywords

_ARTICLE = '<article class="md-content__inner'
_ASK = """async (query) => {
  const pagefind = await import(new URL('pagefind/pagefind.js', location).href)
  const found = await pagefind.search(query)
  const shown = await Promise.all(found.results.slice(0, 10).map((result) => result.data()))
  return shown.map((result) => new URL(result.url, location).pathname.slice(1))
}"""


def ask(site: Path, catalogue: Catalogue, queries: Sequence[str]) -> Answers:
    """Return what Pagefind answers about the records' pages and the hand-written ones."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        _copy_pages(site, folder, catalogue)
        subprocess.run(
            [sys.executable, "-m", "pagefind", "--site", place], check=True, capture_output=True
        )
        (folder / "ask.html").write_text('<!doctype html><html lang="zh-CN"><title>Ask</title>')
        with serve(folder) as served, chromium() as browser:
            return dict(_answers(browser, served, queries))


def _copy_pages(site: Path, folder: Path, catalogue: Catalogue) -> None:
    """Copy the pages that are searched, their article marked and the records' keywords in it."""
    said = {**dict.fromkeys(hand_written(), ""), **keywords(catalogue)}
    for path, words in said.items():
        page = (site / path / "index.html").read_text("utf-8")
        marked = page.replace(_ARTICLE, _ARTICLE.replace(" ", " data-pagefind-body ", 1), 1)
        assert marked != page, f"{path}: the article is not where it was"
        (folder / path).mkdir(parents=True)
        written = marked.replace("</article>", f"<p>{words}</p></article>", 1)
        (folder / path / "index.html").write_text(written, "utf-8")


def _answers(
    browser: Browser, served: Served, queries: Sequence[str]
) -> Iterator[tuple[str, Answer]]:
    """Yield the answers, each from a visit of two queries with nothing in the browser's cache."""
    first: dict[str, tuple[tuple[str, ...], int]] = {}
    later: dict[str, int] = {}
    for query, following in visits(queries):
        page = browser.new_page(locale="zh-CN")
        page.goto(f"{served.address}ask.html")
        served.bytes_sent()
        first[query] = _paths(page, query), served.bytes_sent()
        _paths(page, following)
        later[following] = served.bytes_sent()
        page.close()
    for query in queries:
        yield query, Answer(*first[query], later[query])


def _paths(page: Page, query: str) -> tuple[str, ...]:
    return tuple(page.evaluate(_ASK, query))
