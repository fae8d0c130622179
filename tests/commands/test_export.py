"""`catalogue export`."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from generators.cli import main

DAY = ("--as-of", "2026-11-22")


def test_export_writes_a_workbook_and_says_what_to_do_next(
    small_project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The number of records, the file, and the command that takes it back.

    A kind may be called by its Chinese name.
    """
    assert main(["export", "活动赛事", "活动.xlsx", *DAY]) == 0
    assert capsys.readouterr().out == (
        "活动赛事共 2 条，写到了 活动.xlsx\n改完以后：catalogue import 活动.xlsx --dry-run\n"
    )
    assert load_workbook("活动.xlsx").sheetnames[:3] == ["活动赛事", "奖励", "联系方式"]


def test_export_does_not_overwrite_what_may_not_be_imported_yet(
    small_project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that exists is written only on demand."""
    file = small_project / "a.xlsx"
    file.write_bytes(b"mine")
    assert main(["export", "events", "a.xlsx", *DAY]) == 2
    assert file.read_bytes() == b"mine"
    assert "加 --force 覆盖" in capsys.readouterr().err
    assert main(["export", "events", "a.xlsx", "--force", *DAY]) == 0
    assert file.read_bytes() != b"mine"


@pytest.mark.parametrize("name", ["a.csv", "nowhere/a.xlsx"])
def test_export_refuses_names_it_cannot_write(small_project: Path, name: str) -> None:
    """Only workbooks, and only into a folder that exists."""
    assert main(["export", "events", name, *DAY]) == 2


def test_export_leaves_out_what_cannot_be_read(
    small_project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A broken file is named, the others are exported."""
    (small_project / "content/events/broken.yml").write_text("title: [\n", "utf-8")
    assert main(["export", "events", "a.xlsx", *DAY]) == 1
    shown = capsys.readouterr()
    assert "活动赛事共 2 条" in shown.out
    assert "broken.yml" in shown.err
