"""Faults shown at their cells, and written into a copy of what was handed in."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from generators.diagnostics import Diagnostic, Span
from generators.editing.cells import Cell
from generators.editing.remarks import Place, Remark, annotated, in_text
from generators.editing.tables import Table

MOBILE = "13900005678"


def _remark(message: str = "日历上没有“2026-02-30”这一天", value: str = "2026-02-30") -> Remark:
    finding = Diagnostic("impossible-date", message, Span("events/a.yml"), hint="核对一下")
    return Remark(Place("活动赛事", 3, 2, "开始日期", value), finding, "a")


@pytest.fixture
def handed_in() -> bytes:
    """Return a workbook of one row."""
    book = Workbook()
    page = book.worksheets[0]
    page.title = "活动赛事"
    page.append(["编号", "开始日期"])
    page.append(["a", "2026-02-30"])
    page["A1"].comment = Comment("别动这一列", "同事")
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _copy(data: bytes, *remarks: Remark) -> Workbook:
    table = Table("活动赛事", ("编号", "开始日期"), {3: (Cell("a"), Cell("2026-02-30"))})
    return load_workbook(BytesIO(annotated(data, [table], remarks)))


def test_a_fault_names_sheet_cell_row_and_column() -> None:
    """Fault, place, way out, as everywhere."""
    assert in_text([_remark()], "活动.xlsx") == (
        "错误[impossible-date]：日历上没有“2026-02-30”这一天\n"
        "  --> 活动.xlsx “活动赛事”表 B3（第3行，开始日期）：2026-02-30\n"
        "  怎么改：核对一下"
    )


def test_a_fault_elsewhere_names_its_file() -> None:
    """What an import breaks in another record has no cell."""
    finding = Diagnostic("unknown-window", "没有这个窗口", Span("procedures/a.yml", 7, 3))
    assert "  --> procedures/a.yml:7:3" in in_text([Remark(None, finding)], "a.xlsx")


def test_the_copy_has_comments_and_a_list_of_faults(handed_in: bytes) -> None:
    """A comment at the cell, and a first sheet that leads to it."""
    book = _copy(handed_in, _remark())
    comment = book["活动赛事"]["B3"].comment
    assert comment
    assert comment.text == "【检查】错误：日历上没有“2026-02-30”这一天\n怎么改：核对一下"
    assert book.sheetnames[0] == "问题"
    assert book["问题"]["A2"].value == "活动赛事!B3"
    assert book["问题"]["A2"].hyperlink.location == "'活动赛事'!B3"


def test_a_second_copy_forgets_what_was_mended(handed_in: bytes) -> None:
    """Comments of an earlier import go, those of colleagues stay."""
    stream = BytesIO()
    note = Remark(Place("活动赛事", 1, 1, "编号"), _remark().finding)
    _copy(handed_in, _remark(), note).save(stream)
    book = _copy(stream.getvalue())
    page = book["活动赛事"]
    assert page["B3"].comment is None
    assert page["A1"].comment
    assert page["A1"].comment.text == "别动这一列"
    assert book.sheetnames.count("问题") == 1


def test_personal_data_is_masked_wherever_it_is_shown(handed_in: bytes) -> None:
    """A number that must not be public is not copied into a comment or onto the screen."""
    remark = _remark(f"这里有手机号 {MOBILE}", value=f"找小王 {MOBILE}")
    assert MOBILE not in in_text([remark], "a.xlsx")
    book = _copy(handed_in, remark)
    comment = book["活动赛事"]["B3"].comment
    assert comment
    assert MOBILE not in comment.text
    assert MOBILE not in [cell.value for row in book["问题"].iter_rows() for cell in row]


def test_the_copy_of_a_csv_is_a_workbook() -> None:
    """The rows stand where they stood."""
    book = _copy("编号,开始日期\n".encode(), _remark())
    assert book["活动赛事"]["B3"].value == "2026-02-30"
    assert book["活动赛事"]["B3"].comment
