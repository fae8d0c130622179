"""The file of a new record."""

from __future__ import annotations

import pytest

from generators.editing.assembly import assemble
from generators.editing.drafting import drafted
from generators.editing.planning import plan
from generators.editing.rows import Row, rows_of
from generators.records import KINDS
from generators.sources import Entry, Source, read_entry, yaml_tree
from tests.samples import SAMPLES


def _draft(kind: str) -> str:
    layout = plan(KINDS[kind])
    rows: dict[str, list[Row]] = {}
    for sheet, row in rows_of(layout, "a", SAMPLES[kind]()):
        rows.setdefault(sheet.title, []).append(row)
    return drafted(KINDS[kind], layout, assemble(layout, rows).data)


@pytest.mark.parametrize("kind", KINDS)
def test_the_draft_of_every_kind_is_a_record_without_findings(kind: str) -> None:
    """It is valid, its keys are in order, no line ends with a space."""
    read = read_entry(Source(f"{kind}/a.yml", _draft(kind).encode()))
    assert isinstance(read, Entry)
    assert read.findings == ()


@pytest.mark.parametrize("kind", KINDS)
def test_what_may_be_added_is_yaml_behind_its_mark(kind: str) -> None:
    """Without the marks at their beginning the further lines name fields of the kind."""
    further = _draft(kind).partition("字段会排好顺序。\n")[2].splitlines()
    tree = yaml_tree.plain(yaml_tree.compose("", "\n".join(line[2:] for line in further)))
    assert set(tree) == set(KINDS[kind].model.model_fields) - set(SAMPLES[kind]())


def test_a_field_is_explained_above_it() -> None:
    """A comment has the Chinese name and what to write; of a part also its keys."""
    lines = _draft("events").splitlines()
    assert lines[lines.index("place: 路演厅") - 1] == "# 地点：必填。线上活动写平台名称。"
    assert (
        "# # 报名：opens_on 报名开始；closes_on 报名截止；how 报名方式；url 报名网址；seats 名额"
        in lines
    )
