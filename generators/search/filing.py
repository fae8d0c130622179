"""How terms are named and placed: the classes of what follows, whole titles, hashes."""

from __future__ import annotations

from generators.search.analysis import runs
from generators.search.scoring import LEVELS

IN_TITLE = LEVELS + 1
"""What the mark of a term of the title has added to its level."""
FOLLOWERS = 6
"""How many classes there are of characters that may follow a term."""
MARKS = 1 << 17
"""How many marks there are, by which a browser is told which terms are common or frequent."""
EXACT = "="
"""Names whole titles among terms."""


def follower_bit(following: str) -> int:
    """Return the class of the character that follows a term, as a bit; none for no character."""
    return 1 << ord(following) % FOLLOWERS if following else 0


def exact_term(title: str) -> str:
    """Return the term of a whole title."""
    return f"{EXACT}{fnv1a(said_as_one(title)):x}"


def said_as_one(title: str) -> str:
    """Return all that a title says, in one: titles that differ in marks and width say the same."""
    return "".join(runs(title))


def fnv1a(text: str) -> int:
    """Return FNV-1a over the code points of *text*, 32 bits."""
    value = 0x811C9DC5
    for character in text:
        value = ((value ^ ord(character)) * 0x01000193) & 0xFFFFFFFF
    return value


def mark(term: str) -> int:
    """Return the mark of a term; few terms have the same."""
    return fnv1a(term) % MARKS
