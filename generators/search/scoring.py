"""What a term says about a document: fields, weights and BM25F, declared once for all readers.

A document's part of BM25F is worked out when it is filed and kept as a level from 1 to 31; the
rarity of a term is worked out when it is asked for, so that one document more changes no
other. Field lengths are compared with fixed usual lengths for the same reason.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

LEVELS = 31
_SATURATION = 6.0  # k1 of BM25


@dataclass(frozen=True, slots=True)
class Field:
    """A part of a document: what it weighs, how long it usually is, how much length matters."""

    name: str
    weight: float
    usual_length: int
    length_matters: float

    def scale(self, length: int) -> float:
        """Return what one occurrence counts in a field of *length* characters."""
        relative = length / self.usual_length
        return self.weight / (1 - self.length_matters + self.length_matters * relative)


TITLE = Field("title", 20.0, 15, 0.9)
KEYWORDS = Field("keywords", 4.0, 15, 0.0)
SOUND = Field("sound", 3.0, 15, 0.4)
TEXT = Field("text", 1.0, 300, 0.3)

# What tells a person what to do comes before what only reports on it.
_KIND_FACTORS = {
    "policies": 1.1,
    "procedures": 1.1,
    "faqs": 1.1,
    "incubators": 1.1,
    "institutions": 1.1,
    "courses": 0.9,
    "events": 0.7,
    "notices": 0.7,
    "reports": 0.7,
    "pages": 0.9,
}
_HIGHEST = max(_KIND_FACTORS.values())

TONE_FACTORS = {"open": 1.0, "soon": 1.0, "": 1.0, "ahead": 0.95, "over": 0.5}
SYNONYM = 0.6
"""What is said otherwise than typed counts less."""


def level(strength: float, kind: str) -> int:
    """Return how much of the most it can say a term says about a document of a kind."""
    share = strength / (strength + _SATURATION) * _KIND_FACTORS.get(kind, 1.0) / _HIGHEST
    return max(1, round(LEVELS * share))


def rarity(documents: int, having: int) -> float:
    """Return how much a term tells that *having* of all *documents* have (BM25's idf)."""
    return math.log(1 + (documents - having + 0.5) / (having + 0.5))
