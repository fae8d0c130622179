"""The promise of the analysis: every part of a text is found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generators.search.analysis import index_terms, query_terms

TEXTS = st.text(alphabet="创业担保贷款ABc12，。 〔〕①Ａ", max_size=40)


@given(TEXTS, st.data())
def test_every_substring_is_found(text: str, data: st.DataObject) -> None:
    """A query that is a part of a text has only terms the text is filed under."""
    start = data.draw(st.integers(0, len(text)))
    part = text[start : data.draw(st.integers(start, len(text)))]
    assert set(query_terms(part)) <= set(index_terms(text))


def test_pairs_overlap_within_runs() -> None:
    """Pairs overlap and stop at punctuation."""
    assert query_terms("担保贷款，SYB") == ["担保", "保贷", "贷款", "sy", "yb"]


def test_single_characters_are_terms() -> None:
    """A single character can be searched for."""
    assert query_terms("税") == ["税"]
    assert "税" in index_terms("免税政策")


def test_width_and_case_do_not_matter() -> None:
    """Full-width and upper-case letters are the same as plain ones."""
    assert query_terms("ＳＹＢ") == query_terms("syb")


def test_brackets_of_document_numbers_do_not_matter() -> None:
    """财金〔2023〕75号 is found with other brackets or none."""
    terms = set(index_terms("财金〔2023〕75号"))
    for query in ("财金[2023]75号", "财金（2023）75号", "财金 2023 75"):
        assert set(query_terms(query)) <= terms
