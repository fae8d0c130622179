"""What a query may mean, from the strictest reading to the loosest.

Twin of `overrides/assets/search/query.mjs`; both pass `tests/search/vectors/query.json`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from generators.search.analysis import Term, runs, units
from generators.search.lexicon import Lexicon
from generators.search.long_terms import NONE, Frequent, asked_terms
from generators.search.pinyin import neighbours
from generators.search.scoring import SYNONYM

_ANYTHING = ""
_HEARD = 2
_SAFE_TO_GUESS = 4


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run to be found as it stands; *text* is empty where a sound is looked for."""

    text: str
    terms: tuple[Term, ...]
    weight: float = 1.0


Concept = tuple[Phrase, ...]
"""Ways of saying one thing, of which a document must have one."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a run: a word of the lexicon, one that may be left out, or what is between."""

    text: str
    known: bool = False
    ignored: bool = False


def typed(query: str, lexicon: Lexicon) -> list[Concept]:
    """Read a query as it is typed: every run, or a run that says the same."""
    return [_alternatives(pieces(run, lexicon), lexicon) for run in runs(query)]


def reduced(query: str, lexicon: Lexicon) -> list[Concept]:
    """Read a query without the words that may be left out."""
    return [_alternatives(part, lexicon) for run in runs(query) for part in _parts(run, lexicon)]


def in_words(query: str, lexicon: Lexicon) -> list[Concept]:
    """Read a query as words that may stand apart."""
    return [
        _alternatives([piece], lexicon)
        for run in runs(query)
        for piece in pieces(run, lexicon)
        if not piece.ignored
    ]


def in_sounds(query: str, syllables: Iterable[str], frequent: Frequent = NONE) -> list[Concept]:
    """Read the Latin words of a query as pinyin or initials; empty where there are none."""
    known = frozenset(syllables)
    concepts = [_sounds(unit, known, frequent) for run in runs(query) for unit in _stretches(run)]
    return concepts if any(p.text == "" for c in concepts for p in c) and all(concepts) else []


def heard(query: str, lexicon: Lexicon) -> list[Concept]:
    """Read a query as the pinyin or initials of phrases, else of the first that begins so."""
    said = "".join(runs(query))
    if not _is_latin(said):
        return []
    spelt = zip(lexicon.phrases, lexicon.spelling, strict=True)
    sounds = [(phrase, _readings(spelling)) for phrase, spelling in spelt if spelling]
    whole = [phrase for phrase, readings in sounds if said in readings]
    begun = (phrase for phrase, rs in sounds if any(r.startswith(said) for r in rs))
    meant = whole[:_HEARD] or (list(islice(begun, 1)) if len(said) >= _SAFE_TO_GUESS else [])
    ways = [phrase for text in meant for concept in typed(text, lexicon) for phrase in concept]
    return [tuple(ways)] if ways else []


def _readings(spelling: str) -> tuple[str, str]:
    syllables = spelling.split()
    return "".join(syllables), "".join(syllable[0] for syllable in syllables)


def pieces(run: str, lexicon: Lexicon) -> list[Piece]:
    """Cut a run at the longest words the lexicon knows, from left to right."""
    found: list[Piece] = []
    between, place = "", 0
    while place < len(run):
        word = _word_at(run, place, lexicon)
        if word and between:
            found.append(Piece(between))
        if word:
            found.append(Piece(word, word in lexicon.others, word in lexicon.ignored))
        between = "" if word else between + run[place]
        place += len(word) or 1
    return [*found, Piece(between)] if between else found


def _word_at(run: str, place: int, lexicon: Lexicon) -> str:
    for end in range(min(len(run), place + lexicon.longest), place, -1):
        is_known = (word := run[place:end]) in lexicon.others or word in lexicon.ignored
        if is_known and not _cuts_unit(run, place) and not _cuts_unit(run, end):
            return word
    return ""


def _cuts_unit(run: str, place: int) -> bool:
    """Tell whether a place is within a number or a word: 12345 is not in 1234567."""
    before, after = run[max(0, place - 1) : place], run[place : place + 1]
    return (before.isdecimal() and after.isdecimal()) or (_is_latin(before) and _is_latin(after))


def _parts(run: str, lexicon: Lexicon) -> list[list[Piece]]:
    """Return the stretches of pieces between the words that may be left out."""
    parts: list[list[Piece]] = [[]]
    for piece in pieces(run, lexicon):
        if piece.ignored:
            parts.append([])
        else:
            parts[-1].append(piece)
    return [part for part in parts if part]


def _alternatives(parts: Sequence[Piece], lexicon: Lexicon) -> Concept:
    """Return what is said, then the same with one word after another said otherwise.

    What has all that is said within it is left out: who has it is found anyway.
    """
    typed = "".join(piece.text for piece in parts)
    texts = {typed: 1.0}
    for place, piece in enumerate(parts):
        for other in lexicon.others.get(piece.text, ()):
            said = [p.text for p in parts]
            said[place] = other
            if typed not in (text := "".join(said)):
                texts.setdefault(text, SYNONYM)
    terms = (asked_terms(text, lexicon.frequent) for text in texts)
    return tuple(map(Phrase, texts, terms, texts.values()))


def _stretches(run: str) -> list[str]:
    """Return the Latin words of a run, and the stretches of other units between them."""
    joined: list[str] = []
    for unit in units(run):
        if joined and _is_latin(unit) == _is_latin(joined[-1]) and not _is_latin(unit):
            joined[-1] += unit
        else:
            joined.append(unit)
    return joined


def _is_latin(unit: str) -> bool:
    return unit.isascii() and unit.isalpha()


def _sounds(stretch: str, syllables: frozenset[str], frequent: Frequent) -> Concept:
    if not _is_latin(stretch):
        return (Phrase(stretch, asked_terms(stretch, frequent)),)
    readings = [list(stretch), cut_syllables(stretch, syllables)]
    return tuple(
        Phrase("", tuple((term, _ANYTHING) for term in dict.fromkeys(neighbours(reading))))
        for reading in readings
        if len(reading) > 1
    )


def cut_syllables(word: str, syllables: frozenset[str]) -> list[str]:
    """Cut *word* into the fewest syllables of pinyin; empty where it is not pinyin."""
    best: list[list[str] | None] = [[], *([None] * len(word))]
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - 6), end):
            before, syllable = best[start], word[start:end]
            if before is None or syllable not in syllables:
                continue
            known = best[end]
            if known is None or len(before) + 1 < len(known):
                best[end] = [*before, syllable]
    return best[-1] or []
