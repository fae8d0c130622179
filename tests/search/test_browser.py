"""What the browser's search promises: titles, narrowing, pages, and a site that is renewed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, cast

import pytest

from generators.catalogue import Catalogue
from generators.search.documents import Document
from generators.sources import Entry
from tests.conftest import ROOT
from tests.node import run_module
from tests.search.browser import Question, answers
from tests.search.samples import document, write_index

_MODULE = (ROOT / "overrides/assets/search/search.mjs").as_uri()


def test_every_title_finds_its_record_first(catalogue: Catalogue, published: Path) -> None:
    """The exact title of a published record is answered with that record (国办秘函〔2019〕19号)."""
    entries = catalogue.published
    found = answers(published, [(entry.record.title, {}) for entry in entries])
    first = [answer["results"][0]["url"] for answer in found]
    assert first == [entry.path for entry in entries]


@pytest.mark.parametrize("length", [2, 3, 5, 9])
def test_parts_of_texts_find_their_records(
    found: Sequence[Document], published: Path, length: int
) -> None:
    """Some Han characters from anywhere in a record find that record, and not as near."""
    parts = [_part(one, length) for one in found]
    said = answers(published, [(part, {"limit": 1000}) for part in parts])
    missed = [
        (one.path, part)
        for one, part, answer in zip(found, parts, said, strict=True)
        if (one.path, False) not in [(r["url"], r["near"]) for r in answer["results"]]
    ]
    assert missed == []


def _part(one: Document, length: int) -> str:
    """Return so many Han characters from a place that differs between documents."""
    parts = re.findall(f"[\u4e00-\u9fff]{{{length}}}", f"{one.title}\n{one.text}")
    return str(parts[len(one.path) * 7 % len(parts)]) if parts else one.title


FACETS: dict[str, Callable[[Entry, Catalogue], Sequence[str]]] = {
    "kind": lambda entry, _: [entry.kind.name],
    "audience": lambda entry, _: entry.record.audiences,
    "topic": lambda entry, _: entry.record.topics,
    "region": lambda entry, _: [entry.record.region],
    "status": lambda entry, all_: [status.value] if (status := all_.status(entry)) else [],
    "area": lambda entry, _: [entry.record.service_area],
}


@pytest.mark.parametrize(
    "filters",
    [
        {},
        {"kind": ["policies"]},
        {"kind": ["policies", "procedures"], "audience": ["妇女"]},
        {"topic": ["创业担保贷款"], "status": ["有效", "报名中"], "region": ["示例市"]},
        {"area": ["创业融资"], "kind": ["mentors"]},
        {"topic": ["没有这个主题"]},
    ],
)
def test_facets_count_what_a_hand_would(
    catalogue: Catalogue, published: Path, filters: dict[str, list[str]]
) -> None:
    """A value's count is the records that have it and fit the filters of the other facets."""
    (answer,) = answers(published, [("", {"filters": filters, "limit": 1000})])
    fitting = _fitting(catalogue, filters)
    assert answer["total"] == len(fitting)
    assert {found["url"] for found in answer["results"]} == {entry.path for entry in fitting}
    counts = {
        (name, value["value"]): value["count"]
        for name, values in answer["facets"].items()
        for value in values
        if value["count"]
    }
    assert counts == _counted_by_hand(catalogue, filters)


def _fitting(catalogue: Catalogue, filters: dict[str, list[str]]) -> list[Entry]:
    return [
        entry
        for entry in catalogue.published
        if all({*values} & {*FACETS[name](entry, catalogue)} for name, values in filters.items())
    ]


def _counted_by_hand(
    catalogue: Catalogue, filters: dict[str, list[str]]
) -> dict[tuple[str, str], int]:
    counts: dict[tuple[str, str], int] = {}
    for name, values in FACETS.items():
        others = {other: wanted for other, wanted in filters.items() if other != name}
        for entry in _fitting(catalogue, others):
            for value in values(entry, catalogue):
                counts[name, value] = counts.get((name, value), 0) + 1
    return counts


def test_chosen_values_stay_to_be_taken_back(published: Path) -> None:
    """A value that is chosen is listed though nothing has it any more."""
    filters = {"kind": ["mentors"], "area": ["创业融资"], "topic": ["开业登记"]}
    (answer,) = answers(published, [("担保贷款", {"filters": filters})])
    chosen = {value["value"] for values in answer["facets"].values() for value in values}
    assert (answer["total"], answer["results"]) == (0, [])
    assert {"mentors"} <= chosen


@pytest.mark.parametrize("query", ["创业", "贷款 妇女", "残疾人免税", "dbdk", "创业担宝贷款", ""])
@pytest.mark.parametrize("filters", [{}, {"kind": ["policies", "faqs"]}])
def test_pages_have_each_document_once(
    published: Path, query: str, filters: dict[str, list[str]]
) -> None:
    """Pages one after another are the whole list, with and without filters."""
    (whole,) = answers(published, [(query, {"filters": filters, "limit": 1000})])
    urls = [found["url"] for found in whole["results"]]
    assert len(set(urls)) == len(urls)
    limits = (2, 7)
    pages: list[Question] = [
        (query, {"filters": filters, "limit": limit, "offset": offset, "isCounted": False})
        for limit in limits
        for offset in range(0, len(urls) + limit, limit)
    ]
    paged = [found["url"] for page in answers(published, pages) for found in page["results"]]
    assert paged == urls * len(limits)


def _run(steps: str, folder: Path) -> Any:
    """Run steps of JavaScript that put what happens into `said`; `files` reads the disk."""
    source = f"""
import {{readFile}} from 'node:fs/promises'
import {{open}} from '{_MODULE}'
const said = []
const missing = () => new Response('', {{status: 404}})
const files = (folder) => async (address) =>
  readFile(folder + address).then((body) => new Response(body), missing)
const titles = (answer) => answer.results.map((found) => found.title)
{steps}
console.log(JSON.stringify(said))
"""
    return run_module(source, folder)


@pytest.fixture
def renewed(tmp_path: Path, catalogue: Catalogue) -> str:
    """Return JavaScript with a site that serves the folder `at`, which was renewed."""
    for name in ("old", "new"):
        one = document("a", f"{name} title", "贷款")
        write_index(tmp_path / name / "s", [one, document("b", "other")], catalogue)
    root = json.dumps(f"{tmp_path}/")
    return f"""
let at = 'old'
const asked = []
const fetch = (address) => {{
  asked.push(address)
  return files({root} + at)(address)
}}
const index = await open('/s/', {{fetch}})
"""


def test_vanished_index_is_opened_anew(tmp_path: Path, renewed: str) -> None:
    """Where the site has a newer index, questions under way and later ones are answered by it."""
    steps = f"""{renewed}
at = 'new'
said.push(...(await Promise.all([index.search('贷款'), index.search('贷款')])).map(titles))
said.push(titles(await index.search('other')))
said.push(asked.filter((address) => address.endsWith('manifest.json')).length)
"""
    assert _run(steps, tmp_path) == [["new title"], ["new title"], ["other"], 3]


def test_file_that_is_missing_for_good_is_an_error(tmp_path: Path, renewed: str) -> None:
    """Where the site has no newer index, a missing file rejects; the index is opened but once."""
    steps = f"""{renewed}
at = 'gone'
await index.search('贷款').catch((error) => said.push(error.message))
said.push(asked.filter((address) => address.endsWith('manifest.json')).length)
await open('/s/', {{fetch}}).catch((error) => said.push(error.message))
"""
    missing = "/s/search/manifest.json: 404"
    assert _run(steps, tmp_path) == [missing, 2, missing]


def test_failed_fetch_rejects_and_is_tried_again(tmp_path: Path, renewed: str) -> None:
    """A network that fails rejects the question, and answers the next one once it is back."""
    steps = f"""{renewed}
const offline = () => Promise.reject(new Error('offline'))
const weak = await open('/s/', {{fetch: (address) => (at === 'weak' ? offline() : fetch(address))}})
at = 'weak'
await weak.search('贷款').catch((error) => said.push(error.message))
at = 'old'
said.push(titles(await weak.search('贷款')))
"""
    assert _run(steps, tmp_path) == ["offline", ["old title"]]


def test_documents_in_traditional_characters_are_found(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    """What a record writes in traditional characters is found by either, phrases too."""
    base = write_index(tmp_path, [document("a", "書店", "創業擔保貸款")], catalogue)
    found = answers(base, [("创业担保贷款", {}), ("創業擔保貸款", {}), ("书店", {})])
    assert [(answer["total"], answer["results"][0]["title"]) for answer in found] == [
        (1, "書店")
    ] * 3


def test_what_is_typed_is_completed(tmp_path: Path, published: Path) -> None:
    """Suggested are phrases that begin with what is typed, and titles that have it."""
    root = json.dumps(f"{published}/")
    steps = f"""
const index = await open({root}, {{fetch: files('')}})
said.push(await index.suggest('创业担', {{limit: 3}}))
said.push(await index.suggest('', {{limit: 3}}))
"""
    some, none = _run(steps, tmp_path)
    assert some["phrases"][0] == "创业担保贷款"
    assert [title for title in some["titles"] if "创业担" not in title["title"]] == []
    assert len(some["titles"]) == 3
    assert none == {"phrases": [], "titles": []}


def test_newest_come_first_where_asked(published: Path, found: Sequence[Document]) -> None:
    """Sorted by day the same are found, the last published first; equals keep their order."""
    best, newest = answers(
        published, [("创业", {"limit": 1000}), ("创业", {"limit": 1000, "sort": "newest"})]
    )
    days = {one.path: one.published for one in found}
    order = {one.path: number for number, one in enumerate(found)}
    urls = [one["url"] for one in newest["results"]]
    assert urls == sorted(sorted(urls, key=order.__getitem__), key=days.__getitem__, reverse=True)
    assert sorted(urls) == sorted(one["url"] for one in best["results"])


def test_characters_of_known_terms_are_not_asked_for_alone(tmp_path: Path, published: Path) -> None:
    """A slip asks for the character that nobody writes, not for those beside it, which all do."""
    steps = """
const { Files } = await import('FILES')
const postings = Files.prototype.postings
Files.prototype.postings = function (term) {
  said.push(term)
  return postings.call(this, term)
}
await (await open('', {fetch: files('BASE/')})).search('创业旦保贷款', {isCounted: false})
"""
    steps = steps.replace("FILES", _MODULE.replace("search.mjs", "files.mjs"))
    asked = _run(steps.replace("BASE", str(published)), tmp_path)
    assert {term for term in asked if len(term) == 1} == {"旦"}


def test_example_for_programmers_works(tmp_path: Path, published: Path) -> None:
    """What DEVELOPING.md shows runs, and gives what it says."""
    (example,) = re.findall("```js\n(.*?)```", (ROOT / "DEVELOPING.md").read_text("utf-8"), re.S)
    example = example.replace("'./site/assets/search/search.mjs'", f"'{_MODULE}'")
    example = example.replace("'site/'", f"'{published}/'")
    shown = "[total, Object.keys(results[0]), Object.keys(facets), correction]"
    source = f"{example}\nconsole.log(JSON.stringify({shown}))"
    total, result, facets, correction = cast(list[Any], run_module(source, tmp_path))
    assert set(result) >= {"id", "kind", "title", "url", "score", "near"}
    assert (total > 0, facets, correction) == (True, list(FACETS), None)


def test_api_needs_nothing_that_a_strict_policy_forbids() -> None:
    """No module of the API makes code of text, starts a worker or needs WebAssembly."""
    forbidden = re.compile(
        r"\beval\b|\bFunction\(|\bWorker\b|WebAssembly|innerHTML|import\(['\"`]h"
    )
    modules = [ROOT / "overrides/assets/search/search.mjs"]
    for module in modules:
        text = module.read_text("utf-8")
        assert forbidden.search(text) is None, module
        named = re.findall(r"^import .*? from '(\./.*?)'", text, re.M)
        modules += [path for name in named if (path := module.parent / name) not in modules]
    assert len(modules) > 5
