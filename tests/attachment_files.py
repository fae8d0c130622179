"""Attachments as programs write them, made of what a test wants them to say."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip file of *parts*, the same bytes whenever it is made."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def docx(body: str, **parts: str | bytes) -> bytes:
    """Return a Word file; *body* is WordprocessingML, *parts* lie in `word/`, `__` being a dot."""
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    others = {f"word/{name.replace('__', '.')}": data for name, data in parts.items()}
    return package({"word/document.xml": document, **others})


def paragraph(*runs: str) -> str:
    """Return a paragraph in runs, which Word divides wherever it likes."""
    inner = "".join(f"<w:r><w:t>{escape(run)}</w:t></w:r>" for run in runs)
    return f"<w:p>{inner}</w:p>"


def table(*rows: Sequence[str]) -> str:
    """Return a table of a Word file."""
    made = (f"<w:tr>{''.join(f'<w:tc>{paragraph(c)}</w:tc>' for c in row)}</w:tr>" for row in rows)
    return f"<w:tbl>{''.join(made)}</w:tbl>"


def xlsx(rows: Sequence[Sequence[str]], *, name: str = "名单") -> bytes:
    """Return a workbook with a sheet; texts are shared, cells that look like numbers are not."""
    texts = sorted({cell for row in rows for cell in row if not _is_number(cell)})
    made = "".join(
        f'<row r="{number}">{"".join(_cell(c, n, number, texts) for n, c in enumerate(row))}</row>'
        for number, row in enumerate(rows, start=1)
    )
    shared = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
    return package(
        {
            "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets>'
            f'<sheet name={quoteattr(name)} sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" '
            'Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/sharedStrings.xml": f'<sst xmlns="{_SHEET}">{shared}</sst>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_SHEET}">'
            f"<sheetData>{made}</sheetData></worksheet>",
        }
    )


def _is_number(cell: str) -> bool:
    return cell.replace(".", "").replace("E", "").isdigit()


def _cell(cell: str, column: int, row: int, texts: list[str]) -> str:
    if not cell:
        return ""
    place = f"{chr(ord('A') + column)}{row}"
    if _is_number(cell):
        return f'<c r="{place}"><v>{cell}</v></c>'
    return f'<c r="{place}" t="s"><v>{texts.index(cell)}</v></c>'


def pdf(*pages: str, password: str | None = None) -> bytes:
    """Return a PDF with a line of Latin text a page."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for text in pages:
        page = writer.add_blank_page(300, 100)
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 10 50 Td ({text}) Tj ET".encode())
        page[NameObject("/Contents")] = stream
    if password is not None:
        writer.encrypt(password, "owner", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def photo(kind: str = "JPEG", *, place: bool = False, **tags: str) -> bytes:
    """Return a picture with EXIF tags: artist, owner, description; and where it was taken."""
    exif = Image.Exif()
    for name, number in (("artist", 0x013B), ("description", 0x010E)):
        if name in tags:
            exif[number] = tags[name].encode()
    if "owner" in tags:
        exif.get_ifd(0x8769)[0xA430] = tags["owner"]
        exif[0x8769] = 0  # TIFF's writer looks for the tables by their tags
    if place:
        exif.get_ifd(0x8825).update({1: "N", 2: (39.0, 54.0, 15.0), 3: "E", 4: (116.0, 24.0, 27.0)})
        exif[0x8825] = 0
    file = io.BytesIO()
    Image.new("RGB", (8, 8)).save(file, kind, exif=exif)
    return file.getvalue()
