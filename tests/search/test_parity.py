"""The same answers in the terminal and in the browser, over the project's own records."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from generators.catalogue import Catalogue
from generators.search import gathering, index
from generators.search.answers import Answer, Library, library
from generators.search.documents import Document
from tests.relevance.queries import load
from tests.search.browser import Question, answers
from tests.search.samples import write_index

EVERYTHING, PAGE = 1000, 10
_SEED = 20231123
_LENGTHS = (1, 2, 2, 3, 3, 4, 5, 6, 8, 12, 20)
_BETWEEN = (" ", "", "怎么", "，", "的")


def _queries(documents: Sequence[Document]) -> list[str]:
    """Return what people ask, all titles, and parts of texts alone and in pairs."""
    chance = random.Random(_SEED)
    parts = [_part(chance, documents) for _ in range(250)]
    pairs = [
        _part(chance, documents)[:4] + chance.choice(_BETWEEN) + _part(chance, documents)[:4]
        for _ in range(150)
    ]
    asked = [query.text for query in load()]
    titles = [document.title for document in documents]
    return list(
        dict.fromkeys([*asked, *titles, *parts, *pairs, "", "，", "ＤＢＤＫ", "11月", "1月"])
    )


def _part(chance: random.Random, documents: Sequence[Document]) -> str:
    document = chance.choice(documents)
    text = chance.choice((document.title, document.keywords or document.title, document.text))
    length = chance.choice(_LENGTHS)
    start = chance.randrange(max(1, len(text) - length))
    return text[start : start + length]


Seen = tuple[int, str | None, list[tuple[str, str, bool]]]
"""How many were found, what was meant, and (kind, id, near) of what is shown."""


def _ours(answer: Answer) -> Seen:
    shown = [(h.document.kind, h.document.path.split("/")[1], h.near) for h in answer.hits]
    return answer.total, answer.correction, shown


def _theirs(answer: dict[str, Any]) -> Seen:
    shown = [(found["kind"], found["id"], found["near"]) for found in answer["results"]]
    return answer["total"], answer["correction"], shown


def _unlike(library: Library, base: Path, queries: Sequence[str], kind: str | None) -> list[str]:
    """Return what is not answered alike: all that is found, and the first page alone.

    A page counts what is on later ones without having read it: its total may be too high.
    """
    filters = {"kind": [kind]} if kind else {}
    options = [{"filters": filters, "limit": limit} for limit in (EVERYTHING, PAGE)]
    asked: list[Question] = [(query, option) for option in options for query in queries]
    found = [_theirs(answer) for answer in answers(base, asked)]
    pages = zip(queries, found[: len(queries)], found[len(queries) :], strict=True)
    return [
        f"{query!r}:\n  terminal {_first(ours)}\n  browser  {_first(whole)}\n  its page {page}"
        for query, whole, page in pages
        if whole != (ours := _ours(library.answer(query, kind=kind, limit=EVERYTHING)))
        or page[1:] != _first(ours)[1:]
    ]


def _first(seen: Seen) -> Seen:
    return seen[0], seen[1], seen[2][:PAGE]


def test_browser_and_terminal_answer_alike(
    shelves: Library, published: Path, found: Sequence[Document]
) -> None:
    """The first ten, all others, how many they are and what was meant are the same."""
    queries = _queries(found)
    assert len(queries) > 600
    unlike = _unlike(shelves, published, queries, None)
    assert unlike == [], "\n".join(unlike)


def test_browser_and_terminal_answer_alike_within_a_kind(
    shelves: Library, published: Path, found: Sequence[Document]
) -> None:
    """So they are where only one kind is asked for."""
    unlike = _unlike(shelves, published, _queries(found)[::3], "policies")
    assert unlike == [], "\n".join(unlike)


def test_browser_and_terminal_answer_alike_where_pairs_are_frequent(
    catalogue: Catalogue,
    found: Sequence[Document],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """So they are on a site so large that longer terms are asked for."""
    for module in (gathering, index):
        monkeypatch.setattr(module, "FREQUENT", 30)
    published = write_index(tmp_path / "site", found, catalogue)
    with library(catalogue, cache=tmp_path / "cache") as shelves:
        assert len(shelves.lexicon.frequent) > 100
        unlike = _unlike(shelves, published, _queries(found)[::3], None)
    assert unlike == [], "\n".join(unlike)
