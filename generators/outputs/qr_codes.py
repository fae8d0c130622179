"""QR codes as inline SVG, made at build so that no page asks another host for them."""

from __future__ import annotations

import io

import segno
from markupsafe import Markup

_MASK = 3


def qr_code(address: str, label: str) -> Markup:
    """Return the code of an address as SVG, with *label* for those who cannot see it."""
    # Level M bears the creases of a printed notice.
    return _drawing(segno.make(address, error="m", micro=False), label)


def page_code(address: str) -> Markup:
    """Return the code of a page's own address, to be read off a screen.

    Every page has one, so it is made five times as fast: without looking for the best of the
    eight masks, each of which can be read.
    """
    code = segno.make(address, error="l", micro=False, boost_error=False, mask=_MASK)
    return _drawing(code, "这个网页的二维码")


def _drawing(code: segno.QRCode, label: str) -> Markup:
    buffer = io.BytesIO()
    # Four modules of quiet zone are the norm.
    code.save(
        buffer,
        kind="svg",
        border=4,
        xmldecl=False,
        svgns=False,
        nl=False,
        title=label,
        svgclass="qr",
        lineclass=None,
        omitsize=True,
        light="#fff",
    )
    return Markup(buffer.getvalue().decode())
