"""Personal numbers in records: where they stand, and never in full."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.build.checking import check
from generators.diagnostics import Severity, Span, render_json, render_text
from generators.rules.personal_data_in_record import CODE
from tests.samples import AS_OF, FAQ, as_text, content_folder, findings, mentor

MOBILE = "13912345678"


def test_number_is_at_its_digits(tmp_path: Path) -> None:
    """The digits are pointed at, the message is masked and says what to do."""
    text = FAQ.replace("answer: ", f"answer: 打 {MOBILE}。")
    (found,) = findings(tmp_path, CODE, {"faqs/a.yml": text})
    assert (found.message, found.severity) == ("这里有手机号 139*****678", Severity.ERROR)
    assert found.span == Span("faqs/a.yml", 3, 11, 3, 22)
    assert found.hint == "删掉，或者换成单位的座机；必须区分同名的人时遮住中间的数字"
    assert found.reference == "个人信息保护法 第二十五条"


@pytest.mark.parametrize(
    ("written", "line", "column"),
    [
        (f'"甲 {MOBILE}"', 3, 12),
        (f"'{MOBILE}'", 3, 10),
        (f"|\n  甲\n  乙 {MOBILE}\n", 5, 5),
        (f"甲\n  乙 {MOBILE}", 4, 5),
        (f"甲  # 问 {MOBILE}", 3, 16),
    ],
)
def test_number_in_every_kind_of_text(written: str, line: int, column: int, tmp_path: Path) -> None:
    """Quotes, blocks, folded lines and comments: the digits are found in their line."""
    text = FAQ.replace("answer: 财政付一半，您付另一半。", f"answer: {written}")
    (found,) = findings(tmp_path, CODE, {"faqs/a.yml": text})
    assert found.span == Span("faqs/a.yml", line, column, line, column + 11)


def test_number_that_is_divided_is_at_its_text(tmp_path: Path) -> None:
    """A number that only the value shows, written with escapes or over two lines, is found."""
    text = FAQ.replace("answer: 财政付一半，您付另一半。", 'answer: "\\u0031391234\n  5678"')
    (found,) = findings(tmp_path, CODE, {"faqs/a.yml": text})
    assert found.message == "这里有手机号 139**** *678"
    assert found.span == Span("faqs/a.yml", 3, 9, 3, 10)


@pytest.mark.parametrize(
    ("number", "message"),
    [
        ("11010519491231002X", "这里有身份证号 110************02X"),
        ("6222 0212 3456 7890 128", "这里有银行卡号 622* **** **** **** 128"),
        ("１３９１２３４５６７８", "这里有手机号 １３９＊＊＊＊＊６７８"),
    ],
)
def test_every_kind_of_number(number: str, message: str, tmp_path: Path) -> None:
    """Identity numbers, cards and full-width mobiles are told by their kind."""
    (found,) = findings(tmp_path, CODE, {"faqs/a.yml": FAQ + f"aliases: [{number}]\n"})
    assert found.message == message


def test_faulty_records_and_settings_are_looked_at(tmp_path: Path) -> None:
    """Unknown fields, broken YAML and the site's own file are no hiding places."""
    content = content_folder(
        tmp_path, {"faqs/a.yml": FAQ + f"mobile: {MOBILE}\n", "faqs/b.yml": f"title: [{MOBILE}\n"}
    )
    with (content / "site.yml").open("a", encoding="utf-8") as file:
        file.write(f"# 值班 {MOBILE}\n")
    found = [f.span.path for f in check(content, as_of=AS_OF).findings if f.code == CODE]
    assert found == ["faqs/a.yml", "faqs/b.yml", "site.yml"]


def test_no_finding_of_any_rule_shows_the_number(tmp_path: Path) -> None:
    """The refused phone of a record is masked in all messages and in the lines shown."""
    fields = mentor(booking=[{"kind": "电话", "value": MOBILE}], mobile=MOBILE)
    content = content_folder(tmp_path, {"mentors/a.yml": as_text(fields) + f"fee: {MOBILE}\n"})
    checked = check(content, as_of=AS_OF)
    shown = render_text(checked.findings, checked.line_of)
    assert "139*****678" in shown
    assert MOBILE not in shown + render_json(checked.findings)


def test_shown_line_has_no_digits(tmp_path: Path) -> None:
    """The line of a finding is shown with its digits behind stars, the caret at its place."""
    text = FAQ.replace("answer: ", f"answer: 拨 2 次 {MOBILE}；")
    checked = check(content_folder(tmp_path, {"faqs/a.yml": text}), as_of=AS_OF)
    secret = [finding for finding in checked.findings if finding.code == CODE]
    assert render_text(secret, checked.line_of).splitlines()[2:4] == [
        "  3 | answer: 拨 * 次 ***********；财政付一半，您付另一半。",
        "    |                 ^^^^^^^^^^^",
    ]


@pytest.mark.parametrize("said", ["0000-1234567", "12333", "115113010833722043", "400-123-4567"])
def test_public_numbers_are_fine(said: str, tmp_path: Path) -> None:
    """Service phones and credit codes are not personal."""
    text = FAQ.replace("answer: ", f"answer: {said}，")
    assert findings(tmp_path, CODE, {"faqs/a.yml": text}) == []
