"""Postings after an edit: those of a few changed documents, or of all, are the same."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from generators.search.documents import Document
from generators.search.postings import gathered
from generators.search.regathering import few_changed, regathered
from tests.search.samples import document

_WORDS = ("创业担保贷款", "创业", "贷款贴息", "SYB 培训", "")
_documents = st.lists(
    st.builds(
        document, st.sampled_from("abcdefgh"), st.sampled_from(_WORDS), st.sampled_from(_WORDS)
    ),
    unique_by=lambda one: one.path,
    max_size=8,
)


@given(before=_documents, after=_documents)
def test_edited_postings_are_those_of_the_documents(
    before: list[Document], after: list[Document]
) -> None:
    """Whatever was added, changed, moved or deleted, the result is as if gathered anew."""
    assert regathered(gathered(before), before, after) == gathered(after)


def test_long_gaps_are_read_back() -> None:
    """A document far from the others keeps its place when one of them changes."""
    before = [document(str(number), "甲") for number in range(1100)]
    before[-1] = document("b", "乙", "甲")
    after = [document("0", "乙"), *before[1:]]
    assert regathered(gathered(before), before, after) == gathered(after)


def test_few_are_less_than_a_tenth(found: Sequence[Document]) -> None:
    """Starting from what is known pays where at most a tenth is new."""
    assert few_changed(found, found)
    assert few_changed(found, found[5:])
    assert not few_changed((), found)
    assert not few_changed(found[: len(found) // 2], found)
