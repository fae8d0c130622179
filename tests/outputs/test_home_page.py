"""What the home page offers first."""

from __future__ import annotations

from generators.catalogue import Catalogue
from generators.outputs.home_page import SHOWN, SOON, ending_soon, needs, newest, other_sections
from generators.records import KINDS
from tests.samples import AS_OF


def test_needs_are_in_peoples_words(catalogue: Catalogue) -> None:
    """Eight things to do, complaints last."""
    names = [need.name for need in needs(catalogue)]
    assert names == [
        "找政策",
        "办事",
        "学习培训",
        "找导师",
        "找场地",
        "借钱",
        "参加活动",
        "投诉建议",
    ]


def test_every_section_is_a_need_or_another(catalogue: Catalogue) -> None:
    """No section with records is missing from the home page."""
    paths = {need.path for need in needs(catalogue)} - {"complaints/"}
    others = {f"{kind.name}/" for kind in other_sections(catalogue)}
    assert paths | others == {f"{name}/" for name in KINDS}


def test_what_ends_soon_is_named_once_the_nearest_first(catalogue: Catalogue) -> None:
    """A record with several last days is shown with its nearest."""
    found = ending_soon(catalogue)
    assert 0 < len(found) <= SHOWN
    assert [d.day for d in found] == sorted(d.day for d in found)
    assert len({d.entry.path for d in found}) == len(found)
    assert all(AS_OF <= d.day <= AS_OF + SOON for d in found)


def test_newest_come_first(catalogue: Catalogue) -> None:
    """New policies are ordered by when they were published."""
    times = [entry.record.published_at for entry in newest(catalogue, "policies")]
    assert times == sorted(times, reverse=True)
