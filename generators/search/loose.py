"""Which documents have enough of what is asked for, where none has all of it.

Twin of `covering` in `overrides/assets/search/matching.mjs`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from generators.search.query import Concept, Phrase
from generators.search.scoring import LEVELS, rarity

_ENOUGH = 0.1
"""How much of what the best document has a document must have."""
_LOUDEST = 3.0
"""What a term can tell at most: a rare one may be two ends of words that meet by chance."""

Levels = Callable[[str], Mapping[int, int]]
"""Returns the level of a term in each document that has it."""


@dataclass(slots=True)
class _Tally:
    """What documents have of a phrase or concept: what it tells, and their scores."""

    most: float = 0.0
    told: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    scores: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))


def covering(concepts: Sequence[Concept], levels: Levels, *, documents: int) -> Mapping[int, float]:
    """Return the score of every document that has enough of the concepts."""
    total = _Tally()
    for concept in concepts:
        best = _best([_tally(phrase, levels, documents) for phrase in concept])
        total.most += best.most
        for number in best.told:
            total.told[number] += best.told[number]
            total.scores[number] += best.scores[number]
    enough = _ENOUGH * max(total.told.values(), default=0.0)
    return {
        number: score * total.told[number] / total.most
        for number, score in total.scores.items()
        if total.told[number] >= enough
    }


def _tally(phrase: Phrase, levels: Levels, documents: int) -> _Tally:
    tally = _Tally()
    for found in _present(phrase, levels):
        tells = min(_LOUDEST, rarity(documents, len(found)))
        tally.most += tells
        for number, level in found.items():
            tally.told[number] += tells
            tally.scores[number] += phrase.weight * tells * level / LEVELS
    return tally


def _present(phrase: Phrase, levels: Levels) -> list[Mapping[int, int]]:
    """Return the levels of the phrase's terms, or of its characters where it has none of them."""
    found = [having for term, _ in phrase.terms if (having := levels(term))]
    return found or [having for unit in dict.fromkeys(phrase.text) if (having := levels(unit))]


def _best(ways: Sequence[_Tally]) -> _Tally:
    """Return the best of each way; other words are worth what is typed, be they longer or rarer."""
    best = _Tally(most=next((way.most for way in ways if way.most), 0.0))
    for way in ways:
        for number in way.told:
            worth = best.most / way.most
            best.told[number] = max(best.told[number], worth * way.told[number])
            best.scores[number] = max(best.scores[number], worth * way.scores[number])
    return best
