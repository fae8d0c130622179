"""QR codes as inline SVG, made at build so that no page asks another host for them."""

from __future__ import annotations

import io
from functools import lru_cache

import segno
from markupsafe import Markup


# The code of a service that many pages offer is drawn once.
@lru_cache(maxsize=64)
def qr_code(address: str, label: str) -> Markup:
    """Return the code of an address as SVG, with *label* for those who cannot see it."""
    # Level M bears the creases of a printed notice.
    return drawing(segno.make(address, error="m", micro=False), label)


def drawing(code: segno.QRCode, label: str) -> Markup:
    """Draw a code, with *label* for those who cannot see it."""
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
