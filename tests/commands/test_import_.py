"""`catalogue import`."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from generators.cli import main
from tests.editing.workbooks import change

DAY = ("--as-of", "2026-11-22")


@pytest.fixture
def workbook(small_project: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return the workbook of the events, one title changed."""
    assert main(["export", "events", "events.xlsx", *DAY]) == 0
    capsys.readouterr()
    _change("roadshow", 标题="冬季路演（新）")
    return small_project / "events.xlsx"


def _change(identifier: str, **values: str) -> None:
    book = load_workbook("events.xlsx")
    change(book, "活动赛事", identifier, **values)
    book.save("events.xlsx")


def _title(identifier: str) -> str:
    return Path(f"content/events/{identifier}.yml").read_text("utf-8").splitlines()[0]


def test_import_writes_what_was_changed(workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line for each record with the lines that come and go."""
    assert main(["import", "events.xlsx", *DAY]) == 0
    assert capsys.readouterr().out == (
        "改了 events/roadshow.yml（+1 −1 行）\n共改了 1 条，新增 0 条。\n"
    )
    assert _title("roadshow") == "title: 冬季路演（新）"
    assert main(["import", "events.xlsx", *DAY]) == 0
    assert capsys.readouterr().out == "共改了 0 条，新增 0 条；没有变化。\n"


def test_dry_run_shows_the_difference_and_writes_nothing(
    workbook: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The lines as they would change."""
    assert main(["import", "events.xlsx", "--dry-run", *DAY]) == 0
    shown = capsys.readouterr().out
    assert "-title: 冬季创业路演\n+title: 冬季路演（新）\n" in shown
    assert shown.endswith("共会改 1 条，新增 0 条。\n")
    assert _title("roadshow") == "title: 冬季创业路演"


def test_one_wrong_cell_keeps_all_from_being_written(
    workbook: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The cell is named, a copy with comments is written, and the way on is said."""
    _change("salon", 核对日期="2026-02-30")
    assert main(["import", "events.xlsx", *DAY]) == 1
    shown = capsys.readouterr()
    assert "日历上没有“2026-02-30”这一天\n  --> events.xlsx “活动赛事”表 AB4" in shown.err
    assert "问题写进了 events-问题.xlsx 的批注和“问题”表。" in shown.err
    assert "没有问题的 1 条，加 --only-valid 可以先写" in shown.out
    assert _title("roadshow") == "title: 冬季创业路演"
    assert load_workbook("events-问题.xlsx")["活动赛事"]["AB4"].comment


def test_only_valid_writes_the_others(workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The status still says that something is wrong."""
    _change("salon", 核对日期="2026-02-30")
    assert main(["import", "events.xlsx", "--only-valid", *DAY]) == 1
    assert "1 条没有写，先改好上面的问题" in capsys.readouterr().out
    assert _title("roadshow") == "title: 冬季路演（新）"


def test_the_copy_with_the_comments_can_be_imported_once_it_is_mended(workbook: Path) -> None:
    """Its list of faults is no sheet of records."""
    _change("salon", 核对日期="2026-02-30")
    assert main(["import", "events.xlsx", *DAY]) == 1
    book = load_workbook("events-问题.xlsx")
    change(book, "活动赛事", "salon", 核对日期="2026-11-20")
    book.save("events-问题.xlsx")
    assert main(["import", "events-问题.xlsx", *DAY]) == 0
    assert "verified_on: '2026-11-20'" in Path("content/events/salon.yml").read_text("utf-8")


def test_a_csv_in_gbk_changes_what_it_has_columns_for(
    small_project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two columns are enough; dates are mended as Excel writes them."""
    text = "编号,标题,更新日期\r\nroadshow,新的路演,2026/11/20\r\n"
    Path("events.csv").write_bytes(text.encode("gbk"))
    assert main(["import", "events.csv", "--dry-run", *DAY]) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if line[:1] == "+"]
    assert lines[1:] == ["+title: 新的路演", "+updated_on: '2026-11-20'"]


def test_personal_data_is_refused_and_not_shown(
    workbook: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither the terminal nor the comments repeat a number."""
    number = "13900005678"
    _change("salon", 地点=f"找小王 {number}")
    assert main(["import", "events.xlsx", "--dry-run", *DAY]) == 1
    shown = capsys.readouterr()
    assert "139*****678" in shown.err
    assert "+place: 找小王 139*****678" in shown.out
    assert number not in shown.err + shown.out
    pages = load_workbook("events-问题.xlsx").worksheets
    comments = [c.comment.text for p in pages for row in p.iter_rows() for c in row if c.comment]
    assert comments
    assert number not in "".join(comments)


@pytest.mark.parametrize("name", ["nothing.xlsx", "broken.xlsx", "unknown.csv"])
def test_a_file_that_makes_no_sense_is_wrong_usage(small_project: Path, name: str) -> None:
    """No file, no workbook, no known kind."""
    Path("broken.xlsx").write_bytes(b"PK\x03\x04")
    Path("unknown.csv").write_text("编号\na\n", "utf-8")
    assert main(["import", name, *DAY]) == 2
