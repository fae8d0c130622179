"""Every term lies in one file, and only what changed is written anew."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from generators.catalogue import Catalogue
from generators.search import sharding
from generators.search.coding import coded
from generators.search.documents import Document
from generators.search.filing import fnv1a, said_as_one
from generators.search.gathering import gathered
from generators.search.sharding import Shards, sharded
from tests.search.browser import Question, answers
from tests.search.samples import document, write_index


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make terms common that ten documents have, and let no more than forty be so."""
    monkeypatch.setattr(sharding, "_LEAST", 10)
    monkeypatch.setattr(sharding, "_MOST", 40)


def _sharded(documents: Sequence[Document]) -> Shards:
    return sharded(gathered(documents), [fnv1a(said_as_one(one.title)) for one in documents])


def _tables(shards: Shards) -> list[dict[str, str]]:
    return [json.loads(data) for data in shards.files]


@pytest.mark.usefixtures("few")
def test_every_term_lies_where_its_plan_says(found: Sequence[Document]) -> None:
    """All postings and all titles are there, each once, in the file that a browser will ask."""
    postings, shards = gathered(found), _sharded(found)
    tables = [(number, table, table.pop("=", "")) for number, table in enumerate(_tables(shards))]
    lie = {key: number for number, table, _ in tables for key in table}
    homes = shards.plan.homes(postings.terms).tolist()
    assert lie == dict(zip(postings.terms, homes, strict=True))
    called = {fnv1a(said_as_one(one.title)) % shards.plan.hashed for one in found}
    assert {number for number, _, titles in tables if titles} == called
    texts = {key: text for table in _tables(shards) for key, text in table.items()}
    assert [texts[term] for term in postings.terms] == [*coded(postings)]


@pytest.mark.usefixtures("few")
def test_common_terms_lie_apart(found: Sequence[Document]) -> None:
    """The terms most documents have are alone in their files, but for titles and chance."""
    postings, shards = gathered(found), _sharded(found)
    assert 0 < len(shards.plan.common) <= 40
    commonest = postings.terms[postings.counts.argmax()]
    (home,) = shards.plan.homes([commonest]).tolist()
    assert home >= shards.plan.hashed
    assert len(_tables(shards)[home]) <= 3


@pytest.mark.usefixtures("few")
def test_common_terms_answer_as_others_do(
    catalogue: Catalogue, found: Sequence[Document], published: Path, tmp_path: Path
) -> None:
    """A browser finds the same where the terms it asks for lie apart."""
    apart = write_index(tmp_path, found, catalogue)
    queries = [one.title for one in found[::9]] + ["创业", "贷款 补贴", "dbdk", "培训 小微企业"]
    asked: list[Question] = [(query, {"limit": 20}) for query in queries]
    assert answers(apart, asked) == answers(published, asked)


def test_shards_are_as_long_as_wanted() -> None:
    """There are more shards where there is more to say, in few steps."""
    documents = [document(str(n), f"题目{n}", f"第{n}句话" * 9) for n in range(300)]
    assert len(_sharded(documents[:2]).files) == 1
    rows = int(gathered(documents).counts.sum())
    assert rows / 2 < len(_sharded(documents).files) * sharding.SHARD_ROWS <= rows * 1.1


def test_titles_tell_who_is_called_so() -> None:
    """A title is a gap and six digits of hash for every document, in the order of documents."""
    documents = [document("a", "创业贷款"), document("b", "别的"), document("c", "创业补贴")]
    (table,) = _tables(_sharded(documents))
    assert len(table["="]) == 3 * 7
    again = [documents[0], documents[1], replace(documents[2], title="创业贷款")]
    (same,) = _tables(_sharded(again))
    assert same["="][1:7] == same["="][15:]
    assert same["="][1:7] != same["="][8:14]
