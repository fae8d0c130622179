"""`check --fix`: one safe answer is given, everything else stays byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.build.checking import check
from generators.build.fixing import mend
from tests.samples import AS_OF, FAQ, content_folder


def _mended(root: Path, text: str | bytes) -> tuple[bytes, list[str]]:
    folder = content_folder(root, {"faqs/a.yml": text})
    changes = mend(folder)
    return (folder / "faqs/a.yml").read_bytes(), [f.code for c in changes for f in c.faults]


@pytest.mark.parametrize(
    ("written", "mended", "code"),
    [
        ("updated_on: 2026/10/23", "updated_on: 2026-10-23", "date-shape"),
        ("updated_on: 20261023", "updated_on: 2026-10-23", "date-shape"),
        ("updated_on: '2026年10月23日'", "updated_on: '2026-10-23'", "date-shape"),
        ("updated_on: ２０２６-１０-２３", "updated_on: 2026-10-23", "date-shape"),
        ("updated_on: 2026-10-23  ", "updated_on: 2026-10-23", "trailing-space"),
        ("updated_on：2026-10-23", "updated_on: 2026-10-23", "full-width-punctuation"),
    ],
)
def test_one_safe_answer_is_given(tmp_path: Path, written: str, mended: str, code: str) -> None:
    """Each fault with one safe answer is mended in place and named."""
    text = FAQ.replace("updated_on: 2026-10-23", written)
    assert _mended(tmp_path, text) == (
        FAQ.replace("updated_on: 2026-10-23", mended).encode(),
        [code],
    )


@pytest.mark.parametrize(
    "written", ["updated_on: 2026-02-30", "updated_on: 去年", "updated_on: 2026/13/01"]
)
def test_what_has_no_safe_answer_is_left(tmp_path: Path, written: str) -> None:
    """A day that does not exist is not guessed."""
    text = FAQ.replace("updated_on: 2026-10-23", written)
    assert _mended(tmp_path, text) == (text.encode(), [])


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_encodings_are_converted(tmp_path: Path, encoding: str) -> None:
    """GBK, UTF-16 and a byte order mark become plain UTF-8."""
    assert _mended(tmp_path, FAQ.encode(encoding)) == (FAQ.encode(), ["encoding"])


def test_brackets_of_document_numbers_are_mended(tmp_path: Path) -> None:
    """财金[2023]75号 becomes 财金〔2023〕75号, whatever the brackets."""
    policy = (
        "title: 示例政策\nsummary: 一句大白话的说明。\n"
        "document: {title: 示例文件, number: '财金(2023) 75号', issuers: [财政部], level: 国家}\n"
        "highlights: [第一点说明内容, 第二点说明内容]\n" + FAQ.split("\n", 4)[4]
    )
    folder = content_folder(tmp_path, {"policies/a.yml": policy})
    mend(folder)
    assert "number: '财金〔2023〕75号'" in (folder / "policies/a.yml").read_text("utf-8")


def test_keys_are_put_in_order_with_their_comments(tmp_path: Path) -> None:
    """A key that moves takes its value and the comment above it along."""
    lines = FAQ.splitlines(keepends=True)
    text = "# 页首说明\n" + lines[0] + "# 谁来管\n" + lines[6] + "".join(lines[1:6] + lines[7:])
    expected = "# 页首说明\n" + "".join(lines[:6]) + "# 谁来管\n" + "".join(lines[6:])
    assert _mended(tmp_path, text) == (expected.encode(), ["key-order"])


def test_block_texts_and_comments_stay_as_they_are(tmp_path: Path) -> None:
    """Spaces at line ends inside a block text, comments and blank lines are not touched."""
    body = "answer: |\n  第一行  \n  - SYB：创办企业\n\n  第二段\n# 注释  写成这样\n"
    text = FAQ.replace("answer: 财政付一半，您付另一半。\n", body)
    assert _mended(tmp_path, text) == (text.encode(), [])


def test_line_ends_of_windows_are_kept(tmp_path: Path) -> None:
    """A file with CRLF keeps them on every line."""
    text = FAQ.replace("2026-10-23\nverified", "2026/10/23\nverified").replace("\n", "\r\n")
    expected = FAQ.replace("\n", "\r\n").encode()
    assert _mended(tmp_path, text.encode()) == (expected, ["date-shape"])


def test_several_faults_are_mended_at_once_and_for_good(tmp_path: Path) -> None:
    """Mending again changes nothing, and check has no findings left to mend."""
    text = FAQ.replace("region: ", "region：").replace("2026-10-23", "2026.10.23").encode("gb18030")
    first, codes = _mended(tmp_path, text)
    assert first == FAQ.encode()
    assert sorted(codes) == ["date-shape", "date-shape", "encoding", "full-width-punctuation"]
    assert mend(tmp_path) == []
    assert not any(finding.fix for finding in check(tmp_path, as_of=AS_OF).findings)


def test_holidays_are_mended_too(tmp_path: Path) -> None:
    """Dates of a year's days off have the same one safe answer."""
    folder = content_folder(tmp_path, {})
    file = folder / "holidays/2026.yml"
    good = file.read_bytes()
    file.write_bytes(good.replace(b"- 2026-02-14", b"- 2026/2/14"))
    assert [(c.path, c.faults[0].code) for c in mend(folder)] == [
        ("holidays/2026.yml", "date-shape")
    ]
    assert file.read_bytes() == good


def test_statements_and_synonyms_are_mended_too(tmp_path: Path) -> None:
    """What `check` says can be mended is mended in every file it reads."""
    statement = (
        "statements:\n  - {clause: 5.1.1, says: 设了六处, evidence: [{name: 登记表}], "
        "by: 综合业务科, made_on: 2026.9.30, valid_until: 2027-09-30}\n"
    )
    synonyms = "groups:\n  - [贴息, 利息补贴]  \n"
    folder = content_folder(tmp_path, {"statements.yml": statement, "synonyms.yml": synonyms})
    assert [(c.path, c.faults[0].code) for c in mend(folder)] == [
        ("statements.yml", "date-shape"),
        ("synonyms.yml", "trailing-space"),
    ]
    assert mend(folder) == []
