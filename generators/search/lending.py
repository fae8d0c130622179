"""What found records lend the records they are linked with: who is near a good answer is one.

Twin of `overrides/assets/search/lending.mjs`.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

SOURCES = 4
"""How many of the best lend: their files are loaded anyway, as they are shown."""
AMONG_FOUND = 0.1
"""What part of its score a record lends to others that were found as asked for."""
TO_NEAR = 0.3
"""What part it lends to those that were not, which it may bring among the near ones."""


def lent(
    sources: Iterable[tuple[int, float]], links: Callable[[int], Sequence[int]], *, share: float
) -> Mapping[int, float]:
    """Return what each document is lent by *sources*, given as (number, score).

    Who has many links lends less along each.
    """
    total: defaultdict[int, float] = defaultdict(float)
    for number, score in sources:
        linked = links(number)
        for other in linked:
            total[other] += share * score / math.sqrt(len(linked))
    return total
