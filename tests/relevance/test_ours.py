"""Tests of asking a built site in Node, on a search of three files."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.relevance.ours import ask

SEARCH = """\
import { shown } from './shown.mjs'

/** @param {import('./never.mjs').Type} options */
export async function open(base, { fetch }) {
  const loaded = new Map()
  const load = async (name) => {
    if (!loaded.has(name)) loaded.set(name, await (await fetch(`${base}search/${name}.json`)).json())
    return loaded.get(name)
  }
  return {
    search: async (query, { limit }) => ({ results: shown(await load(query), limit) })
  }
}
"""
SHOWN = "export const shown = (paths, limit) => paths.slice(0, limit).map((url) => ({ url }))\n"


def _size(text: str) -> int:
    return min(len(text), len(gzip.compress(text.encode(), 6)))


@pytest.fixture
def small_site(tmp_path: Path) -> Path:
    """Return a site whose search answers from a file a query."""
    (tmp_path / "assets/search").mkdir(parents=True)
    (tmp_path / "search").mkdir()
    (tmp_path / "assets/search/search.mjs").write_text(SEARCH)
    (tmp_path / "assets/search/shown.mjs").write_text(SHOWN)
    (tmp_path / "search/loan.json").write_text('["loans/a/", "faqs/b/"]')
    (tmp_path / "search/tax.json").write_text("[" + ", ".join(['"policies/c/"'] * 12) + "]")
    return tmp_path


def test_the_first_ten_paths_are_told(small_site: Path) -> None:
    """A result's address becomes the path of its record."""
    answers = ask(small_site, ["loan", "tax"])
    assert answers["loan"].paths == ("loans/a/", "faqs/b/")
    assert answers["tax"].paths == ("policies/c/",) * 10


def test_bytes_are_counted_compressed(small_site: Path) -> None:
    """The first query of a visit pays for the scripts; the next for what it loads anew."""
    loan, tax = ask(small_site, ["loan", "tax"]).values()
    assert loan.later == len('["loans/a/", "faqs/b/"]')  # too short to gain from compression
    assert loan.first - loan.later == tax.first - tax.later
    # Node's zlib and Python's differ by a few bytes.
    assert loan.first - loan.later == pytest.approx(_size(SEARCH) + _size(SHOWN), abs=8)
