"""Records as rows and rows as records."""

from __future__ import annotations

import pytest

from generators.editing.assembly import Misplaced, assemble
from generators.editing.planning import plan
from generators.editing.plans import Sheet, all_sheets
from generators.editing.rows import Row, rows_of
from generators.records import KINDS
from generators.sources.yaml_tree import Tree
from tests.samples import SAMPLES, channel, procedure

POLICIES = plan(KINDS["policies"])
CONDITIONS = next(s for s in all_sheets(POLICIES) if s.branches)
EVENTS = plan(KINDS["events"])


def _rows(layout: Sheet, data: Tree) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {}
    for sheet, row in rows_of(layout, "a", data):
        rows.setdefault(sheet.title, []).append(row)
    return rows


def _condition(level: str, branch: str = "", **changes: str) -> Row:
    values = [changes.get(str(column.path[0])) for column in CONDITIONS.columns]
    return Row("a", tuple(values), level=level, branch=branch)


def _misplaced(*conditions: Row) -> list[Misplaced]:
    rows = {POLICIES.title: [Row("a", (None,) * len(POLICIES.columns))]}
    return list(assemble(POLICIES, rows | {CONDITIONS.title: list(conditions)}).misplaced)


@pytest.mark.parametrize("kind", KINDS)
def test_the_sample_of_every_kind_comes_back(kind: str) -> None:
    """What a record says is put together again from its rows, but for empty lists."""
    layout = plan(KINDS[kind])
    data = assemble(layout, _rows(layout, SAMPLES[kind]())).data
    again = assemble(layout, _rows(layout, data)).data
    assert data == again
    assert set(data) == set(SAMPLES[kind]())


def test_rows_of_a_list_stand_in_its_order() -> None:
    """A row an item, each with the id of the record."""
    event: Tree = {"prizes": [{"name": "一等奖"}, {"name": "二等奖"}]}
    prizes = _rows(EVENTS, event)["奖励"]
    assert [(row.id, row.values[0]) for row in prizes] == [("a", "一等奖"), ("a", "二等奖")]


def test_conditions_within_conditions_have_levels() -> None:
    """A condition tells its level and the list of the level above that it stands in."""
    tree: Tree = {
        "eligibility": {"all": [{"any": [{"manual": "甲"}, {"all": [{"manual": "乙"}]}]}]}
    }
    rows = _rows(POLICIES, tree)[CONDITIONS.title]
    assert [(row.level, row.branch) for row in rows] == [
        ("1", ""),
        ("1.1", "满足其一"),
        ("1.2", "满足其一"),
        ("1.2.1", "全部满足"),
    ]
    made = assemble(POLICIES, _rows(POLICIES, tree))
    assert made.data == tree
    assert made.places["eligibility", "all", 0, "any", 1, "all", 0][1].level == "1.2.1"


@pytest.mark.parametrize(
    ("rows", "column", "message"),
    [
        ([_condition("1"), _condition("1")], "层次", "层次“1”写了两次"),
        ([_condition("2.1", "满足其一")], "层次", "“2.1”的上一层没有写"),
        ([_condition("1"), _condition("1.1", "都行")], "写在", "没有“都行”这一种"),
    ],
)
def test_levels_that_lead_nowhere_are_named(rows: list[Row], column: str, message: str) -> None:
    """A row that belongs to nothing is a fault at the cell that says to what it belongs."""
    fault = _misplaced(*rows)[0]
    assert (fault.column, fault.message) == (column, message)
    assert fault.hint


def test_a_word_and_a_list_for_one_field_are_a_fault() -> None:
    """Complaints are `inherit` or channels; both cannot be written."""
    layout = plan(KINDS["procedures"])
    rows = _rows(layout, procedure())
    rows |= {"监督投诉方式": _rows(layout, procedure(complaints=[channel()]))["监督投诉方式"]}
    fault = assemble(layout, rows).misplaced[0]
    assert fault.message == "“监督投诉方式”已经写了“inherit”，这里又写了"


def test_a_list_that_must_be_there_may_be_empty() -> None:
    """No materials is something that a procedure says."""
    layout = plan(KINDS["procedures"])
    assert assemble(layout, _rows(layout, procedure())).data["materials"] == []


def test_the_rows_of_a_table_are_lists_of_texts() -> None:
    """A table's row ends at its last text; a hole in it stays one."""
    layout = plan(KINDS["notices"])
    tree: Tree = {"table": {"columns": ["甲", "乙", "丙"], "rows": [["1", "", "3"], ["4", "5"]]}}
    made = assemble(layout, _rows(layout, tree))
    assert made.data == tree
