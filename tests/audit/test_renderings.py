"""An audit as text, as JSON and as Markdown, and the table of all clauses."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from generators.audit import as_json, as_markdown, as_text, audit, clause_table
from generators.catalogue import Catalogue
from generators.records.statements import Statements
from tests.conftest import ROOT


def test_table_of_clauses_is_up_to_date(golden: Callable[[Path, str], None]) -> None:
    """docs/audit.md names every clause with its strength, its judges and what they look at."""
    golden(ROOT / "docs" / "audit.md", clause_table())


def test_text_says_what_is_not_kept_and_why(catalogue: Catalogue) -> None:
    """A clause is a line; one that is not kept shows the standard's words and the evidence."""
    lines = as_text(audit(catalogue)).splitlines()
    assert lines[0] == "LD/T 2001—2023《公共创业服务规范》对照，2026-11-22"
    assert lines[-2:] == [
        "应 33/33 通过　宜 19/20 通过　原则 4/4 通过　单项否决 6/6 通过　扣分 4/4 通过",
        "标准里的“应”全部通过。",
    ]
    place = lines.index(
        "  未通过  6.7.2 c)  宜  没做到：还没有指导成立创业者协会。计划2027年上半年先在范本县试点。"
    )
    assert lines[place + 1] == (
        "      标准：宜提供下列服务：指导组建创业者协会、商会等创客社群组织。"
    )
    assert lines[place + 3] == "      依据：2027年工作计划（征求意见稿，存综合业务科）"


def test_text_names_the_musts_that_fail(catalogue: Catalogue) -> None:
    """The last line is what stops the command, with a statement that was written for nothing."""
    place = catalogue.statements.statements[4].model_copy(update={"clause": "5.9"})
    lines = as_text(audit(replace(catalogue, statements=Statements(statements=(place,)))))
    assert "没有通过的“应”：5.1.1、5.1.2、" in lines.splitlines()[-1]
    assert "声明写了用不着声明的条款：5.9。" in lines


def test_json_is_one_document(catalogue: Catalogue) -> None:
    """With JSON a machine has every clause, the counts and the verdict on the whole."""
    document = json.loads(as_json(audit(catalogue)))
    assert document["passes"] is True
    assert document["as_of"] == "2026-11-22"
    assert document["tallies"]["应"] == {"passed": 33, "inapplicable": 0, "total": 33}
    assert [len(document[key]) for key in ("clauses", "site")] == [57, 10]
    first = document["clauses"][4]
    assert (first["clause"], first["state"], first["judges"]) == ("5.1.1", "通过", ["statement"])
    assert first["statement"]["valid_until"] == "2027-09-30"


def test_markdown_has_a_row_for_every_clause(catalogue: Catalogue) -> None:
    """A document to print has each clause once, what fails in bold."""
    text = as_markdown(audit(catalogue))
    assert sum(line.startswith("| ") for line in text.splitlines()) == 57 + 10 + 13
    assert "| 6.7.2 c) | 宜 | **未通过** | 宜提供下列服务：指导组建" in text
    assert "[创业政策](policies/)" in text
