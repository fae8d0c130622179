"""Terms of more than two characters, in place of pairs that very many documents have.

After a frequent pair a document is also filed under each longer stretch that goes on from it, up to
the first pair that is not frequent. Who asks for such a stretch need not load the pairs in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generators.search.analysis import HAN, Term, is_han, phrase_terms
from generators.search.filing import mark

FREQUENT = 1 << 14
"""So many documents make a pair frequent: what they say of it takes about as many bytes."""
LONGEST = 6
"""Characters of a term: longer ones would be many, and find hardly less."""
Frequent = frozenset[int]
"""The marks of frequent pairs; a pair with the mark of one counts as one."""

NONE: Frequent = frozenset()
_STRETCH = re.compile(rf"([{HAN}]{{2,}})(?=(.?))")


def asked_terms(run: str, frequent: Frequent = NONE) -> tuple[Term, ...]:
    """Return the terms a run must have to contain *run*: long ones for its frequent pairs.

    Twin of `phraseTerms` in `overrides/assets/search/terms.mjs`.
    """
    if not frequent:
        return phrase_terms(run)
    stretches = (match.groups() for match in _STRETCH.finditer(run))
    linked = (term for said, after in stretches for term in _reaching(said, after, frequent))
    others = (term for term in phrase_terms(run) if not is_pair(term[0]))
    return tuple(dict.fromkeys((*linked, *others)))


def is_pair(term: str) -> bool:
    """Tell whether a term is two Han characters."""
    return len(term) == 2 and is_han(term[0]) and is_han(term[1])


def _reaching(stretch: str, after: str, frequent: Frequent) -> Iterator[Term]:
    """Yield the terms of neighbouring Han characters, *after* which something else may follow."""
    often = [mark(stretch[at : at + 2]) in frequent for at in range(len(stretch) - 1)]
    said, start = f"{stretch}{after}", 0
    while start < len(often):
        end = start + 2
        while end < len(stretch) and end - start < LONGEST and often[end - 2]:
            end += 1
        is_rest = start > 0 and often[start] and end - start == 2
        start = _back(start, end, often) if is_rest else start
        # Behind a rare pair nothing more need be asked for: what follows that is known of it.
        if not is_rest or end - start > 2:
            yield stretch[start:end], said[end : end + 1]
        start = end - 1


def _back(start: int, end: int, often: Sequence[bool]) -> int:
    """Return where a term may begin that ends with a stretch, so that it has no rare pair."""
    while start and often[start - 1] and end - start < LONGEST:
        start -= 1
    return start
