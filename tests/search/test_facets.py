"""By what results can be narrowed."""

from __future__ import annotations

from functools import reduce
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generators.search.facets import LABELS, facets
from generators.search.packing import DIGITS
from tests.search.samples import document


def _read(facet: Any) -> list[list[str]]:
    """Return the values of every document, as a browser reads them."""
    width, column, values = facet["width"], facet["column"], facet["values"]
    rows = [column[at : at + width] for at in range(0, len(column), width)]
    places = [reduce(lambda high, digit: high * 64 + DIGITS.index(digit), row, 0) for row in rows]
    return [[values[place] for place in facet["sets"][row]] for row in places]


def _facet(*topics: tuple[str, ...]) -> Any:
    found = [document(str(number), labels={"topic": those}) for number, those in enumerate(topics)]
    return facets(found)["topic"]


@given(st.lists(st.lists(st.sampled_from("甲乙丙丁戊己庚"), unique=True).map(tuple), max_size=300))
def test_values_come_back(topics: list[tuple[str, ...]]) -> None:
    """Whatever the documents have is read again."""
    assert [sorted(values) for values in _read(_facet(*topics))] == [*map(sorted, topics)]


def test_common_values_come_first() -> None:
    """A list of values begins with what most documents have; of equals the order is fixed."""
    assert _facet(("乙", "甲"), ("丙",), ("丙", "甲"), ())["values"] == ["丙", "甲", "乙"]


def test_many_combinations_need_more_digits() -> None:
    """A column has as many digits as there are combinations of values to tell apart."""
    topics = [(f"值{number}",) for number in range(64)]
    assert [_facet(*topics[:count])["width"] for count in (1, 64)] == [1, 1]
    assert _facet(*topics, ("另一个",))["width"] == 2
    assert _read(_facet(*topics, ("另一个",))) == [*map(list, topics), ["另一个"]]


def test_every_facet_is_there() -> None:
    """A facet that no document has is there all the same, without values."""
    assert {name: facet["values"] for name, facet in facets([]).items()} == {n: [] for n in LABELS}
