"""How terms are named and placed: the classes of what follows, whole titles, hashes."""

from __future__ import annotations

from generators.search.analysis import head, runs
from generators.search.scoring import LEVELS

IN_TITLE = LEVELS + 1
"""What the mark of a term of the title has added to its level."""
FOLLOWERS = 6
"""How many classes there are of characters that may follow a term."""
EXACT = "="
"""Begins the term under which a whole title is filed."""


def follower_bit(following: str) -> int:
    """Return the class of the character that follows a term, as a bit; none for no character."""
    return 1 << ord(following) % FOLLOWERS if following else 0


def exact_term(title: str) -> str:
    """Return the term of a whole title: its first term, and FNV-1a over all it says."""
    said = runs(title)
    return f"{EXACT}{head(said[0]) if said else ''} {fnv1a(''.join(said)):x}"


def cut_exact(term: str) -> tuple[str, int]:
    """Return the first term of a whole title and its hash."""
    first, _, digits = term.removeprefix(EXACT).rpartition(" ")
    return first, int(digits, 16)


def fnv1a(text: str) -> int:
    """Return FNV-1a over the code points of *text*, 32 bits."""
    value = 0x811C9DC5
    for character in text:
        value = ((value ^ ord(character)) * 0x01000193) & 0xFFFFFFFF
    return value
