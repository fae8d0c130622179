"""What has some of what is asked for, where nothing has all of it."""

from __future__ import annotations

from collections.abc import Mapping

from generators.search.analysis import phrase_terms
from generators.search.loose import covering
from generators.search.query import Concept, Phrase
from generators.search.scoring import LEVELS

DOCUMENTS = 1000


def _concept(*texts: str) -> Concept:
    return tuple(Phrase(text, phrase_terms(text), 1.0 / (n + 1)) for n, text in enumerate(texts))


def _covering(
    filed: Mapping[str, Mapping[int, int]], *concepts: Concept
) -> list[tuple[int, float]]:
    """Return (document, score), the highest first, of documents that have terms at a level."""
    found = covering(concepts, lambda term: filed.get(term, {}), documents=DOCUMENTS)
    return sorted(found.items(), key=lambda pair: -pair[1])


def _all(*numbers: int) -> dict[int, int]:
    return dict.fromkeys(numbers, LEVELS)


def test_having_more_of_it_is_better() -> None:
    """A document that has two of three words comes before one that has one."""
    filed = {"残疾": _all(1, 2), "免税": _all(2), "贷款": _all(7, 8, 9)}
    found = _covering(filed, _concept("残疾"), _concept("免税"), _concept("火星"))
    assert [number for number, _ in found] == [2, 1]


def test_saying_it_louder_is_better() -> None:
    """Of documents with the same terms the one with the higher levels is first."""
    found = _covering({"残疾": {1: 3, 2: 30}}, _concept("残疾"))
    assert [number for number, _ in found] == [2, 1]


def test_next_to_nothing_is_not_enough() -> None:
    """A document that has only what nearly all have is left out beside one that has much."""
    rare = {f"{first}词": _all(0) for first in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"}
    found = _covering(
        {**rare, "创业": _all(*range(DOCUMENTS - 1))}, *map(_concept, rare), _concept("创业")
    )
    assert [number for number, _ in found] == [0]


def test_other_ways_count_once_and_less() -> None:
    """A concept counts by its best way; a way that weighs less gives less."""
    filed = {"下岗": _all(1, 3), "失业": _all(2, 3)}
    scores = dict(_covering(filed, _concept("下岗", "失业")))
    assert scores[1] == scores[3] > scores[2] > 0


def test_longer_words_are_worth_what_is_typed() -> None:
    """That another word for it has more pairs makes it no more important than the rest."""
    filed = {"小店": _all(1), "小微": _all(2), "微企": _all(2), "企业": _all(2), "手续": _all(3)}
    found = dict(_covering(filed, _concept("小店", "小微企业"), _concept("手续")))
    assert found[1] == found[3] > found[2] > 0


def test_characters_stand_in_for_terms_nobody_has() -> None:
    """Where no pair of a word is filed, its characters are looked for."""
    assert [number for number, _ in _covering({"税": _all(4)}, _concept("税率"))] == [4]


def test_pairs_that_are_filed_leave_no_place_for_characters() -> None:
    """Where a pair is filed, its characters are not looked for."""
    filed = {"税率": _all(5), "税": _all(4, 5)}
    assert [number for number, _ in _covering(filed, _concept("税率"))] == [5]


def test_nothing_has_nothing() -> None:
    """Nothing asked, or nothing filed, gives nothing."""
    assert _covering({}, _concept("税率")) == []
    assert _covering({"税": _all(4)}) == []
