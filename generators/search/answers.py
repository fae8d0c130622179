"""The answer to a query: readings tried from strict to loose, documents ranked.

Twin of `overrides/assets/search/search.mjs`; `tests/search/test_parity.py` compares them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from generators.catalogue import Catalogue
from generators.search.analysis import phrase_terms, runs, spaced
from generators.search.corrections import corrections
from generators.search.documents import Document, documents
from generators.search.filing import exact_term
from generators.search.index import Reader, opened
from generators.search.lending import AMONG_FOUND, SOURCES, TO_NEAR, lent
from generators.search.lexicon import Lexicon, lexicon
from generators.search.loose import covering
from generators.search.pinyin import syllables
from generators.search.query import Concept, Phrase, heard, in_sounds, in_words, reduced, typed
from generators.search.ranking import Ranking
from generators.search.scoring import TONE_FACTORS

ENOUGH = 10
"""Where fewer are found as asked for, what is near is shown too, up to so many in all."""
_EXACT_TITLE = 1000.0
_WHOLE = 0.3
"""What part of its score counts for a near one that has all that was meant."""
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
        wanted = [h for h in self._hits(strict, near=False) if kind in (None, h.document.kind)]
        others = [h for h in self._hits(near, near=True) if kind in (None, h.document.kind)]
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

    def _hits(self, ranking: Ranking, *, near: bool) -> list[Hit]:
        return [
            Hit(self.documents[n], score + _EXACT_TITLE * (n in ranking.exact), near)
            for n, score in ranking.first()
        ]

    def _strict(self, query: str) -> Ranking:
        """Return what has all of a query; everything has all of an empty one."""
        if not runs(query):
            return Ranking(dict.fromkeys(range(len(self.documents)), 0.0))
        for concepts in (
            typed(query, self.lexicon),
            reduced(query, self.lexicon),
            heard(query, self.lexicon),
            in_sounds(query, syllables(), self.lexicon.frequent),
        ):
            if found := self._having(concepts):
                return self._ranked(found, query)
        return Ranking()

    def _near(self, query: str, strict: Ranking) -> tuple[str | None, Ranking]:
        if len(strict.scores) >= ENOUGH:
            return None, Ranking()
        words = in_words(query, self.lexicon)
        whole = self._ranked(self._having(words))
        meant = None
        # Words that all are known, if in no one document, are no slips.
        if not strict.scores and not whole.scores and not all(map(self._one_of, words)):
            meant, whole = self._corrected(query)
            words = in_words(meant or query, self.lexicon)
        some = covering(words, self.reader.levels, documents=len(self.documents))
        near = dict(self._toned(some))
        for number, score in whole.first(ENOUGH):
            near[number] = near.get(number, 0.0) + _WHOLE * score
        return meant, self._with_linked(Ranking(near, whole.exact).without(strict), strict)

    def _with_linked(self, near: Ranking, strict: Ranking) -> Ranking:
        """Return near ones, and those that the best of all are linked with."""
        best = [*strict.first(SOURCES), *near.first(SOURCES)][:SOURCES]
        loans = self._lent(best, share=TO_NEAR)
        scores = {
            number: round(near.scores.get(number, 0.0) + loans.get(number, 0.0), 3)
            for number in near.scores.keys() | loans.keys()
        }
        return Ranking(scores, near.exact).without(strict)

    def _corrected(self, query: str) -> tuple[str | None, Ranking]:
        for meant in corrections(query, self.lexicon.phrases):
            if found := self._having(typed(meant, self.lexicon)):
                return meant, self._ranked(found, meant)
        return None, Ranking()

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

    def _ranked(self, found: Mapping[int, float], query: str = "") -> Ranking:
        """Rank what was found; what the best are linked with comes before its equals."""
        exact = self.reader.levels(exact_term(query)) if query else {}
        own = Ranking(self._toned(found), frozenset(exact.keys() & found.keys()))
        loans = self._lent(own.first(SOURCES), share=AMONG_FOUND)
        scores = {n: round(score + loans.get(n, 0.0), 3) for n, score in own.scores.items()}
        return Ranking(scores, own.exact)

    def _lent(self, best: Iterable[tuple[int, float]], *, share: float) -> Mapping[int, float]:
        return self._toned(lent(best, self._links, share=share))

    def _links(self, number: int) -> list[int]:
        paths = self.documents[number].links
        return [self._numbers[path] for path in paths if path in self._numbers]

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {document.path: number for number, document in enumerate(self.documents)}

    def _toned(self, scores: Mapping[int, float]) -> Mapping[int, float]:
        """Return scores of which those are lower that help less now."""
        return {n: round(s * TONE_FACTORS[self.documents[n].tone], 3) for n, s in scores.items()}


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
        words = lexicon(catalogue, found, is_filed=reader.has, frequent=reader.frequent)
        yield Library(found, words, reader)
