"""QR codes inside the page, made at build so that no page asks another host for them."""

from __future__ import annotations

import io
import re
import struct
import zlib
from base64 import b64encode
from functools import cache, lru_cache
from html import escape

import segno
from markupsafe import Markup

from generators.outputs.qr_modules import dark_modules, modules
from generators.outputs.qr_penalties import best_mask

_PAGE_LABEL = "这个网页的二维码"
_PAGE_MASK = 3
_QUIET = 4  # modules around a code are the norm
_ON_SCREEN = 3  # pixels a module
_DARK_AND_LIGHT = re.compile(r"1+[0\n]*")


# The code of a service that many pages offer is drawn once.
@lru_cache(maxsize=64)
def qr_code(address: str, label: str) -> Markup:
    """Return the code of an address as SVG, with *label* for those who cannot see it."""
    # Level M bears the creases of a printed notice.
    if written := modules(address, "M", boost=True):
        masked = written.masked(address.encode())
        return drawing(masked[best_mask(masked, written.width)], written.width, label)
    return segno_drawing(segno.make(address, error="m", micro=False), label)


def page_code(address: str) -> Markup:
    """Return the code of a page's own address as an image, to be read off a screen.

    Every page has one, so it is an image, a fifth as long as the drawing, and the best of the
    eight masks is not looked for: each can be read.
    """
    if written := modules(address, "L", boost=False):
        dark, width = written.of(address.encode(), _PAGE_MASK), written.width
    else:
        code = segno.make(address, error="l", micro=False, boost_error=False, mask=_PAGE_MASK)
        dark, width = dark_modules(code), len(code.matrix)
    size = _ON_SCREEN * (width + 2 * _QUIET)
    data = b64encode(image(dark, width)).decode()
    return Markup(
        f'<img class="qr" width="{size}" height="{size}" alt="{_PAGE_LABEL}"'
        f' src="data:image/png;base64,{data}">'
    )


def image(dark: int, width: int) -> bytes:
    """Return a code whose modules are the bits of *dark* as PNG, a pixel a module."""
    across = width + 2 * _QUIET
    length = -(-across // 8)
    blank, white = 8 * length - across, (1 << across) - 1
    rows = (dark >> place & (1 << width) - 1 for place in range(width * (width - 1), -1, -width))
    margin = [b"\0" + (white << blank).to_bytes(length)] * _QUIET
    inside = [b"\0" + ((white ^ row << _QUIET) << blank).to_bytes(length) for row in rows]
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", across, across, 1, 0, 0, 0, 0)),
            _chunk(b"IDAT", zlib.compress(b"".join((*margin, *inside, *margin)), 9)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    """Return a part of a PNG (ISO/IEC 15948, 5.3)."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def drawing(dark: int, width: int, label: str) -> Markup:
    """Draw a code whose modules are the bits of *dark*, as `segno_drawing` does."""
    bits = f"{dark:0{width**2}b}"
    rows = (bits[start : start + width] for start in range(0, len(bits), width))
    runs = _DARK_AND_LIGHT.findall("\n".join(rows).rstrip("0\n"))
    across = width + 2 * _QUIET
    return Markup(
        f'<svg viewBox="0 0 {across} {across}" class="qr"><title>{escape(label, quote=False)}</title>'
        f'<path fill="#fff" d="M0 0h{across}v{across}h-{across}z"/>'
        f'<path stroke="#000" d="M4 4.5{"".join(map(_moves(width).__getitem__, runs))}"/></svg>'
    )


class _Moves(dict[str, str]):
    """How a run of dark modules is drawn, and the way from its end over light ones to the next."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width

    def __missing__(self, run: str) -> str:
        rest, *rows = run.lstrip("1").split("\n")
        across = len(rest) + (len(rows[-1]) - self._width if rows else 0)
        way = f"m{across} {len(rows)}" if rest or rows else ""
        self[run] = f"h{run.count('1')}{way}"
        return self[run]


@cache
def _moves(width: int) -> _Moves:
    return _Moves(width)


def segno_drawing(code: segno.QRCode, label: str) -> Markup:
    """Let segno draw a code."""
    buffer = io.BytesIO()
    code.save(
        buffer,
        kind="svg",
        border=_QUIET,
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
