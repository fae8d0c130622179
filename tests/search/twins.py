"""The same calls in Python and in the browser's modules, and what each returns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from generators.search import analysis, corrections, filing, pinyin, query
from generators.search.lexicon import Lexicon
from generators.search.long_terms import asked_terms
from generators.search.scoring import SYNONYM
from tests.node import run_program

Call = Sequence[Any]
"""The name of a function and what it is given."""

_PROGRAM = Path(__file__).with_name("twins.mjs")


def python_says(calls: Sequence[Call], words: Lexicon) -> list[Any]:
    """Return what each call returns in Python."""
    functions = _functions(words)
    return [functions[name](*given) for name, *given in calls]


def browser_says(calls: Sequence[Call], words: Lexicon) -> list[Any]:
    """Return what each call returns in the browser's modules."""
    said = run_program(_PROGRAM, {"calls": calls, **_knowledge(words)})
    assert isinstance(said, list)
    return said


def _knowledge(words: Lexicon) -> dict[str, object]:
    simplified = {chr(old): new for old, new in analysis.simplified().items()}
    return {
        **words.spoken(),
        "weight": SYNONYM,
        "spelt": list(zip(words.phrases, words.spelling, strict=True)),
        "sounds": pinyin.sounds(),
        "syllables": sorted(pinyin.syllables()),
        "traditional": simplified,
        "frequent": sorted(words.frequent),
    }


def _functions(words: Lexicon) -> Mapping[str, Callable[..., Any]]:
    return {
        "normalise": analysis.normalise,
        "runs": analysis.runs,
        "units": analysis.units,
        "spaced": analysis.spaced,
        "phrase_terms": lambda run: [list(t) for t in asked_terms(run, words.frequent)],
        "follower_bit": filing.follower_bit,
        "title_hash": lambda title: int(filing.exact_term(title).removeprefix(filing.EXACT), 16),
        "fnv1a": filing.fnv1a,
        "pieces": lambda run: [[p.text, p.ignored] for p in query.pieces(run, words)],
        "typed": lambda said: _shaped(query.typed(said, words)),
        "reduced": lambda said: _shaped(query.reduced(said, words)),
        "in_words": lambda said: _shaped(query.in_words(said, words)),
        "in_sounds": lambda said: _shaped(
            query.in_sounds(said, pinyin.syllables(), words.frequent)
        ),
        "heard": lambda said: _shaped(query.heard(said, words)),
        "cut_syllables": lambda word: query.cut_syllables(word, pinyin.syllables()),
        "corrections": lambda said: corrections.corrections(said, words.phrases),
    }


def _shaped(concepts: Sequence[query.Concept]) -> list[list[list[Any]]]:
    """Return of each way its text, or its terms for a sound, and whether it is what was typed."""
    return [
        [[phrase.text or [term for term, _ in phrase.terms], phrase.weight == 1.0] for phrase in c]
        for c in concepts
    ]
