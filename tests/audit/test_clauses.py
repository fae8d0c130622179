"""The clauses are the standard's own, all of them, each judged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generators.audit.clauses import Clause, site_inspection, standard
from generators.audit.judges import JUDGES
from generators.audit.statements import STATEMENT

# The sentences of LD/T 2001—2023, chapters 4 to 7, without headings, each with its number.
TEXT = (Path(__file__).parent / "clauses.txt").read_text("utf-8").splitlines()
LEAD = "宜提供下列服务："


def _clauses() -> Iterator[Clause]:
    return (clause for section in standard() for clause in section.clauses)


def test_every_clause_is_a_sentence_of_the_standard() -> None:
    """No text differs from the standard's, and none of its sentences is left out."""
    assert [f"{c.number} {c.text}" for c in _clauses()] == [
        line for line in TEXT if not line.endswith(LEAD)
    ]


def test_lists_keep_the_words_that_introduce_them() -> None:
    """An item of a list carries the sentence before the list, and only such an item does."""
    led = {c.number.partition(" ")[0]: c.lead for c in _clauses() if c.lead}
    assert [f"{number} {lead}" for number, lead in led.items()] == [
        line for line in TEXT if line.endswith(LEAD)
    ]
    assert all(bool(c.lead) == c.number.endswith(")") for c in _clauses())


@pytest.mark.parametrize("clause", list(_clauses()), ids=lambda c: c.number)
def test_strength_is_the_word_the_clause_uses(clause: Clause) -> None:
    """A clause is 应 or 宜 by its own words, and a principle where it has neither."""
    word = "应" if "应" in clause.text.replace("适应", "").replace("相应", "") else ""
    if clause.lead:
        assert clause.strength == "宜"
    else:
        assert clause.strength == (word or "原则")


@pytest.mark.parametrize(
    "clause",
    [c for c in _clauses() if c.strength == "应" and c.number[0] in "67"],
    ids=lambda c: c.number,
)
def test_services_and_supervision_are_judged_by_what_is_published(clause: Clause) -> None:
    """Every 应 of chapters 6 and 7 has a judge that looks at records or pages."""
    assert set(clause.judges) - {STATEMENT}


def test_every_judge_exists_and_every_clause_says_what_is_looked_at() -> None:
    """A clause names only judges that there are, and explains itself in Chinese."""
    for section in (*standard(), *site_inspection()):
        for clause in section.clauses:
            assert clause.judges
            assert set(clause.judges) <= {*JUDGES, STATEMENT}
            assert clause.looks_at.endswith("。")


def test_numbers_and_anchors_are_unique() -> None:
    """No two clauses share a number, or the id by which a link reaches them."""
    clauses = [c for section in (*standard(), *site_inspection()) for c in section.clauses]
    assert len({c.number for c in clauses}) == len({c.anchor for c in clauses}) == len(clauses)
