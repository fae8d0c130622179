"""The addresses that the content names."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.editing.addresses import addresses, is_reserved, other_sources
from generators.sources import Source

_TEXT = """\
website: https://a.gov.cn/x
# website: https://comment.gov.cn/
answer: 看原文（https://a.gov.cn/x），或者 [这里](https://b.gov.cn/y_(2).html)。
note: "https://c.gov.cn/?q=1&p=2."
"""


def test_addresses_are_found_with_their_places() -> None:
    """An address is found wherever it stands, without what only ends the sentence."""
    found = addresses([Source("faqs/a.yml", _TEXT.encode())])
    assert list(found) == [
        "https://a.gov.cn/x",
        "https://b.gov.cn/y_(2).html",
        "https://c.gov.cn/?q=1&p=2",
    ]
    first, second = found["https://a.gov.cn/x"]
    assert (first.line, first.column, first.end_column) == (1, 10, 28)
    assert (second.path, second.line, second.column) == ("faqs/a.yml", 3, 13)


def test_pages_and_settings_are_read_too(tmp_path: Path) -> None:
    """Hand-written pages and settings name addresses; what is passed over is not asked for."""
    for path in ("site.yml", "links.yml", "pages/help/a.md"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("https://a.gov.cn/\n")
    assert [source.path for source in other_sources(tmp_path)] == ["pages/help/a.md", "site.yml"]


@pytest.mark.parametrize(
    ("address", "reserved"),
    [("https://www.shili.example/a", True), ("https://www.gov.cn/a.example", False)],
)
def test_sample_addresses_are_known(address: str, reserved: bool) -> None:
    """An address of a sample leads nowhere by agreement."""
    assert is_reserved(address) is reserved


@given(st.text("https:/.an()一。，#\n \"'*", max_size=60))
def test_address_stands_at_its_place(text: str) -> None:
    """Wherever an address was found, there it stands, letter by letter."""
    said = f"{text}https://a.gov.cn/x {text}"
    for address, spans in addresses([Source("pages/a.md", said.encode())]).items():
        for span in spans:
            line = said.splitlines()[span.line - 1]
            assert line[span.column - 1 : span.end_column - 1] == address
