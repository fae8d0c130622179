"""Personal numbers in hand-written pages."""

from __future__ import annotations

from pathlib import Path

from generators.diagnostics import Severity, Span
from generators.rules.personal_data_in_page import CODE
from tests.samples import findings


def test_number_is_at_its_line_and_column(tmp_path: Path) -> None:
    """A number in a page below any folder is pointed at; a mark at the file's start is no column."""
    page = "\ufeff139 1234 5678\n\n| 张三 | 11010519491231002X |\n"
    mobile, identity = findings(tmp_path, CODE, {"pages/a/b.md": page.encode()})
    assert mobile.message == "这里有手机号 139 **** *678"
    assert mobile.span == Span("pages/a/b.md", 1, 1, 1, 14)
    assert identity.message == "这里有身份证号 110************02X"
    assert identity.span == Span("pages/a/b.md", 3, 8, 3, 26)
    assert (identity.severity, identity.hint) == (Severity.ERROR, "删掉，或者换成单位的座机")
    assert identity.reference == "个人信息保护法 第二十五条"


def test_pages_with_public_numbers_are_fine(tmp_path: Path) -> None:
    """A page may name phones of the service, and link to addresses with numbers."""
    page = "打 12333 或 0000-1234567，见<https://www.shili.example/13912345678.html>。"
    assert findings(tmp_path, CODE, {"pages/a.md": page.encode()}) == []
