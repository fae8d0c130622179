"""The browser's index: the same analysis in JavaScript, and complete answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generators.catalogue import Catalogue
from generators.search.analysis import query_terms
from generators.search.documents import Document, documents
from generators.search.shards import shard_of, shards
from tests.conftest import ROOT
from tests.node import run_module

SCRIPTS = ROOT / "overrides" / "assets" / "search"
QUERIES = [
    "担保贷款",
    "SYB培训",
    "财金〔2023〕75号",
    "税",
    "Ａb 12",
    "𠮷野家店",
    "é́創業",
    "12333",
    "",
]


def test_browser_has_the_same_terms_and_shards(tmp_path: Path) -> None:
    """Terms and shard numbers are equal in Python and JavaScript."""
    source = (
        f"import {{queryTerms, shardOf}} from '{(SCRIPTS / 'terms.mjs').as_uri()}'\n"
        f"const queries = {json.dumps(QUERIES)}\n"
        "const filed = queries.map((q) => queryTerms(q).map((t) => [t, shardOf(t, 97)]))\n"
        "console.log(JSON.stringify(filed))"
    )
    ours = [[[term, shard_of(term, 97)] for term in query_terms(query)] for query in QUERIES]
    assert run_module(source, tmp_path) == ours


def _ask(site: Path, queries: list[str], folder: Path) -> list[dict[str, object]]:
    """Ask the published index in Node, reading the site's files in place of fetching."""
    source = f"""
import {{readFile}} from 'node:fs/promises'
import {{open}} from '{(SCRIPTS / "search.mjs").as_uri()}'
const read = async (path) => JSON.parse(await readFile(path, 'utf8'))
const fetch = async (path) => ({{ok: true, json: () => read(path)}})
const index = await open({json.dumps(f"{site}/")}, {{fetch}})
const answers = []
for (const query of {json.dumps(queries)}) {{
  const {{total, results}} = await index.search(query, {{limit: 1000}})
  answers.push({{total, paths: results.map((r) => r.path)}})
}}
console.log(JSON.stringify(answers))
"""
    answers = run_module(source, folder)
    assert isinstance(answers, list)
    return answers


def test_every_title_finds_its_record_first(
    site: Path, catalogue: Catalogue, tmp_path: Path
) -> None:
    """An exact title is answered with its record among the first ten (国办秘函〔2019〕19号)."""
    entries = catalogue.published
    answers = _ask(site, [entry.record.title for entry in entries], tmp_path)
    late = [
        entry.record.title
        for entry, answer in zip(entries, answers, strict=True)
        if entry.path not in list(answer["paths"])[:10]  # type: ignore[call-overload]
    ]
    assert late == []


@pytest.mark.parametrize("length", [2, 3, 5, 9])
def test_parts_of_texts_find_their_records(
    site: Path, catalogue: Catalogue, tmp_path: Path, length: int
) -> None:
    """A part of a record's title or text finds that record."""
    found = list(documents(catalogue))
    parts = [_part(document, length) for document in found]
    answers = _ask(site, parts, tmp_path)
    missed = [
        (document.path, part)
        for document, part, answer in zip(found, parts, answers, strict=True)
        if document.path not in answer["paths"]  # type: ignore[operator]
    ]
    assert missed == []


def _part(document: Document, length: int) -> str:
    """Return a part of a text, from a place that differs between documents."""
    text = document.text.replace("\n", " ")
    start = len(document.path) * 7 % max(1, len(text) - length)
    part = text[start : start + length]
    return part if query_terms(part) else document.title[:length]


def test_ended_records_come_after_those_that_help(
    site: Path, catalogue: Catalogue, tmp_path: Path
) -> None:
    """The policy in force is above the three it replaced."""
    (answer,) = _ask(site, ["创业担保贷款"], tmp_path)
    paths = answer["paths"]
    assert isinstance(paths, list)
    assert paths.index("policies/startup-loan-2023/") < paths.index("policies/startup-loan-2020/")


def test_files_are_the_same_for_the_same_documents(catalogue: Catalogue) -> None:
    """The index is a function of the documents alone, and its folder of its bytes."""
    found = list(documents(catalogue))
    first, second = list(shards(found)), list(shards(found[:-1]))
    assert first == list(shards(found))
    assert first[1].path.split("/")[1] != second[1].path.split("/")[1]
