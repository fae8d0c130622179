"""Workbooks of records for tests: exported, changed in a cell, imported."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generators.build.checking import check
from generators.diagnostics import Diagnostic
from generators.editing.cells import CellValue
from generators.editing.exporting import export, readable
from generators.editing.importing import Proposal, propose
from generators.editing.intake import Intake, take_in
from generators.editing.tables import read_tables
from generators.editing.trials import trial
from generators.outputs.known_values import Known, known_values
from generators.records import KINDS
from generators.sources import Source, read_sources
from tests.samples import AS_OF

HELP_ROW = 2


def exported(content: Path, kind: str, known: Known | None = None) -> Workbook:
    """Return the workbook of a kind's records below *content*."""
    trees, _ = readable(sources_of(content, kind))
    return load_workbook(BytesIO(export(KINDS[kind], trees, known or known_below(content))))


def known_below(content: Path) -> Known:
    """Return the values that may be chosen."""
    checked = check(content, as_of=AS_OF)
    assert checked.catalogue
    return known_values(checked.catalogue, checked.ids)


def sources_of(content: Path, kind: str) -> list[Source]:
    """Return the files of a kind."""
    return [s for s in read_sources(content)[0] if s.path.startswith(f"{kind}/")]


def page_of(book: Workbook, title: str) -> Worksheet:
    """Return a sheet."""
    page = book[title]
    assert isinstance(page, Worksheet)
    return page


def place_of(page: Worksheet, identifier: str, title: str) -> tuple[int, int]:
    """Return the row of the first row of a record, and a column by its title."""
    titles = [cell.value for cell in page[1]]
    ids = [page.cell(row, 1).value for row in range(1, page.max_row + 1)]
    return ids.index(identifier) + 1, titles.index(title) + 1


def change(book: Workbook, sheet: str, identifier: str, **values: CellValue) -> None:
    """Write into cells of a record's first row, by the titles of their columns."""
    page = page_of(book, sheet)
    for title, value in values.items():
        page.cell(*place_of(page, identifier, title)).value = value


def taken_in(book: Workbook, kind: str, folder: Path) -> Intake:
    """Save a workbook and read it again."""
    file = folder / f"{kind}.xlsx"
    book.save(file)
    return take_in(KINDS[kind], read_tables(file))


def proposed(book: Workbook, kind: str, content: Path, *, only_valid: bool = False) -> Proposal:
    """Return what a workbook changes below *content*."""
    known = {source.id: source for source in sources_of(content, kind)}
    intake = taken_in(book, kind, content.parent)
    return propose(KINDS[kind], intake, known, checking(content), only_valid=only_valid)


def checking(content: Path) -> Callable[[Sequence[Source]], Sequence[Diagnostic]]:
    """Return what judges *content* with records that are not written yet."""

    def judge(proposed: Sequence[Source]) -> Sequence[Diagnostic]:
        with trial(content, proposed, beside=content.parent) as copy:
            return check(copy, as_of=AS_OF).findings

    return judge


def diff(proposal: Proposal) -> list[str]:
    """Return the lines that come and go."""
    lines = [line for c in proposal.changes for line in c.diff().splitlines()[2:]]
    return [line for line in lines if line[0] in "+-"]
