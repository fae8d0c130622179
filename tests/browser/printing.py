"""What a page is on paper: its PDF, read back."""

from __future__ import annotations

import unicodedata
from io import BytesIO

from playwright.sync_api import Page
from pypdf import PdfReader

A4 = (595, 842)


def printed(page: Page) -> PdfReader:
    """Return the page as it comes out of a printer, without backgrounds."""
    return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True, print_background=False)))


# Fonts draw a few characters with the glyphs of radicals, as which they are read back.
_RADICALS = str.maketrans(
    "⼾⺠⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻰⻳",
    "户民西见角贝车长门青页风飞食马骨鬼鱼鸟麦黄齐龙龟",
)


def words(paper: PdfReader) -> str:
    """Return the text of a print, without spaces; characters are what they look like."""
    text = "".join(sheet.extract_text() for sheet in paper.pages)
    return squeezed(text)


def squeezed(text: str) -> str:
    """Return a text without spaces and soft hyphens, in one form of each character."""
    return "".join(unicodedata.normalize("NFKC", text.translate(_RADICALS)).split())


def size(paper: PdfReader) -> tuple[int, int]:
    """Return the width and height of the first sheet in points."""
    box = paper.pages[0].mediabox
    return round(box.width), round(box.height)
