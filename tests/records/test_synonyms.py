"""Synonyms: groups of words that mean the same, and words a search passes over."""

from __future__ import annotations

import pytest

from generators.catalogue import Catalogue
from generators.records.synonyms import Synonyms, as_compared
from tests.samples import faults


def test_file_may_say_nothing() -> None:
    """Without groups and ignored words there are none."""
    assert Synonyms() == Synonyms.model_validate({"groups": [], "ignored": []})


@pytest.mark.parametrize(
    ("group", "codes"),
    [
        (["贴息", "利息补贴"], []),
        (["展期"], ["too_short"]),
        ([], ["too_short"]),
        (["钱", "贷款", "借款"], ["string_too_short"]),
        (["展期", "延期", "延期还款" * 10], ["string_too_long"]),
        ("贴息、利息补贴", ["tuple_type"]),
    ],
)
def test_group_has_two_words_of_two_characters(group: object, codes: list[str]) -> None:
    """A group is a list of at least two words, none of them a single character."""
    assert faults(Synonyms, {"groups": [group]}) == codes


def test_ignored_word_may_be_a_character() -> None:
    """What a question ends in is often one character, but never none."""
    assert faults(Synonyms, {"ignored": ["吗", "怎么"]}) == []
    assert faults(Synonyms, {"ignored": [""]}) == ["string_too_short"]


def test_words_are_compared_without_case_and_width() -> None:
    """Full-width capitals are the same word as small letters."""
    assert as_compared("ＳＹＢ培训") == as_compared("syb培训")


def test_every_group_of_the_project_leads_somewhere(catalogue: Catalogue) -> None:
    """Of the words of each group at least one stands in a record."""
    texts = [entry.source.text for entry in catalogue.entries]
    groups = catalogue.synonyms.groups
    assert len(groups) >= 80
    assert [g for g in groups if not any(word in text for text in texts for word in g)] == []


def test_characters_the_project_ignores_are_particles(catalogue: Catalogue) -> None:
    """A character of more weight would be cut out of words such as 要素, 有效 and 技能."""
    ignored = catalogue.synonyms.ignored
    assert len(ignored) >= 60
    assert {word for word in ignored if len(word) == 1} <= set("吗呢的了啊么")
