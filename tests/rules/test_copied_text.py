"""Procedures that were copied and not changed."""

from __future__ import annotations

from pathlib import Path

from generators.diagnostics import Severity
from generators.rules.copied_text import CODE
from tests.samples import findings, procedure

OFFER = (
    "首次创办小微企业或者从事个体经营，正常经营满十二个月，按规定缴纳社会保险费的，"
    "一次性给予五千元补贴，打到您本人的银行卡，不用提交身份证和营业执照的复印件。"
)


def test_copy_is_at_the_later_procedure(tmp_path: Path) -> None:
    """The second of two procedures that say the same is a warning that shows the first."""
    files = {
        "procedures/a.yml": procedure(title="创业补贴", offers=OFFER),
        "procedures/b.yml": procedure(title="场租补贴", offers=OFFER.replace("，按规定", "按规定")),
    }
    (found,) = findings(tmp_path, CODE, files)
    assert (found.span.path, found.severity) == ("procedures/b.yml", Severity.WARNING)
    assert found.message == "服务内容和申请条件跟《创业补贴》几乎一样"
    assert found.hint == "核对是不是复制后忘了改；两件事确实一样就合并成一份"
    assert [(note.span.path, note.text) for note in found.notes] == [
        ("procedures/a.yml", "和这里几乎一样")
    ]


def test_different_or_short_texts_are_fine(tmp_path: Path) -> None:
    """Texts that differ, or that are too short to tell, are no fault."""
    files = {
        "procedures/a.yml": procedure(offers=OFFER),
        "procedures/b.yml": procedure(offers=OFFER[:30] + "按实际租金的一半补贴。" * 4),
        "procedures/c.yml": procedure(),
        "procedures/d.yml": procedure(),
    }
    assert findings(tmp_path, CODE, files) == []
