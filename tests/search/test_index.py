"""Whoosh: the index in the cache and its answers."""

from __future__ import annotations

from pathlib import Path

from generators.catalogue import Catalogue
from generators.search.documents import Document, documents
from generators.search.index import search


def _document(path: str, title: str, text: str = "", kind: str = "policies") -> Document:
    return Document(path, kind, "政策", title, "", "", "", text)


def test_titles_outweigh_texts(tmp_path: Path) -> None:
    """A word in a title counts more than the same word in a text."""
    found = [_document("a/", "别的事", "场租补贴"), _document("b/", "场租补贴", "别的事")]
    hits = search(found, "场租补贴", cache=tmp_path, kind=None, limit=10)
    assert [hit.path for hit in hits] == ["b/", "a/"]


def test_all_terms_must_be_there(tmp_path: Path) -> None:
    """A document that has only a part of the query is not an answer."""
    found = [_document("a/", "创业补贴"), _document("b/", "创业贷款")]
    hits = search(found, "创业贷款", cache=tmp_path, kind=None, limit=10)
    assert [hit.path for hit in hits] == ["b/"]


def test_kind_limits_the_answers(tmp_path: Path) -> None:
    """With a kind only its records answer."""
    found = [_document("a/", "创业"), _document("b/", "创业", kind="faqs")]
    hits = search(found, "创业", cache=tmp_path, kind="faqs", limit=10)
    assert [hit.path for hit in hits] == ["b/"]


def test_question_without_terms_has_no_answer(tmp_path: Path) -> None:
    """Punctuation alone finds nothing."""
    assert search([_document("a/", "创业")], "？！", cache=tmp_path, kind=None, limit=10) == []


def test_changed_documents_get_an_index_of_their_own(tmp_path: Path) -> None:
    """A stale index is never asked, and does not pile up in the cache."""
    search([_document("a/", "创业")], "创业", cache=tmp_path, kind=None, limit=1)
    hits = search([_document("b/", "创业")], "创业", cache=tmp_path, kind=None, limit=1)
    assert [hit.path for hit in hits] == ["b/"]
    assert len(list((tmp_path / "whoosh").iterdir())) == 1


def test_every_title_finds_its_record(catalogue: Catalogue, tmp_path: Path) -> None:
    """On the project's content every title is answered with its record among the first ten."""
    found = list(documents(catalogue))
    for document in found[::6]:
        hits = search(found, document.title, cache=tmp_path, kind=None, limit=10)
        assert document.path in [hit.path for hit in hits]
