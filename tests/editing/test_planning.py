"""The sheets and columns of every kind, found by its annotations."""

from __future__ import annotations

import pytest

from generators.editing.planning import plan
from generators.editing.plans import BRANCH, ID, LEVEL, Column, Shape, Sheet, all_sheets
from generators.records import KINDS
from generators.records.base import key_order
from generators.records.values import Reference


def _column(kind: str, title: str, sheet: str = "") -> Column:
    sheets = {s.title: s for s in all_sheets(plan(KINDS[kind]))}
    return next(c for c in sheets[sheet or KINDS[kind].label].columns if c.title == title)


def _sheet(kind: str, title: str) -> Sheet:
    return next(s for s in all_sheets(plan(KINDS[kind])) if s.title == title)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_in_the_workbook(kind: str) -> None:
    """Each field of a model has a column or a sheet, in the order of the keys."""
    layout = plan(KINDS[kind])
    first = [str(column.path[0]) for column in layout.columns]
    listed = {str(sheet.path[0]) for sheet in all_sheets(layout) if sheet.path}
    order = key_order(KINDS[kind].model)
    assert {*first, *listed} == set(order)
    assert first == sorted(first, key=order.index)


@pytest.mark.parametrize("kind", KINDS)
def test_titles_are_ones_that_excel_takes(kind: str) -> None:
    """Titles of sheets and of a sheet's columns are unique, and those of sheets short."""
    sheets = list(all_sheets(plan(KINDS[kind])))
    assert len({sheet.title for sheet in sheets}) == len(sheets)
    assert all(
        len(sheet.title) <= 31 and not set(sheet.title) & set("[]:*?/\\") for sheet in sheets
    )
    for sheet in sheets:
        titles = [*sheet.keys, *(column.title for column in sheet.columns)]
        assert len(set(titles)) == len(titles)


def test_columns_know_what_they_take() -> None:
    """Shapes, choices, terms, references and lists are read from the annotations."""
    assert _column("events", "开始时间").shape is Shape.MOMENT
    assert _column("events", "活动类型").options[:2] == ("大赛", "路演")
    assert _column("events", "适用地区").term == "regions"
    assert _column("events", "承办孵化基地").reference == Reference("incubators")
    assert _column("policies", "贴息比例", "支持内容").shape is Shape.PERCENT
    audiences = _column("events", "适用人群")
    assert (audiences.term, audiences.is_list) == ("audiences", True)


def test_help_says_what_is_needed_and_how_it_is_written() -> None:
    """A field of an optional part is needed only where the part is written."""
    assert _column("events", "标题").says == "必填。2—60个字，用群众的叫法。"
    closes = _column("events", "报名·报名截止")
    assert closes.says == "写了“报名”的必填。日期写成 2026-01-31 的样子。"
    assert not closes.is_required
    assert _column("events", "形式").says.endswith("不写就是“线下”。")
    window = _column("procedures", "在哪办·办理窗口")
    assert window.says == "必填。写服务机构的编号#窗口名称。"


def test_what_holds_itself_is_one_sheet_with_levels() -> None:
    """The conditions of a policy, which hold conditions, stand on one sheet."""
    sheet = _sheet("policies", "资格判断·全部满足")
    assert sheet.keys == (ID, LEVEL, BRANCH)
    assert sheet.branches == (("all", "全部满足"), ("any", "满足其一"))
    assert not any(column.path in (("all",), ("any",)) for column in sheet.columns)


def test_a_list_or_a_word_has_a_column_and_a_sheet() -> None:
    """The complaints of a procedure are `inherit`, or channels of their own."""
    assert _column("procedures", "监督投诉方式").options == ("inherit",)
    assert _sheet("procedures", "监督投诉方式").path == ("complaints",)


def test_a_table_has_as_many_columns_as_are_needed() -> None:
    """The rows of a published table are lists of texts."""
    table = next(s for s in all_sheets(plan(KINDS["notices"], width=12)) if s.is_table)
    assert [column.title for column in table.columns][-1] == "第12列"


def test_lists_say_whether_the_record_must_have_them() -> None:
    """Materials may be none, but must be said to be none; steps must be written."""
    assert _sheet("procedures", "申请材料").may_be_empty
    assert _sheet("procedures", "办理流程").is_required
    assert not _sheet("procedures", "不归我们管").is_required
