"""Personal numbers in attachments, and photos that tell where and whose."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.build.checking import check
from generators.diagnostics import Severity, Span, render_text
from generators.rules.personal_data_in_attachment import CODE
from tests.attachment_files import docx, paragraph, pdf, photo, xlsx
from tests.samples import AS_OF, content_folder, findings


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.docx", docx(paragraph("139", "12345678")), "附件的document.xml里有手机号 139*****678"),
        (
            "a.xlsx",
            xlsx([["姓名", "证件"], ["张三", "11010519491231002X"]]),
            "附件的工作表 名单 第2行里有身份证号 110************02X",
        ),
        (
            "a.pdf",
            pdf("ok", "4111 1111 1111 1111"),
            "附件的第2页里有银行卡号 411* **** **** *111",
        ),
        ("a.csv", b"a,13912345678\n", "附件的第1行里有手机号 139*****678"),
        ("a.jpg", photo(place=True), "附件的图片信息里有拍摄位置"),
        ("a.png", photo("PNG", artist="张三丰"), "附件的图片信息里有作者 张＊＊"),
        ("a.jpg", photo(owner="Li Si"), "附件的图片信息里有相机主人 L* **"),
        ("a.jpg", photo(description="13912345678"), "附件的图片说明里有手机号 139*****678"),
    ],
)
def test_what_attachments_tell(name: str, data: bytes, message: str, tmp_path: Path) -> None:
    """Every kind of attachment is read, referred to or not, and told by place and kind."""
    (found,) = findings(tmp_path, CODE, {f"attachments/2026/{name}": data})
    assert (found.message, found.severity) == (message, Severity.ERROR)
    assert found.span == Span(f"attachments/2026/{name}")
    assert found.reference == "个人信息保护法 第二十五条"


def test_way_out_fits_the_file(tmp_path: Path) -> None:
    """A photo is saved anew, a document is mended."""
    files = {
        "attachments/a.jpg": photo(place=True),
        "attachments/b.docx": docx(paragraph("13912345678")),
    }
    image, document = findings(tmp_path, CODE, files)
    assert image.hint == "用看图软件“另存为”，去掉拍摄信息，再换上新文件"
    assert document.hint == "在原文件里删掉或者遮住中间的数字，另存以后换上新文件"


def test_nothing_of_the_file_is_shown(tmp_path: Path) -> None:
    """No line of an attachment is printed with its finding."""
    content = content_folder(tmp_path, {"attachments/a.csv": b"13912345678,secret\n"})
    checked = check(content, as_of=AS_OF)
    shown = render_text([f for f in checked.findings if f.code == CODE], checked.line_of)
    assert shown.splitlines()[:3] == [
        "错误[personal-data-in-attachment]：附件的第1行里有手机号 139*****678",
        "  --> attachments/a.csv:1:1",
        "  怎么改：在原文件里删掉或者遮住中间的数字，另存以后换上新文件",
    ]


def test_harmless_attachments_are_fine(tmp_path: Path) -> None:
    """Forms, service phones and photos without a past are no finding."""
    files = {
        "attachments/a.docx": docx(paragraph("身份证号：____ 咨询 0000-1234567")),
        "attachments/b.jpg": photo(),
        "attachments/c.xlsx": xlsx([["统一社会信用代码"], ["115113010833722043"]]),
    }
    assert findings(tmp_path, CODE, files) == []
