"""What is read in attachments, and what is said of those that cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.sources.attachments import (
    MAX_BYTES,
    AttachmentText,
    attachment_texts,
    find_attachments,
    is_known,
    read_attachment,
)
from generators.sources.files import Found, files_below
from generators.sources.office_files import MAX_UNPACKED, DamagedError
from tests.attachment_files import docx, package, paragraph, pdf, photo, table, xlsx


def texts(path: str, data: bytes) -> list[tuple[str, str]]:
    """Return the places and texts of an attachment."""
    return list(attachment_texts(path, data))


def fault(path: str, data: bytes) -> str:
    """Return why an attachment cannot be read."""
    with pytest.raises(DamagedError) as error:
        texts(path, data)
    return str(error.value)


def test_word_joins_the_runs_of_a_paragraph() -> None:
    """A number that Word has divided into runs is one number; paragraphs are lines."""
    data = docx(paragraph("电话139", "1234", "5678") + paragraph("完"))
    assert texts("a.docx", data) == [("document.xml", "电话13912345678\n完\n")]


def test_word_table_has_a_row_a_line() -> None:
    """The cells of a row are a tab apart."""
    data = docx(table(["姓名", "电话"], ["张三", ""]))
    assert texts("a.docx", data) == [("document.xml", "姓名\t电话\t\n张三\t\t\n")]


def test_word_hides_nothing() -> None:
    """Deleted text, footnotes, comments and properties are read."""
    deleted = "<w:p><w:del><w:r><w:delText>13912345678</w:delText></w:r></w:del></w:p>"
    note = "<footnotes><t>注</t></footnotes>"
    data = docx(deleted, footnotes__xml=note, comments__xml="<c><p><t>批</t></p></c>")
    assert texts("A.DOCX", data) == [
        ("comments.xml", "批\n"),
        ("document.xml", "13912345678\n"),
        ("footnotes.xml", "注"),
    ]


def test_files_within_a_file_are_read() -> None:
    """A photo keeps its place, and a workbook its rows, when they are put into a document."""
    data = docx(
        "", **{"media/image1__jpg": photo(place=True), "embeddings/a__xlsx": xlsx([["一"]])}
    )
    assert texts("a.docx", data) == [
        ("a.xlsx 工作表 名单 第1行", "一"),
        ("image1.jpg 图片信息", "拍摄位置"),
    ]


def test_workbook_keeps_columns_and_long_numbers() -> None:
    """Empty cells hold their column, and a number that is stored as 1.39E10 is written out."""
    rows = [["姓名", "", "电话"], ["张三", "", "1.3912345678E10"], ["李四", "13912345679"]]
    assert texts("a.xlsx", xlsx(rows)) == [
        ("工作表 名单 第1行", "姓名\t\t电话"),
        ("工作表 名单 第2行", "张三\t\t13912345678"),
        ("工作表 名单 第3行", "李四\t13912345679"),
    ]


def test_workbook_without_the_usual_parts() -> None:
    """A sheet that no workbook names, with inline texts and without references, is read."""
    cells = '<row><c t="inlineStr"><is><t>甲</t></is></c><c t="s"><v>9</v></c><c><v>7</v></c></row>'
    data = package({"xl/worksheets/sheet7.xml": f"<worksheet>{cells}</worksheet>"})
    assert texts("a.xlsx", data) == [("工作表 sheet7 第1行", "甲\t\t7")]


def test_slides_are_pages() -> None:
    """A slide is named by its number, its notes by their file."""
    data = package({"ppt/slides/slide2.xml": "<p><t>演示</t></p>", "ppt/x.xml": "<t> </t>"})
    assert texts("a.pptx", data) == [("第2页", "演示\n")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_in_any_usual_encoding(encoding: str) -> None:
    """Texts and tables are read in the encodings that programs here write."""
    assert texts("a.txt", "一\n电话".encode(encoding)) == [("第1行", "一"), ("第2行", "电话")]
    assert texts("a.csv", '姓名,"甲,乙"\n'.encode(encoding)) == [("第1行", "姓名\t甲,乙")]


def test_pdf_has_pages_and_properties() -> None:
    """The pages of a PDF are numbered; its properties are read, too."""
    found = texts("a.pdf", pdf("Tel 13912345678", "end"))
    assert found[:2] == [("第1页", "Tel 13912345678"), ("第2页", "end")]
    assert "文档属性 Producer" in dict(found)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_photo_tells_where_and_whose(kind: str) -> None:
    """The place, the camera's owner, the artist and the description are read."""
    data = photo(kind, place=True, owner="Li Si", artist="Zhang San", description="13912345678")
    assert texts(f"a.{kind.lower()}", data)[:4] == [
        ("图片信息", "拍摄位置"),
        ("图片信息", "相机主人：Li Si"),
        ("图片信息", "作者：Zhang San"),
        ("图片说明", "13912345678"),
    ]


def test_photo_that_tells_nothing() -> None:
    """A picture without EXIF has no text."""
    assert texts("a.jpg", photo()) == []


def test_encrypted_pdf_is_unreadable() -> None:
    """A password is named; a PDF that opens without one is read."""
    assert fault("a.pdf", pdf("a", password="secret")) == "文件加了密码或者限制"
    assert texts("a.pdf", pdf("a", password=""))[0] == ("第1页", "a")


def test_encrypted_office_files_are_unreadable() -> None:
    """Office programs wrap a locked file in the old format, zip programs set a flag."""
    assert fault("a.docx", b"\xd0\xcf\x11\xe0" + bytes(600)) == "文件加了密码，或者是旧格式改了名字"
    data = bytearray(docx(""))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert fault("a.docx", bytes(data)) == "文件加了密码"


def test_zip_bomb_is_not_unpacked() -> None:
    """A file that would grow beyond the limit is refused by what it declares."""
    bomb = package({"word/document.xml": bytes(MAX_UNPACKED + 1)})
    assert len(bomb) < 100_000
    assert fault("a.docx", bomb) == "解压以后超过 50 MB，里面有办公软件不会写的内容，可能是攻击"


def test_entities_are_refused() -> None:
    """XML that declares entities could read other files, and is not read."""
    evil = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a><t>&b;</t></a>'
    data = package({"word/document.xml": evil})
    assert fault("a.docx", data) == "里面有办公软件不会写的内容，可能是攻击"


_WHOLE: dict[str, Callable[[], bytes]] = {
    "a.docx": lambda: docx(paragraph("正文" * 50)),
    "a.xlsx": lambda: xlsx([["一", "二"]] * 20),
    "a.pdf": lambda: pdf("a" * 50),
    "a.jpg": lambda: photo()[:200],
}


@pytest.mark.parametrize("path", _WHOLE)
def test_truncated_file_is_damaged(path: str) -> None:
    """Of a file the end of which is missing it is said that it is damaged."""
    whole = _WHOLE[path]()
    assert fault(path, whole[: len(whole) // 5]).endswith("已经损坏")


@pytest.mark.parametrize("path", [*_WHOLE, "a.csv", "a.txt", "a.pptx", "a.png"])
@given(data=st.data())
def test_damage_is_never_an_exception(path: str, data: st.DataObject) -> None:
    """Random bytes, and files with random bytes in them, are read or refused."""
    junk = data.draw(st.binary(max_size=60))
    whole = _WHOLE[path]() if path in _WHOLE else b""
    at = data.draw(st.integers(0, len(whole)))
    with suppress(DamagedError):
        texts(path, whole[:at] + junk + whole[at + len(junk) :])


def test_binary_text_file_is_refused() -> None:
    """A file that only pretends to be text has no lines."""
    assert fault("a.txt", b"\0\1\2\3") == "内容不是文字，或者文字的编码认不出来"


def test_what_was_read_before_the_damage_stays(tmp_path: Path) -> None:
    """Texts in front of a damaged part are looked at all the same."""
    (tmp_path / "a.docx").write_bytes(docx(paragraph("甲"), x__xml="<a>"))
    assert read_attachment(Found.at(tmp_path, "a.docx")) == AttachmentText(
        (("document.xml", "甲\n"),), "文件已经损坏"
    )


def test_huge_file_is_not_read(tmp_path: Path) -> None:
    """A file beyond the limit is refused by its size alone."""
    with (tmp_path / "a.pdf").open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    found = Found.at(tmp_path, "a.pdf")
    assert read_attachment(found) == AttachmentText(fault="文件有 50 MB，太大了")


def test_unknown_type_has_no_text(tmp_path: Path) -> None:
    """Of a type that is not known nothing is read, and nothing said."""
    (tmp_path / "a.doc").write_bytes(b"13912345678")
    assert not is_known("a.doc")
    assert texts("a.doc", b"13912345678") == []
    assert read_attachment(Found.at(tmp_path, "a.doc")) == AttachmentText()


@pytest.mark.parametrize("is_seen", [True, False])
def test_attachments_and_files_beside_pages_are_found(tmp_path: Path, *, is_seen: bool) -> None:
    """All folders below attachments/ are looked at, and of pages/ what is no page."""
    for path in ("attachments/2026/a.txt", "pages/b.txt", "pages/c.md"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("甲", "utf-8")
    stats = dict(files_below(str(tmp_path))) if is_seen else {}
    found = find_attachments(tmp_path, stats=stats)
    assert [file.path for file in found] == ["attachments/2026/a.txt", "pages/b.txt"]
    assert {read_attachment(file) for file in found} == {AttachmentText((("第1行", "甲"),))}
