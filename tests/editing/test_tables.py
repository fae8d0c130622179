"""Files that editors hand in, as tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generators.editing.cells import Cell
from generators.editing.tables import NoTableError, Table, read_tables

CSV = '编号,标题\r\na,"甲, 乙"\r\n\r\nb,丙\r\n'


def _saved(tmp_path: Path) -> tuple[Worksheet, Path]:
    book = Workbook()
    page = book.worksheets[0]
    page.append(["编号", "标题"])
    return page, tmp_path / "a.xlsx"


def _read(page: Worksheet, file: Path) -> Table:
    assert page.parent
    page.parent.save(file)
    return read_tables(file)[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
def test_csv_is_read_in_the_encodings_that_excel_saves(tmp_path: Path, encoding: str) -> None:
    """The rows keep the numbers they have in Excel; empty ones are none."""
    file = tmp_path / "events.csv"
    file.write_bytes(CSV.encode(encoding))
    table = read_tables(file)[0]
    assert (table.title, table.header) == ("events", ("编号", "标题"))
    assert {n: [c.value for c in row] for n, row in table.rows.items()} == {
        2: ["a", "甲, 乙"],
        4: ["b", "丙"],
    }


@pytest.mark.parametrize("separator", ["\t", ";"])
def test_csv_may_be_separated_otherwise(tmp_path: Path, separator: str) -> None:
    """The first line shows what divides the columns."""
    file = tmp_path / "events.csv"
    file.write_text(f"编号{separator}标题\na{separator}甲,乙\n", "utf-8")
    assert [cell.value for cell in read_tables(file)[0].rows[2]] == ["a", "甲,乙"]


def test_formulas_are_their_results_or_known_to_have_none(tmp_path: Path) -> None:
    """A formula that was never computed is no empty cell."""
    page, file = _saved(tmp_path)
    page.append(["a", "=1+1"])
    cell = _read(page, file).rows[2][1]
    assert (cell.value, cell.is_uncomputed, cell.is_empty) == (None, True, False)


def test_merged_cells_say_the_same(tmp_path: Path) -> None:
    """An id that stands merged beside three rows is the id of all of them."""
    page, file = _saved(tmp_path)
    for title in ("甲", "乙", "丙"):
        page.append(["a", title])
    page.merge_cells("A2:A4")
    assert [row[0] for row in _read(page, file).rows.values()] == [Cell("a")] * 3


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xd0\xcf\x11\xe0....", "这是旧格式的 .xls 文件"),
        (b"PK\x03\x04broken", "这个文件打不开，可能已经损坏，或者设了密码"),
        (b"\x89PNG\r\n\x1a\n\0\0", "这个文件不是表格"),
        (b"\xff\xff\xff", "文件的编码认不出来，可能已经损坏"),
    ],
)
def test_other_files_are_refused_with_the_way_out(
    tmp_path: Path, data: bytes, message: str
) -> None:
    """What is no table is said to be none, and what to do."""
    file = tmp_path / "a.xlsx"
    file.write_bytes(data)
    with pytest.raises(NoTableError) as raised:
        read_tables(file)
    assert raised.value.finding.message == message
    assert raised.value.finding.hint
