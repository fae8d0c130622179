"""Material for MkDocs' own search, set up for Chinese as its manual says: `zh`, and jieba.

Where jieba is installed, Material's plugin tells the words of a Chinese text apart with it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page

from generators.catalogue import Catalogue
from generators.search.documents import documents
from tests.chromium import chromium
from tests.relevance.answers import Answer, Answers
from tests.relevance.peers.served import Served, serve
from tests.relevance.peers.words import PAGES, hand_written, keywords

_CONFIG = """\
site_name: Records
theme: {name: material, language: zh, font: false}
plugins:
  - search: {lang: zh}
"""
# What the theme's own script does when the search field is opened and typed into: hand the index
# and the language's files to the worker, then the text as it was typed.
_OPEN = """async () => {
  const config = JSON.parse(document.getElementById('__config').textContent)
  const base = new URL(config.base, location)
  const worker = new Worker(new URL(config.search, location))
  const told = (message) =>
    new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data.data)
      worker.postMessage(message)
    })
  const { config: search, docs } = await (await fetch(new URL('search/search_index.json', base))).json()
  await told({ type: 0, data: { config: search, docs, options: { suggest: false } } })
  window.ask = async (query) => {
    const { items } = await told({ type: 2, data: query })
    return items.slice(0, 10).map(([{ location }]) => location.replace(/#.*/, ''))
  }
}"""


def ask(site: Path, catalogue: Catalogue, queries: Sequence[str]) -> Answers:
    """Return what Material's search answers about the records, each a page of Markdown."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        _write_project(folder, catalogue)
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--config-file", str(folder / "mkdocs.yml")],
            check=True,
            capture_output=True,
        )
        with serve(folder / "site") as served, chromium() as browser:
            page = browser.new_page(locale="zh-CN")
            page.goto(served.address + hand_written()[0], wait_until="networkidle")
            return _answers(page, served, queries)


def _write_project(folder: Path, catalogue: Catalogue) -> None:
    words = keywords(catalogue)
    shutil.copytree(PAGES, folder / "docs")
    for document in documents(catalogue):
        file = folder / "docs" / f"{document.path.removesuffix('/')}.md"
        file.parent.mkdir(exist_ok=True)
        paragraphs = (f"# {document.title}", *document.text.split("\n"), words[document.path])
        file.write_text("\n\n".join(paragraphs), "utf-8")
    (folder / "mkdocs.yml").write_text(_CONFIG, "utf-8")


def _answers(page: Page, served: Served, queries: Sequence[str]) -> Answers:
    """Return the answers; all that is ever loaded is loaded before the first."""
    served.bytes_sent()
    page.evaluate(_OPEN)
    loaded = served.bytes_sent()
    return {
        query: Answer(tuple(page.evaluate("ask", query)), loaded, served.bytes_sent())
        for query in queries
    }
