"""Workbooks as their editors find them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from generators.diagnostics import Diagnostic
from generators.editing.exporting import HELP_ID, readable
from generators.editing.importing import propose
from generators.outputs.known_values import Known
from generators.records import KINDS
from generators.sources import Source
from tests.editing.workbooks import (
    exported,
    known_below,
    page_of,
    place_of,
    sources_of,
    taken_in,
)
from tests.samples import CONTENT

UNCHECKED: list[Diagnostic] = []


@pytest.fixture(scope="module")
def known() -> Known:
    """Return what may be chosen in the project's own records."""
    return known_below(CONTENT)


@pytest.fixture(scope="module")
def events(known: Known) -> Workbook:
    """Return the workbook of the project's own events."""
    return exported(CONTENT, "events", known)


@pytest.fixture(scope="module")
def policies(known: Known) -> Workbook:
    """Return the workbook of the project's own policies."""
    return exported(CONTENT, "policies", known)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_comes_back_without_a_difference(
    kind: str, tmp_path: Path, known: Known
) -> None:
    """What is exported and imported again changes no byte, with and without what was kept."""
    intake = taken_in(exported(CONTENT, kind, known), kind, tmp_path)
    sources = {source.id: source for source in sources_of(CONTENT, kind)}
    assert intake.rows.keys() == intake.base.keys() == sources.keys()
    for base in (intake.base, {}):
        intake.base = dict(base)
        proposal = propose(KINDS[kind], intake, sources, lambda proposed: UNCHECKED)
        assert (proposal.changes, proposal.remarks) == ((), ())


def test_headings_are_chinese_and_the_second_row_explains_them(events: Workbook) -> None:
    """An editor sees no key of the files."""
    page = page_of(events, "活动赛事")
    titles = [str(cell.value) for cell in page[1]]
    assert titles[:5] == ["编号", "标题", "一句话说明", "活动类型", "开始时间"]
    assert page["A2"].value == HELP_ID
    audiences = page.cell(2, titles.index("适用人群") + 1).value
    assert str(audiences).endswith("可选的见“可选值”表。一行写一项（Alt+回车换行）。")
    assert page.freeze_panes == "C3"
    assert page.column_dimensions["B"].width <= 36


def test_dates_are_dates_and_numbers_numbers(events: Workbook) -> None:
    """Excel can sort and compute with them."""
    page = page_of(events, "活动赛事")
    starts = page.cell(*place_of(page, "city-contest-2026", "开始时间"))
    assert (starts.value, starts.number_format) == (datetime(2026, 6, 13, 9), "yyyy-mm-dd hh:mm")
    assert page.cell(*place_of(page, "city-contest-2026", "报名·名额")).value == 100


def test_cells_to_come_have_the_format_of_their_column(events: Workbook) -> None:
    """A telephone that is typed into an empty row keeps its zeros."""
    page = page_of(events, "联系方式")
    assert page.column_dimensions["C"].number_format == "@"


def test_short_choices_drop_down_in_the_cell_and_long_ones_from_a_hidden_sheet(
    events: Workbook,
) -> None:
    """Vocabularies and ids stand on a sheet that nobody changes by accident."""
    page = page_of(events, "活动赛事")
    formulas = {str(rule.formula1) for rule in page.data_validations.dataValidation}
    assert '"线下,线上,线上线下同步"' in formulas
    assert any(formula.startswith("'选项'!$") for formula in formulas)
    assert events["选项"].sheet_state == "hidden"
    column = next(c for c in page_of(events, "选项").columns if c[0].value == "地区")
    assert "示例市" in [cell.value for cell in column]


def test_ids_can_be_looked_up_with_their_titles(events: Workbook) -> None:
    """Nobody knows an id by heart."""
    page = page_of(events, "可选值")
    titles = [cell.value for cell in page[1]]
    place = titles.index("孵化基地编号") + 1
    values = {page.cell(row, place).value: page.cell(row, place + 1).value for row in range(2, 12)}
    assert values["incubator-women"] == "示例市样例女性创业空间"


def test_nested_lists_have_sheets_with_ids_to_choose(policies: Workbook) -> None:
    """A row of a benefit names its policy."""
    page = page_of(policies, "支持内容")
    assert page["A1"].value == "编号"
    formulas = [str(rule.formula1) for rule in page.data_validations.dataValidation]
    assert "'创业政策'!$A$3:$A$5000" in formulas


def test_a_text_never_becomes_a_formula(tmp_path: Path, events: Workbook) -> None:
    """A list in Markdown begins with a dash, and an attack with an equals sign."""
    page = page_of(events, "活动赛事")
    formulas = [cell for row in page.iter_rows() for cell in row if cell.data_type == "f"]
    assert formulas == []
    dashed = [c for row in page.iter_rows() for c in row if str(c.value).startswith("-")]
    assert all(cell.quotePrefix for cell in dashed)


def test_what_cannot_be_read_is_left_out_and_named() -> None:
    """A file with broken YAML is a finding, and no row."""
    sources = [Source("faqs/a.yml", b"title: [\n"), Source("faqs/b.yml", b"title: x\n")]
    trees, faults = readable(sources)
    assert [identifier for identifier, _ in trees] == ["b"]
    assert [fault.span.path for fault in faults] == ["faqs/a.yml"]
