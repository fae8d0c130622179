"""Records of a kind as a workbook that editors can fill in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generators.diagnostics import Diagnostic
from generators.editing.cells import cell_value
from generators.editing.dropdowns import DropDowns, limit_branches, limit_ids
from generators.editing.looks import (
    FIRST_ROW,
    cell_at,
    dress,
    dress_key,
    number_format,
    put,
    set_heights,
)
from generators.editing.merging import BASE, fingerprints
from generators.editing.planning import TABLE_WIDTH, plan
from generators.editing.plans import ABOVE, BRANCH, ID, LEVEL, Sheet, all_sheets
from generators.editing.rows import Row, rows_of, value_at
from generators.outputs.known_values import Known
from generators.records import Kind
from generators.sources import Source, yaml_tree
from generators.sources.text import UnreadableError
from generators.sources.yaml_tree import Tree

HELP_ID = "（说明行，不导入）"
"""Stands in the help row in the place of an id."""
MANUAL = "填写说明"

_TITLE_WIDTH = 36
_KEY_WIDTHS = {ID: 30, ABOVE: 10, LEVEL: 10, BRANCH: 12}
_KEY_HELP = {
    ABOVE: "上一张表里，这条记录的第几行。",
    LEVEL: "1、2 是第一层；1.1 属于 1。",
    BRANCH: "第一层不写。下面的层写在上一层的哪一组。",
}
_ADVICE = (
    ("怎么改", "直接改格子里的内容。橙色标题的列必填；第2行说明每一列怎么写。"),
    ("加一条", "在最后一行下面接着写。编号就是网址，只用小写字母、数字和连字符，定了不要改。"),
    ("删一条", "在第一张表里删掉一行，不会删除网站上的记录。要删记录，请管理员删文件。"),
    ("清空", "清空一格，就是删掉记录里的这一项。在分表里删掉一行，就是删掉记录里的这一条。"),
    ("分表", "材料、流程、场次这样的内容在分表里，用编号对应；从上到下就是页面上的顺序。"),
    ("一格多项", "一行写一项，按 Alt+回车 换行。一项里面要换行的，下一行前面空两格。"),
    ("标题行", "不要改标题和分表的名字。用不着的列、用不着的分表可以整个删掉，删掉的不会改动。"),
    ("导入", "先看会改什么：catalogue import 文件名.xlsx --dry-run。没有问题，再去掉 --dry-run。"),
    ("有问题", "问题会写进“文件名-问题.xlsx”的批注里。照着改完，直接导入那个文件也行。"),
)


def export(kind: Kind, trees: Sequence[tuple[str, Tree]], known: Known) -> bytes:
    """Return the workbook of records, each an id and what its file says."""
    layout = plan(kind, width=_table_width(kind, [tree for _, tree in trees]))
    rows = [pair for identifier, tree in trees for pair in rows_of(layout, identifier, tree)]
    book, lists = Workbook(), DropDowns(known)
    book.remove(book.worksheets[0])
    for sheet in all_sheets(layout):
        page = book.create_sheet(sheet.title)
        _fill(page, sheet, [row for owner, row in rows if owner is sheet], lists)
        if sheet is not layout:
            limit_ids(page, layout.title)
    _explain(book.create_sheet(MANUAL), layout)
    lists.write(book)
    base = book.create_sheet(BASE)
    base.sheet_state = "veryHidden"
    base.append([ID, "导出时的内容"])
    for identifier, tree in trees:
        base.append([identifier, fingerprints(layout, identifier, tree)])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def readable(
    sources: Iterable[Source],
) -> tuple[list[tuple[str, Tree]], list[Diagnostic]]:
    """Return what files say, each with its id, and why others cannot be read."""
    trees: list[tuple[str, Tree]] = []
    faults: list[Diagnostic] = []
    for source in sources:
        try:
            trees.append((source.id, yaml_tree.plain(yaml_tree.compose(source.path, source.text))))
        except UnreadableError as error:
            faults += error.findings
    return trees, faults


def _table_width(kind: Kind, trees: Iterable[Tree]) -> int:
    """Return how many columns the widest table needs, and some to spare."""
    paths = [sheet.path for sheet in all_sheets(plan(kind)) if sheet.is_table]
    tables = [value_at(tree, path) for tree in trees for path in paths]
    rows = [row for table in tables if isinstance(table, list) for row in table]
    return max([TABLE_WIDTH, *(len(row) + 2 for row in rows if isinstance(row, list))])


def _fill(page: Worksheet, sheet: Sheet, rows: Sequence[Row], lists: DropDowns) -> None:
    page.append([*sheet.keys, *(column.title for column in sheet.columns)])
    page.append([HELP_ID, *map(_KEY_HELP.get, sheet.keys[1:]), *map(lists.says, sheet.columns)])
    for number, row in enumerate(rows, start=FIRST_ROW):
        _write(page, number, sheet, row)
    for place, key in enumerate(sheet.keys, start=1):
        dress_key(page, place, _KEY_WIDTHS[key])
        if key == BRANCH:
            limit_branches(page, place, [title for _, title in sheet.branches])
    for place, column in enumerate(sheet.columns, start=len(sheet.keys) + 1):
        dress(page, place, column)
        lists.offer(page, place, column)
    _freeze(page, sheet)
    set_heights(page)


def _freeze(page: Worksheet, sheet: Sheet) -> None:
    """Keep the headings in sight, and the ids, of records also the titles, cut to leave room."""
    titles = 0 if sheet.path else 1
    if titles:
        title = page.column_dimensions[get_column_letter(len(sheet.keys) + 1)]
        title.width = min(title.width, _TITLE_WIDTH)
    page.freeze_panes = f"{get_column_letter(len(sheet.keys) + titles + 1)}{FIRST_ROW}"


def _write(page: Worksheet, number: int, sheet: Sheet, row: Row) -> None:
    keys = {ID: row.id, ABOVE: row.above, LEVEL: row.level, BRANCH: row.branch}
    for place, key in enumerate(sheet.keys, start=1):
        put(cell_at(page, number, place), keys[key] or None, shown="@")
    pairs = zip(sheet.columns, row.values, strict=True)
    for place, (column, value) in enumerate(pairs, start=len(sheet.keys) + 1):
        put(cell_at(page, number, place), cell_value(column, value), shown=number_format(column))


def _explain(page: Worksheet, layout: Sheet) -> None:
    """Say how to fill in the workbook, and what is on which sheet."""
    sheets = ((f"分表：{sheet.title}", sheet.says) for sheet in all_sheets(layout) if sheet.path)
    for number, (topic, text) in enumerate((*_ADVICE, *sheets), start=1):
        put(cell_at(page, number, 1), topic)
        put(cell_at(page, number, 2), text)
        cell_at(page, number, 1).font = Font(bold=True)
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 34, 90
