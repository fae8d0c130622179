"""What is wrong with a file that was handed in: shown at its cell, written into a copy of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from generators.diagnostics import Diagnostic
from generators.editing.looks import cell_at, head, put
from generators.editing.tables import Table
from generators.personal_data import hide

FAULTS = "问题"
"""The sheet of a copy that lists what is wrong."""
_AUTHOR, _MARK = "catalogue", "【检查】"
"""Who wrote a comment, and how one knows: other programs forget the author."""
_LONGEST_QUOTE = 40
_HEADINGS = ("位置", "记录", "这一列", "程度", "问题", "怎么改")
_WIDTHS = (22, 30, 20, 8, 60, 60)
_WIDE, _LINE = 320, 22  # of a comment, in points


@dataclass(frozen=True, slots=True)
class Place:
    """A cell: its sheet, row and column counted from 1, its column's title and what it says."""

    sheet: str
    row: int
    column: int
    heading: str = ""
    value: str = ""

    @property
    def cell(self) -> str:
        """Return the cell as Excel calls it."""
        return f"{get_column_letter(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding with its cell, if it has one, and the record that it keeps from being written."""

    place: Place | None
    finding: Diagnostic
    id: str = ""

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """Order by place."""
        place = self.place or Place("", 0, 0)
        return (place.sheet, place.row, place.column, self.finding.message)


def in_text(remarks: Sequence[Remark], file_name: str) -> str:
    """Return remarks for a person at a terminal."""
    return "\n\n".join(_in_text(remark, file_name) for remark in remarks)


def _in_text(remark: Remark, file_name: str) -> str:
    finding, place = remark.finding.hidden(), remark.place
    lines = [f"{finding.severity}[{finding.code}]：{finding.message}"]
    if place:
        quoted = "" if finding.secret else _quoted(place.value)
        lines.append(
            f"  --> {file_name} “{place.sheet}”表 {place.cell}"
            f"（第{place.row}行，{place.heading}）{quoted}"
        )
    else:
        lines.append(f"  --> {finding.span.path}:{finding.span.line}:{finding.span.column}")
    if finding.hint:
        lines.append(f"  怎么改：{finding.hint}")
    return "\n".join(lines)


def _quoted(value: str) -> str:
    text = hide(" ".join(value.split()))
    cut = f"{text[:_LONGEST_QUOTE]}…" if len(text) > _LONGEST_QUOTE else text
    return f"：{cut}" if text else ""


def annotated(data: bytes, tables: Sequence[Table], remarks: Sequence[Remark]) -> bytes:
    """Return a copy of what was handed in with a comment at every cell that is wrong."""
    book = load_workbook(BytesIO(data)) if data.startswith(b"PK") else _as_workbook(tables)
    for page in book.worksheets:
        _clear(page)
    if FAULTS in book.sheetnames:
        book.remove(book[FAULTS])
    for place, group in _by_place(remarks):
        _comment(book[place.sheet], place, group)
    _list(book.create_sheet(FAULTS, 0), remarks)
    book.active = 0
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _as_workbook(tables: Sequence[Table]) -> Workbook:
    """Return the tables of a CSV as a workbook, row by row where they were."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables:
        page = book.create_sheet(table.title)
        for number, heading in enumerate(table.header, start=1):
            put(cell_at(page, 1, number), heading)
        for row, cells in table.rows.items():
            for number, cell in enumerate(cells, start=1):
                put(cell_at(page, row, number), cell.value)
    return book


def _clear(page: Worksheet) -> None:
    """Take away the comments of an earlier import, not those of people."""
    for row in page.iter_rows():
        for cell in row:
            if cell.comment and _MARK in cell.comment.text:
                theirs = cell.comment.text.partition(_MARK)[0].strip()
                cell.comment = Comment(theirs, cell.comment.author or "") if theirs else None


def _by_place(remarks: Iterable[Remark]) -> Iterator[tuple[Place, list[Diagnostic]]]:
    groups: dict[tuple[str, int, int], tuple[Place, list[Diagnostic]]] = {}
    for remark in remarks:
        if place := remark.place:
            key = (place.sheet, place.row, place.column)
            groups.setdefault(key, (place, []))[1].append(remark.finding.hidden())
    yield from groups.values()


def _comment(page: Worksheet, place: Place, findings: Sequence[Diagnostic]) -> None:
    hints = (f"\n怎么改：{finding.hint}" if finding.hint else "" for finding in findings)
    pairs = zip(findings, hints, strict=True)
    texts = [f"{finding.severity}：{finding.message}{hint}" for finding, hint in pairs]
    cell = page.cell(place.row, place.column)
    theirs = f"{cell.comment.text}\n\n" if cell.comment else ""
    text = theirs + _MARK + "\n\n".join(texts)
    comment = Comment(text, _AUTHOR, width=_WIDE, height=_LINE * (text.count("\n") + 3))
    cell.comment = comment


def _list(page: Worksheet, remarks: Sequence[Remark]) -> None:
    """List what is wrong, each with a link to its cell."""
    for number, (heading, width) in enumerate(zip(_HEADINGS, _WIDTHS, strict=True), start=1):
        put(cell_at(page, 1, number), heading)
        head(cell_at(page, 1, number))
        page.column_dimensions[get_column_letter(number)].width = width
    for row, remark in enumerate(remarks, start=2):
        finding, place = remark.finding.hidden(), remark.place
        where = f"{place.sheet}!{place.cell}" if place else finding.span.path
        heading = place.heading if place else ""
        texts = (
            where,
            hide(remark.id),
            heading,
            finding.severity.value,
            finding.message,
            finding.hint,
        )
        for number, text in enumerate(texts, start=1):
            put(cell_at(page, row, number), text)
        if place:
            cell = cell_at(page, row, 1)
            cell.hyperlink = Hyperlink(cell.coordinate, location=f"'{place.sheet}'!{place.cell}")
            cell.style = "Hyperlink"
    page.freeze_panes = "A2"
