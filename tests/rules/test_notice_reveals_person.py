"""Notices and their lists: what they must not tell of people."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.diagnostics import Severity, Span
from generators.rules.notice_reveals_person import CODE
from tests.attachment_files import docx, paragraph, table, xlsx
from tests.samples import Fields, as_text, findings, notice

NOTICE = as_text(notice())
LINE = len(NOTICE.splitlines())


def _list(columns: list[str], *rows: list[str]) -> Fields:
    return notice(table={"columns": columns, "rows": list(rows)})


def _messages(root: Path, fields: Fields) -> list[str]:
    return [found.message for found in findings(root, CODE, {"notices/a.yml": fields})]


def test_column_is_at_its_heading(tmp_path: Path) -> None:
    """The heading of a column that must not be there is pointed at."""
    text = NOTICE + "table:\n  columns: [姓名, 出生日期]\n  rows:\n    - [张*, 1985-03-12]\n"
    (found,) = findings(tmp_path, CODE, {"notices/a.yml": text})
    assert found.message == "名单里的“出生日期”一列写着出生日期"
    assert found.span == Span("notices/a.yml", LINE + 2, 17, LINE + 2, 21)
    assert found.hint == "整列或整句删掉；身份证号要留就遮住中间，住址只写到街道（乡镇）"
    assert (found.severity, found.reference) == (Severity.ERROR, "个人信息保护法 第二十五条")


def test_unmasked_identity_numbers_are_found(tmp_path: Path) -> None:
    """One number that is not masked is enough, even where its check digit is wrong."""
    rows = (["张三", "110105194912310021"], ["李*", "110***********021"])
    assert _messages(tmp_path, _list(["姓名", "身份证号"], *rows)) == [
        "名单里的“身份证号”一列写着身份证号"
    ]


def test_masked_identity_numbers_are_fine(tmp_path: Path) -> None:
    """Where all are masked the column may stand."""
    row = ["张*", "110***********021", "示范区新河街道"]
    assert _messages(tmp_path, _list(["姓名", "身份证号", "所在街道（乡镇）"], row)) == []


def test_faulty_notice_is_looked_at(tmp_path: Path) -> None:
    """A list with a ragged row, in a record that is no record yet, is no hiding place."""
    fields = _list(["姓名", "残疾类别"], ["张*", "肢体"], ["李*"])
    assert _messages(tmp_path, fields) == ["名单里的“残疾类别”一列写着残疾情况"]


def test_text_is_at_its_words(tmp_path: Path) -> None:
    """A birth date in the body is pointed at where it stands."""
    text = NOTICE.replace("现在征集。", "|\n  名单：\n  张某，出生日期：1985年3月12日\n")
    (found,) = findings(tmp_path, CODE, {"notices/a.yml": text})
    assert found.message == "这里写着出生日期 ****年*月**日"
    line = text[: text.index("1985")].count("\n") + 1
    assert found.span == Span("notices/a.yml", line, 11, line, 21)
    assert found.secret


def test_table_in_the_text(tmp_path: Path) -> None:
    """A table in Markdown is a list like any other."""
    body = "名单\n\n| 姓名 | 家庭住址 |\n| --- | --- |\n| 张三 | 样板路一号 |\n\n完"
    assert _messages(tmp_path, notice(body=body)) == ["表格里的“家庭住址”一列写着家庭住址"]


@pytest.mark.parametrize(
    ("name", "data", "messages"),
    [
        (
            "list.xlsx",
            xlsx([["2026年名单"], ["姓名", "手机"], ["张三", "0000-1234567"]]),
            ["附件的工作表 名单里“手机”一列写着联系方式"],
        ),
        (
            "list.csv",
            "姓名,困难情况\n张三,大病\n".encode(),
            ["附件的表格里“困难情况”一列写着困难情况"],
        ),
        (
            "list.docx",
            docx(table(["姓名", "出生年月"], ["张三", "1985.03"])),
            ["附件的document.xml里“出生年月”一列写着出生日期"],
        ),
        (
            "list.docx",
            docx(paragraph("家庭住址：示范区幸福路12号")),
            ["附件的document.xml里写着家庭住址 示范区＊＊＊**＊"],
        ),
        ("list.docx", docx(table(["姓名", "", "出生日期", ""], ["", "", "民族", "汉"])), []),
        ("list.xlsx", xlsx([["姓名", "出生日期"], ["", ""]]), []),
    ],
)
def test_attached_lists(name: str, data: bytes, messages: list[str], tmp_path: Path) -> None:
    """The lists that a notice offers are looked at as well; empty forms are fine."""
    offered = [{"name": "名单", "file": f"attachments/{name}"}]
    files = {"notices/a.yml": notice(downloads=offered), f"attachments/{name}": data}
    found = findings(tmp_path, CODE, files)
    assert [finding.message for finding in found] == messages
    assert {finding.span for finding in found} <= {Span(f"attachments/{name}")}


def test_attachments_of_others_may_ask(tmp_path: Path) -> None:
    """A file that no notice offers is not a list of people."""
    assert findings(tmp_path, CODE, {"attachments/a.csv": "姓名,手机\n甲,139\n".encode()}) == []
