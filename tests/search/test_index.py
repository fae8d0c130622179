"""The index in the cache is brought up to date by what changed alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from generators.search import gathering
from generators.search.analysis import phrase_terms
from generators.search.documents import Document
from generators.search.gathering import filed
from generators.search.index import Reader, opened
from generators.search.long_terms import Frequent
from generators.search.query import Phrase
from generators.search.scoring import LEVELS
from tests.search.samples import document

OLD = [document(f"a{n}", f"第{n}问", "创业贷款，" * (n + 1)) for n in range(6)]


@pytest.fixture
def filings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the paths of the documents that are filed from now on."""
    paths: list[str] = []

    def noted(one: Document, frequent: Frequent) -> dict[str, int]:
        paths.append(one.path)
        return filed(one, frequent)

    monkeypatch.setattr(gathering, "filed", noted)
    return paths


def _phrase(text: str) -> Phrase:
    return Phrase(text, phrase_terms(text))


def _read(documents: Sequence[Document], cache: Path, text: str) -> dict[int, float]:
    with opened(documents, cache) as reader:
        return reader.find(_phrase(text))


def test_terms_are_found_with_their_levels(tmp_path: Path) -> None:
    """A term has a level in each document that has it; another term has none."""
    with opened(OLD, tmp_path) as reader:
        levels = reader.levels("贷款")
        assert list(levels) == list(range(6))
        assert sorted(set(levels.values())) == [levels[n] for n in range(6)]
        assert max(levels.values()) <= LEVELS
        assert (reader.levels("补贴"), reader.has("补贴"), reader.has("贷款")) == ({}, False, True)


def test_phrase_needs_its_terms_and_what_follows_them(tmp_path: Path) -> None:
    """A document is found that has all terms, each followed by the class that follows it."""
    said = ["创业担保贷款", "创业担保，保贷款", "创业贷款", "担保"]
    documents = [document(f"b{n}", "", text) for n, text in enumerate(said)]
    assert set(_read(documents, tmp_path, "担保贷款")) == {0}
    assert set(_read(documents, tmp_path, "担保")) == {0, 1, 3}
    assert _read(documents, tmp_path, "") == {}


def test_second_opening_files_nothing(tmp_path: Path, filings: list[str]) -> None:
    """What is as it was is not filed again."""
    first = _read(OLD, tmp_path, "创业贷款")
    assert filings == [one.path for one in OLD]
    filings.clear()
    assert _read(OLD, tmp_path, "创业贷款") == first
    assert filings == []


def test_only_what_changed_is_filed(tmp_path: Path, filings: list[str]) -> None:
    """A changed and a new document are filed; one that only moved or ended is not."""
    _read(OLD, tmp_path, "贷款")
    filings.clear()
    changed, new = replace(OLD[2], text="补贴"), document("new", "新问")
    ended = replace(OLD[3], status="已结束", tone="over")
    _read([new, changed, ended, *OLD[4:], *OLD[:2]], tmp_path, "贷款")
    assert sorted(filings) == ["faqs/a2/", "faqs/new/"]


@pytest.mark.parametrize(
    "changes", [{"title": "新题"}, {"keywords": "新词"}, {"aliases": ("新名",)}, {"text": "新文"}]
)
def test_every_part_of_a_document_counts(
    tmp_path: Path, filings: list[str], changes: dict[str, object]
) -> None:
    """Whatever is filed of a document, a change of it is seen."""
    _read(OLD, tmp_path, "贷款")
    filings.clear()
    _read([*OLD[:5], replace(OLD[5], **changes)], tmp_path, "贷款")  # type: ignore[arg-type]
    assert filings == ["faqs/a5/"]


def _everything(reader: Reader) -> object:
    found = [reader.find(_phrase(text)) for text in ("贷款", "创业贷款", "第1问", "补贴")]
    return found, [reader.has(term) for term in ("贷款", "补贴", "旧话")]


def test_updated_index_answers_as_a_new_one(tmp_path: Path) -> None:
    """Deleted documents vanish, from the rarity of terms too, and numbers are the new ones."""
    before = [*OLD, document("gone", "旧话", "贷款补贴"), replace(OLD[0], path="faqs/gone-2/")]
    after = [document("new", "新问", "贷款"), replace(OLD[3], text="补贴"), *OLD[4:], *OLD[:3]]
    with opened(before, tmp_path / "kept"):
        pass
    with opened(after, tmp_path / "kept") as kept, opened(after, tmp_path / "new") as new:
        assert _everything(kept) == _everything(new)
        assert set(kept.find(_phrase("贷款"))) == {0, 2, 3, 4, 5, 6}


def test_two_may_read_at_once(tmp_path: Path) -> None:
    """An index that is open stays as it was while another opening changes it."""
    with opened(OLD, tmp_path) as first:
        before = first.levels("创业")
        with opened(OLD[:2], tmp_path) as second:
            assert set(second.levels("贷款")) == {0, 1}
        assert before == first.levels("创业")
        assert set(first.levels("贷款")) == set(range(6))


def test_no_documents_no_answers(tmp_path: Path) -> None:
    """An empty catalogue can be asked too."""
    assert _read([], tmp_path, "贷款") == {}
    assert _read(OLD, tmp_path, "贷款") != {}
    assert _read([], tmp_path, "贷款") == {}
