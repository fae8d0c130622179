"""The figures on the complaint page."""

from __future__ import annotations

from generators.catalogue import Catalogue
from generators.outputs.complaint_page import QUARTERS, complaint_figures, rating_figures


def test_quarters_are_in_order_and_not_too_many(catalogue: Catalogue) -> None:
    """The last quarters stand in the order of time, as many as a phone shows."""
    labels = [label for label, _ in complaint_figures(catalogue)]
    assert 0 < len(labels) <= QUARTERS
    assert labels == sorted(labels)
    assert [label for label, _ in rating_figures(catalogue)][-1] == "26年3季度"
