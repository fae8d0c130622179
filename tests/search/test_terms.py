"""Terms after an edit: brought up to date, they are those that are gathered anew."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.search import gathering, sharding, terms
from generators.search.documents import Document
from generators.search.terms import Terms, terms_of
from tests.search.samples import document

_WORDS = ("创业担保贷款", "创业", "贷款贴息", "SYB 培训", "")
_documents = st.lists(
    st.builds(
        document, st.sampled_from("abcdefgh"), st.sampled_from(_WORDS), st.sampled_from(_WORDS)
    ),
    unique_by=lambda one: one.path,
    max_size=8,
)


@pytest.fixture(scope="module", autouse=True)
def many() -> object:
    """Bring up to date however much has changed; few rows are many, and few documents frequent."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(terms, "_FEW", 1.0)
        patch.setattr(sharding, "SHARD_ROWS", 8)
        patch.setattr(sharding, "_LEAST", 3)
        patch.setattr(gathering, "FREQUENT", 3)
        yield


def _bytes(some: Terms) -> object:
    postings = some.postings
    rows = postings.counts.tolist(), postings.rows.tolist()
    return some.told, some.titles, postings.terms, rows, some.frequent, some.shards


@given(before=_documents, after=_documents)
def test_edited_terms_are_those_of_the_documents(
    before: list[Document], after: list[Document]
) -> None:
    """Whatever was added, changed, moved or deleted, the result is as if gathered anew."""
    assert _bytes(terms_of(after, terms_of(before))) == _bytes(terms_of(after))


def test_edits_of_own_documents(found: Sequence[Document]) -> None:
    """Edit after edit, kept on the disk between them, all stays as if gathered anew."""
    documents, kept = list(found), terms_of(found)
    for number in (7, 70, 130):
        documents[number] = replace(documents[number], title=f"第{number}次改", keywords="新词")
        kept = terms_of(documents, pickle.loads(pickle.dumps(kept)))
        assert _bytes(kept) == _bytes(terms_of(documents))


def test_nothing_changed_is_the_same(found: Sequence[Document]) -> None:
    """Terms are not made again for documents that only ended or have other links."""
    kept = terms_of(found)
    assert terms_of([replace(one, tone="over", links=()) for one in found], kept) is kept
