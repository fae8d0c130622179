"""Windows that an institution does not have."""

from __future__ import annotations

from pathlib import Path

from generators.diagnostics import Diagnostic
from generators.rules.unknown_window import CODE
from tests.samples import as_text, findings, institution, policy, procedure


def _findings(root: Path, window: str, **changes: object) -> list[Diagnostic]:
    files = {
        "procedures/a.yml": procedure(places={"windows": [window]}),
        "policies/a-policy.yml": policy(),
        "institutions/a-hall.yml": institution(**changes),
    }
    return findings(root, CODE, files)


def test_similar_window_is_suggested(tmp_path: Path) -> None:
    """A window whose name is nearly right is pointed at, with the right name."""
    (found,) = _findings(tmp_path, "a-hall#创业服务窗口")
    assert found.message == "“示例标题”没有“创业服务窗口”"
    assert found.hint == "您是不是要写“创业窗口”？"
    text = as_text(procedure(places={"windows": ["a-hall#创业服务窗口"]}))
    line = text.splitlines()[found.span.line - 1]
    assert (found.span.path, found.span.column) == ("procedures/a.yml", 5)
    assert line[found.span.column - 1 : found.span.end_column - 1] == "a-hall#创业服务窗口"


def test_window_of_an_institution_without_windows(tmp_path: Path) -> None:
    """Where there is nothing similar the advice says where windows are written."""
    (found,) = _findings(tmp_path, "a-hall#创业窗口", windows=[])
    assert found.hint == "窗口写在 institutions/a-hall.yml 的 windows 里"


def test_known_window_is_fine(tmp_path: Path) -> None:
    """A window that the institution lists, and an institution as a whole, are no fault."""
    assert _findings(tmp_path / "one", "a-hall#创业窗口") == []
    assert _findings(tmp_path / "two", "a-hall") == []


def test_unknown_institution_is_another_fault(tmp_path: Path) -> None:
    """A window of an institution that does not exist is left to the rule on references."""
    assert _findings(tmp_path, "nowhere#创业窗口") == []


def test_address_with_a_sign_is_no_window(tmp_path: Path) -> None:
    """A sign within any other text means nothing."""
    assert _findings(tmp_path, "a-hall#创业窗口", website="https://shili.example/#top") == []
