"""Tables matched with the sheets and columns of a kind."""

from __future__ import annotations

import pytest

from generators.editing.cells import Cell
from generators.editing.exporting import HELP_ID
from generators.editing.intake import kind_of, take_in
from generators.editing.tables import Table
from generators.records import KINDS


def _table(header: list[str], *rows: list[str], title: str = "常见问题") -> Table:
    cells = {n: tuple(map(Cell, row)) for n, row in enumerate(rows, start=2)}
    return Table(title, tuple(header), cells)


@pytest.mark.parametrize(
    ("title", "file", "kind"),
    [
        ("活动赛事", "a.xlsx", "events"),
        ("Sheet1", "events.csv", "events"),
        ("Sheet1", "活动赛事-问题.xlsx", "events"),
        ("Sheet1", "表格.xlsx", None),
    ],
)
def test_the_kind_is_known_by_a_sheet_or_the_file(title: str, file: str, kind: str | None) -> None:
    """An editor need not name the kind of what was exported."""
    found = kind_of([_table(["编号"], title=title)], file)
    assert (found.name if found else None) == kind


@pytest.mark.parametrize("heading", ["标题", " 标 题 ", "标题*", "title", "ＴＩＴＬＥ"])
def test_headings_are_recognised_however_they_are_written(heading: str) -> None:
    """A space or a star more in a heading does not lose a column."""
    intake = take_in(KINDS["faqs"], [_table(["编号", heading], ["a", "问题"])])
    assert [column.title for column in intake.layout.columns] == ["标题"]
    assert intake.rows["a"]["常见问题"][0].values == ("问题",)


def test_a_single_table_is_that_of_the_records() -> None:
    """A CSV has no titles of sheets."""
    intake = take_in(KINDS["faqs"], [_table(["编号", "标题"], ["a", "问题"], title="faqs")])
    assert list(intake.rows) == ["a"]


def test_an_unknown_column_that_says_something_is_a_fault() -> None:
    """What would be lost is said, with the column that was perhaps meant."""
    intake = take_in(KINDS["faqs"], [_table(["编号", "标提", "备用"], ["a", "问题", ""])])
    remark = intake.remarks[0]
    assert (remark.finding.code, remark.place and remark.place.cell) == ("sheet-column", "B1")
    assert remark.finding.hint == "您是不是要写“标题”？"
    assert len(intake.remarks) == 1


def test_without_ids_nothing_can_be_matched() -> None:
    """A table needs the column that says which record a row is."""
    intake = take_in(KINDS["faqs"], [_table(["标题"], ["问题"])])
    assert [remark.finding.message for remark in intake.remarks] == [
        "“常见问题”表里没有“编号”这一列"
    ]
    assert intake.rows == {}


def test_the_row_that_explains_is_no_record() -> None:
    """The help row may stay where it is."""
    intake = take_in(KINDS["faqs"], [_table(["编号", "标题"], [HELP_ID, "必填。"], ["a", "问题"])])
    assert list(intake.rows) == ["a"]


def test_a_formula_without_a_result_is_a_fault_of_its_cell() -> None:
    """It is no empty cell, which would take the value away."""
    table = Table("常见问题", ("编号", "标题"), {2: (Cell("a"), Cell(is_uncomputed=True))})
    remark = take_in(KINDS["faqs"], [table]).remarks[0]
    assert remark.place
    assert (remark.finding.code, remark.place.cell, remark.id) == ("sheet-formula", "B2", "a")
