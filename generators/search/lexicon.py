"""The words search knows: what means the same, what may be left out, what may be suggested."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, permutations

from generators.catalogue import Catalogue
from generators.search.analysis import phrase_terms, runs
from generators.search.documents import PAGE, Document
from generators.search.long_terms import NONE, Frequent
from generators.search.pinyin import spelling

PHRASES = 2000
"""How many phrases a browser may have to load; vocabularies come first, titles last."""


@dataclass(frozen=True)
class Lexicon:
    """Words as they are compared; *phrases* as they are shown.

    *others* are what documents may say instead of a word, in order. Of *frequent* pairs
    longer terms are asked for.
    """

    others: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ignored: frozenset[str] = frozenset()
    phrases: tuple[str, ...] = ()
    frequent: Frequent = NONE

    @cached_property
    def spelling(self) -> tuple[str, ...]:
        """Return the pinyin of every phrase, a space between syllables; empty if not all Han."""
        return tuple(spelling(plain(phrase)) for phrase in self.phrases)

    @cached_property
    def longest(self) -> int:
        """Return the length of the longest word known."""
        return max(map(len, (*self.others, *self.ignored)), default=0)

    def spoken(self) -> dict[str, object]:
        """Return what a browser needs to understand a query, each group written but once.

        *alike* are words that mean each other, and more that mean all of them; *named* are words,
        and what means them but not the other way round.
        """
        groups, alone = _alike(self.others)
        alike = {" ".join(group): " ".join(alone.pop(group, ())) for group in groups}
        named = {" ".join(meant): " ".join(words) for meant, words in alone.items()}
        return {"alike": alike, "named": named, "ignored": sorted(self.ignored)}


_Words = tuple[str, ...]


def _alike(others: Mapping[str, _Words]) -> tuple[list[_Words], dict[_Words, list[str]]]:
    """Return the groups of words that mean each other, then who else means which words."""
    near: defaultdict[_Words, list[str]] = defaultdict(list)
    for word, meant in others.items():
        near[tuple(sorted((word, *meant)))].append(word)
    groups = [group for group, words in near.items() if len(words) == len(group)]
    told = {*chain.from_iterable(groups)}
    alone: defaultdict[_Words, list[str]] = defaultdict(list)
    for word, meant in others.items():
        if word not in told:
            alone[meant].append(word)
    return groups, alone


def lexicon(
    catalogue: Catalogue,
    documents: Sequence[Document],
    *,
    is_filed: Callable[[str], bool],
    frequent: Frequent = NONE,
) -> Lexicon:
    """Gather the words of a catalogue and its documents; *is_filed* tells whether one has a term."""
    return Lexicon(
        others=_others(catalogue, is_filed),
        ignored=frozenset(map(plain, catalogue.synonyms.ignored)),
        phrases=_phrases(catalogue, documents),
        frequent=frequent,
    )


def _others(catalogue: Catalogue, is_filed: Callable[[str], bool]) -> Mapping[str, tuple[str, ...]]:
    """Return what is worth asking for in place of each word: what documents may have."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for word, other in _same(catalogue):
        known = found[plain(word)]
        if plain(other) != plain(word) and all(is_filed(t) for t, _ in phrase_terms(plain(other))):
            known[plain(other)] = None
    return {word: tuple(sorted(others)) for word, others in found.items()}


def _same(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield (word, what may be meant): both ways within a group, from an alias to its label."""
    for group in catalogue.synonyms.groups:
        yield from permutations(group, 2)
    for term in chain.from_iterable(catalogue.vocabularies.values()):
        yield from ((alias, term.label) for alias in term.aliases)


def plain(word: str) -> str:
    """Return a word as it is compared."""
    return "".join(runs(word))


def _phrases(catalogue: Catalogue, documents: Sequence[Document]) -> tuple[str, ...]:
    return _first(
        (term.label for terms in catalogue.vocabularies.values() for term in terms),
        (alias for terms in catalogue.vocabularies.values() for t in terms for alias in t.aliases),
        chain.from_iterable(catalogue.synonyms.groups),
        (alias for one in documents if one.kind != PAGE for alias in one.aliases),
        (one.title for one in documents if one.kind != PAGE),
    )


def _first(*sources: Iterable[str]) -> tuple[str, ...]:
    phrases: dict[str, None] = {}
    for phrase in chain.from_iterable(sources):
        phrases[phrase] = None
        if len(phrases) == PHRASES:
            break
    return tuple(phrases)
