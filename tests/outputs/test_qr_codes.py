"""QR codes: inline, labelled, and without anything a strict policy forbids."""

from __future__ import annotations

from xml.etree import ElementTree

from generators.outputs.qr_codes import qr_code


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
