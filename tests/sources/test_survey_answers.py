"""The table of a survey's answers: encodings, cells, columns; faults with row and column."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.diagnostics import Severity
from generators.records.surveys import Survey
from generators.rules import RULES
from generators.satisfaction import Answers
from generators.sources import Source
from generators.sources.survey_answers import read_answers

SURVEY = Survey.model_validate(
    {
        "period": "2026年",
        "sent": "100",
        "scale": "5",
        "dimensions": [
            {"name": "效率", "weight": "0.6", "items": ["等候时间", "办理时限"]},
            {"name": "材料", "weight": "0.4", "items": ["材料数量"]},
        ],
        "overall": "总体",
        "group": "区县",
    }
)
HEADER = "区县,等候时间,办理时限,材料数量,总体\n"
GOOD = HEADER + "示范区,5,4,,5\n,3,3,3,\n"
ANSWERS = (
    Answers({"等候时间": 5, "办理时限": 4, "总体": 5}, "示范区"),
    Answers({"等候时间": 3, "办理时限": 3, "材料数量": 3}, "未填写"),
)


def _read(data: str | bytes) -> tuple[tuple[Answers, ...], list[tuple[str, int, int, str]]]:
    encoded = data.encode() if isinstance(data, str) else data
    answers, findings = read_answers(Source("a.csv", encoded), SURVEY)
    assert all(finding.code in RULES for finding in findings)
    return answers, [(f.code, f.span.line, f.span.column, f.message) for f in findings]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_encodings_of_spreadsheets_are_read(encoding: str, line_end: str) -> None:
    """What a spreadsheet saves is read without complaint, and blanks are answers left out."""
    assert _read(GOOD.replace("\n", line_end).encode(encoding)) == (ANSWERS, [])


def test_blank_rows_and_spaces_are_no_answers() -> None:
    """Empty rows at the end, and spaces about a cell, mean nothing."""
    assert _read(GOOD.replace("5,4,", " 5 , 4,") + ",,,,\n\n") == (ANSWERS, [])


@pytest.mark.parametrize("cell", ["6", "0", "55", "4.5", "５", "好", "-1", "5分", "²"])
def test_cell_that_is_no_score(cell: str) -> None:
    """A cell off the scale is named by row, column and item."""
    message = f"第3行第4列（材料数量）写的是“{cell}”，要写 1 到 5 的整数"
    found = [("survey-cell", 3, 9, message)]
    assert _read(HEADER + f"示范区,5,4,3,5\n样例区,5,4,{cell},5\n") == ((), found)


def test_line_of_a_row_is_that_of_the_file() -> None:
    """A quoted cell with a line break moves the rows below it."""
    (finding,) = _read(HEADER + '"示范\n区",5,4,3,5\n\n样例区,5,4,9,5\n')[1]
    assert finding == (
        "survey-cell",
        5,
        9,
        "第5行第4列（材料数量）写的是“9”，要写 1 到 5 的整数",
    )


def test_long_cell_is_cut() -> None:
    """Of a cell full of text only the beginning is quoted."""
    ((_, _, _, message),) = _read(HEADER + f"示范区,5,4,{'好' * 50},5\n")[1]
    assert f"“{'好' * 20}…”" in message


def test_row_of_another_length() -> None:
    """A row with too few or too many cells is one fault, at its line."""
    assert _read(HEADER + "示范区,5,4\n示范区,5,4,3,5,1\n")[1] == [
        ("ragged-table", 2, 1, "第2行有3格，第一行有5格"),
        ("ragged-table", 3, 1, "第3行有6格，第一行有5格"),
    ]


def test_columns_that_are_missing_or_double() -> None:
    """A column must be there once; the rows are not judged before it is."""
    answers, findings = _read("区县,等侯时间,办理时限,办理时限,总体\n示范区,9,9,9,9\n")
    assert answers == ()
    assert findings == [
        ("survey-column", 1, 1, "没有“等候时间”这一列"),
        ("survey-column", 1, 1, "有2列都叫“办理时限”"),
        ("survey-column", 1, 1, "没有“材料数量”这一列"),
        ("survey-column", 1, 4, "第2列“等侯时间”没有用到"),
    ]


def test_column_without_use_is_a_warning() -> None:
    """Names and phones have no place in a survey; the figures are computed all the same."""
    table = "\n".join(f"{line},张三" for line in GOOD.splitlines()).replace("张三", "姓名", 1)
    answers, (finding,) = read_answers(Source("a.csv", table.encode()), SURVEY)
    assert answers == ANSWERS
    assert (finding.severity, finding.message) == (Severity.WARNING, "第6列“姓名”没有用到")
    assert finding.hint == "删掉这一列，尤其是姓名、电话；要计算就写进权重文件"


def test_item_that_nobody_answered() -> None:
    """An item without a single score has no mean."""
    assert _read(HEADER + "示范区,5,4,,5\n")[1] == [
        ("survey-column", 1, 14, "“材料数量”这一列一个分数也没有")
    ]


@pytest.mark.parametrize("table", [HEADER, HEADER + ",,,,\n"])
def test_table_without_answers(table: str) -> None:
    """A header alone is no survey."""
    assert _read(table) == ((), [("empty-file", 1, 1, "问卷表里没有一份答卷")])


def test_table_that_is_too_large() -> None:
    """The way out of a table that is too large is to divide it."""
    _, (finding,) = read_answers(Source("a.csv", b"1" * 1_000_001), SURVEY)
    assert (finding.code, finding.hint) == ("file-too-large", "分成几个文件，分别计算")


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_answers_or_findings(tail: bytes) -> None:
    """Whatever stands in a file, there are answers or there is a finding."""
    for data in (tail, HEADER.encode() + tail):
        answers, findings = _read(data)
        assert answers or findings
