"""QR codes: inline, labelled, and without anything a strict policy forbids."""

from __future__ import annotations

import base64
import io
import re
from xml.etree import ElementTree

import pytest
import segno
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from generators.outputs.qr_codes import page_code, qr_code, segno_drawing

# Made by segno: longer than most addresses, not written as bytes, not ASCII.
OTHERS = (f"https://a.example/{'a' * 200}/", "HTTPS://A.EXAMPLE/", "https://示例.example/")
_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789-_./:#?=&%~"
ADDRESSES = st.integers(1, 110).flatmap(lambda n: st.text(_CHARACTERS, min_size=n, max_size=n))


def _pixels(code: str) -> tuple[tuple[int, int], bytes]:
    """Return the size and the pixels of a code that is an image."""
    found = re.search(r'src="data:image/png;base64,([^"]+)"', code)
    assert found
    with Image.open(io.BytesIO(base64.b64decode(found[1]))) as image:
        return image.size, image.convert("L").tobytes()


def _pixels_of_segno(address: str) -> tuple[tuple[int, int], bytes]:
    code, buffer = (
        segno.make(address, error="l", micro=False, boost_error=False, mask=3),
        io.BytesIO(),
    )
    code.save(buffer, kind="png", border=4)
    with Image.open(buffer) as image:
        return image.size, image.convert("L").tobytes()


def test_code_of_a_page_has_words_and_a_size() -> None:
    """Who cannot see it hears what it is, and the page does not move when it has come."""
    code = ElementTree.fromstring(str(page_code("https://a.example/")).replace('">', '"/>'))
    assert (code.get("alt"), code.get("width"), code.get("height")) == (
        "这个网页的二维码",
        "99",
        "99",
    )


def test_code_is_labelled_and_escaped() -> None:
    """The code has a title for those who cannot see it."""
    drawing = ElementTree.fromstring(str(qr_code("https://a.example/?x=1&y=<2>", "入口 & 二维码")))
    assert drawing.findtext("title") == "入口 & 二维码"


def test_code_carries_no_style_and_no_foreign_address() -> None:
    """Nothing in the drawing asks for another host or an inline style."""
    drawing = qr_code("https://a.example/", "入口")
    assert "style=" not in drawing
    assert "http" not in drawing


def test_same_address_gives_the_same_code() -> None:
    """Two builds draw the same."""
    assert qr_code("https://a.example/", "入口") == qr_code("https://a.example/", "入口")


@given(ADDRESSES)
@settings(max_examples=40, deadline=None)
def test_page_code_is_the_one_segno_makes(address: str) -> None:
    """Every address of every length has the code that segno makes of it."""
    assert _pixels(page_code(address)) == _pixels_of_segno(address)


@given(ADDRESSES)
@example("https://www.shili.example/cyfw/procedures/startup-loan-personal/")
@settings(max_examples=15, deadline=None)
def test_printed_code_is_the_one_segno_makes(address: str) -> None:
    """The level is raised and the mask is chosen as segno does, which looks at all eight."""
    code = segno.make(address, error="m", micro=False)
    assert qr_code(address, "入口 & 码") == segno_drawing(code, "入口 & 码")


@pytest.mark.parametrize("address", OTHERS)
def test_other_addresses_have_their_code_too(address: str) -> None:
    """What is not written as bytes, or is longer than most, is left to segno."""
    assert _pixels(page_code(address)) == _pixels_of_segno(address)
    printed = segno.make(address, error="m", micro=False)
    assert qr_code(address, "入口") == segno_drawing(printed, "入口")
