"""Fill the slots of sentences and titles, as a seed decides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from random import Random
from typing import TypeVar

from tests.benchmarks.city.words import City, Theme

T = TypeVar("T")
_SLOT = re.compile(r"<(\w+)>")
_DIGITS = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九")
_RANGES = {
    "few": (2, 9),
    "count": (10, 300),
    "bigcount": (301, 9800),
    "month": (1, 12),
    "dayofmonth": (1, 28),
    "year": (2019, 2026),
}
_SUMS = {
    "yuan": (300, 500, 800, 1000, 1200, 1500, 2000, 3000, 3600, 5000, 6000, 8000),
    "bigyuan": (10000, 12000, 15000, 20000, 24000, 30000, 45000, 60000, 88000),
    "wan": (1, 2, 3, 5, 8, 10, 15, 20, 25, 30, 50),
    "bigwan": (60, 80, 100, 110, 150, 200, 300, 400, 500, 600),
    "days": (3, 5, 7, 10, 15, 20, 30, 45, 60),
    "months": (3, 6, 9, 12, 18, 24, 36),
}


@dataclass(frozen=True, slots=True)
class Writer:
    """Says things about one theme of a city."""

    city: City
    theme: Theme
    dice: Random

    def any(self, things: Sequence[T]) -> T:
        """Return one of *things*, all alike likely."""
        return things[int(self.dice.random() * len(things))]

    def often(self, things: Sequence[T]) -> T:
        """Return one of *things*, of which the first are more common than the last."""
        return things[int(self.dice.random() ** 2 * len(things))]

    def chance(self, share: float) -> bool:
        """Tell whether something that happens in a share of cases happens now."""
        return self.dice.random() < share

    def between(self, least: int, most: int) -> int:
        """Return a number; both ends are possible."""
        return least + int(self.dice.random() * (most - least + 1))

    def fill(self, template: str) -> str:
        """Return a template with a word in every slot."""
        return _SLOT.sub(self._word, template)

    def many(self, role: str, least: int, most: int) -> list[str]:
        """Return some sentences of a role, each once."""
        said = self.city.says[role]
        count = min(self.between(least, most), len(said))
        return [self.fill(template) for template in self.dice.sample(said, count)]

    def prose(self, length: float, *roles: str) -> list[str]:
        """Return sentences on the theme, mostly *length* of them, now and then many more."""
        wanted = min(
            max(1, int(length) // 2, round(length * self.dice.lognormvariate(0, 0.65))), 60
        )
        templates = dict.fromkeys(self._template(roles) for _ in range(2 * wanted))
        return [self.fill(template) for template in islice(templates, wanted)]

    def _template(self, roles: tuple[str, ...]) -> str:
        """Return a sentence of the theme, or another, of the kind of record, or of all."""
        where = self.dice.random()
        if where < 0.4:
            return self.any(self.theme.says)
        if where < 0.6:
            return self.any(self.city.of_topic[self.theme.topics[0]])
        if where < 0.68:
            return self.any(self.often(self.city.themes).says)
        return self.any(self.city.says[self.any(roles) if roles and where < 0.9 else "any"])

    def _word(self, slot: re.Match[str]) -> str:
        sort = slot[1]
        if sort in self.city.words:
            return self.often(self.city.words[sort])
        if sort in _RANGES:
            return str(self.between(*_RANGES[sort]))
        if sort in _SUMS:
            return str(self.any(_SUMS[sort]))
        return self._made(sort)

    def _made(self, sort: str) -> str:
        """Return a word that is in no list."""
        match sort:
            case "word":
                return self.often(self.theme.words)
            case "word2":
                return self.often(self.often(self.city.themes).words)
            case "percent":
                return _percent(self.between(1, 18) * 5)
            case "mark2":
                return self._letters("mark") + self._letters("mark")
            case "village":
                return self._letters("village_head") + self._letters("village_tail") + "村"
            case "firm":
                return self.fill("<district><mark2><industry><firm_kind>")
        raise KeyError(sort)

    def _letters(self, sort: str) -> str:
        return self.any(self.city.words[sort][0])


def _percent(number: int) -> str:
    """Return a number below a hundred as it is spoken."""
    tens, ones = divmod(number, 10)
    spoken = ("十" if tens == 1 else f"{_DIGITS[tens]}十") if tens else ""
    return spoken + _DIGITS[ones]
