"""The answer to a query: readings tried from strict to loose, documents ranked.

Twin of `overrides/assets/search/search.mjs`; `tests/search/test_parity.py` compares them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from generators.catalogue import Catalogue
from generators.search.analysis import phrase_terms, runs, spaced
from generators.search.corrections import corrections
from generators.search.documents import Document, documents
from generators.search.filing import exact_term
from generators.search.index import Reader, opened
from generators.search.lexicon import Lexicon, lexicon
from generators.search.loose import covering
from generators.search.pinyin import syllables
from generators.search.query import Concept, Phrase, heard, in_sounds, in_words, reduced, typed
from generators.search.scoring import TONE_FACTORS

ENOUGH = 10
"""Where fewer are found as asked for, what is near is shown too, up to so many in all."""
_EXACT_TITLE = 1000.0
_SIMILAR = 0.5


@dataclass(frozen=True, slots=True)
class Hit:
    """A document found; *near* where it is not quite what was asked for."""

    document: Document
    score: float
    near: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """How many documents were found as asked for, the first of them, and what was meant."""

    total: int
    hits: tuple[Hit, ...]
    correction: str | None = None


@dataclass(frozen=True)
class Library:
    """What a query is asked of."""

    documents: Sequence[Document]
    lexicon: Lexicon
    reader: Reader

    def answer(self, query: str, *, kind: str | None = None, limit: int = 10) -> Answer:
        """Return the documents that have what *query* says, then what is near."""
        strict = self._strict(query)
        correction, near = self._near(query, strict)
        wanted = [h for h in strict if kind in (None, h.document.kind)]
        others = [h for h in near if kind in (None, h.document.kind)]
        hits = (*wanted, *others[: max(0, ENOUGH - len(wanted))])
        return Answer(len(wanted), hits[:limit], correction)

    def similar(self, title: str, *, kind: str | None = None, limit: int = 5) -> Answer:
        """Return the records whose titles have at least half of their pairs in common."""
        phrase = Phrase("", tuple(term for run in runs(title) for term in phrase_terms(run)))
        found = covering([(phrase,)], self.reader.levels, documents=len(self.documents))
        same_kind = (d for n in found if (d := self.documents[n]).kind == (kind or d.kind))
        hits = [Hit(d, round(_in_common(title, d.title), 3), near=True) for d in same_kind]
        close = [hit for hit in hits if hit.score >= _SIMILAR]
        close.sort(key=lambda hit: (-hit.score, hit.document.path))
        return Answer(0, tuple(close[:limit]))

    def _strict(self, query: str) -> list[Hit]:
        """Return what has all of a query; everything has all of an empty one."""
        if not runs(query):
            return [Hit(document, 0.0, near=False) for document in self.documents]
        for concepts in (
            typed(query, self.lexicon),
            reduced(query, self.lexicon),
            heard(query, self.lexicon),
            in_sounds(query, syllables()),
        ):
            if found := self._having(concepts):
                return self._ranked(found, query=query, near=False)
        return []

    def _near(self, query: str, strict: Sequence[Hit]) -> tuple[str | None, list[Hit]]:
        if len(strict) >= ENOUGH:
            return None, []
        concepts = in_words(query, self.lexicon)
        apart = self._ranked(self._having(concepts), near=True)
        meant, hits = (None, []) if strict or apart else self._corrected(query)
        some = covering(
            in_words(meant or query, self.lexicon),
            self.reader.levels,
            documents=len(self.documents),
        )
        near: dict[str, Hit] = {}
        for hit in (*apart, *hits, *self._ranked(some, near=True)):
            near.setdefault(hit.document.path, hit)
        known = {hit.document.path for hit in strict}
        return meant, [hit for path, hit in near.items() if path not in known]

    def _corrected(self, query: str) -> tuple[str | None, list[Hit]]:
        for meant in corrections(query, self.lexicon.phrases):
            if found := self._having(typed(meant, self.lexicon)):
                return meant, self._ranked(found, query=meant, near=True)
        return None, []

    def _having(self, concepts: Sequence[Concept]) -> dict[int, float]:
        """Return the documents that have every concept, each by its best phrase."""
        ways = [self._one_of(concept) for concept in concepts]
        everywhere = set.intersection(*map(set, ways)) if ways else set()
        return {
            number: sum(way[number] for way in ways)
            for number in everywhere
            if _bears_out(self.documents[number], concepts)
        }

    def _one_of(self, concept: Concept) -> dict[int, float]:
        best: dict[int, float] = {}
        for phrase in concept:
            for number, score in self.reader.find(phrase).items():
                best[number] = max(phrase.weight * score, best.get(number, 0.0))
        worth = self.reader.worth(concept[0])
        return {number: worth * score for number, score in best.items()}

    def _ranked(self, found: Mapping[int, float], *, query: str = "", near: bool) -> list[Hit]:
        exact = self.reader.levels(exact_term(query)) if query else {}
        scores = {
            n: round(score * TONE_FACTORS[self.documents[n].tone], 3) + _EXACT_TITLE * (n in exact)
            for n, score in found.items()
        }
        order = sorted(scores, key=lambda number: (-scores[number], number))
        return [Hit(self.documents[n], scores[n], near) for n in order]


def _bears_out(document: Document, concepts: Sequence[Concept]) -> bool:
    """Tell whether a document says what its terms promise."""
    said = _spaced(document.said)
    return all(any(spaced(phrase.text) in said for phrase in concept) for concept in concepts)


@lru_cache(maxsize=1 << 12)
def _spaced(text: str) -> str:
    return spaced(text)


def _in_common(one: str, other: str) -> float:
    """Return the share of two titles' pairs that both have (Dice's coefficient)."""
    first, second = (
        {t for run in runs(title) for t, _ in phrase_terms(run)} for title in (one, other)
    )
    return 2 * len(first & second) / (len(first) + len(second) or 1)


@contextmanager
def library(catalogue: Catalogue, *, cache: Path) -> Iterator[Library]:
    """Open the records of *catalogue* for questions, with an index kept in *cache*."""
    found = list(documents(catalogue))
    with opened(found, cache) as reader:
        yield Library(found, lexicon(catalogue, is_filed=reader.has), reader)
