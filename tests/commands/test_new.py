"""`catalogue new`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generators.cli import main

DAY = ("--as-of", "2026-11-22")
ANSWERS = {
    "summary": "免费看路演，不用报名。",
    "kind": "路演",
    "开始时间": "2026/12/10 9:00",
    "ends_at": "2026-12-10 11:00",
    "place": "路演厅",
    "organiser": "服务中心",
    "details": "8个项目上台。",
    "contact.kind": "电话",
    "contact.value": "12333",
}
New = Callable[..., int]


@pytest.fixture
def new(small_project: Path) -> New:
    """Return the command with all answers that an event needs, some of them changed."""

    def run(title: str = "春季创业路演", *options: str, **changes: str) -> int:
        answers = [f"--set={name}={value}" for name, value in (ANSWERS | changes).items()]
        return main(["new", "events", "--title", title, *answers, *options, *DAY])

    return run


def _events() -> set[str]:
    return {file.name for file in Path("content/events").glob("*.yml")}


def test_new_writes_a_record_without_findings(new: New, capsys: pytest.CaptureFixture[str]) -> None:
    """Similar ones are shown first; the owner is that of the last record, the days are today."""
    assert new() == 0
    shown = capsys.readouterr().out
    assert shown.startswith("标题相近的记录：\n活动  冬季创业路演")
    assert "新增 events/chunji-chuangye-luyan.yml。" in shown
    text = Path("content/events/chunji-chuangye-luyan.yml").read_text("utf-8")
    assert "\nstarts_at: 2026-12-10 09:00\n" in text
    assert "\nverified_on: 2026-11-22\n" in text
    assert main(["check", *DAY]) == 0
    assert "chunji" not in capsys.readouterr().out


def test_what_is_missing_is_said_in_one_go(
    small_project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every missing field with its key, its name and how to write it."""
    assert main(["new", "events", "--title", "春季路演", *DAY]) == 2
    shown = capsys.readouterr().err
    assert shown.startswith("还缺 9 项，用 --set 补上：\n  --set summary=…  一句话说明：必填。")
    assert "--set contact.1.value=…  联系方式第1项·地址、号码或网址：必填。" in shown


def test_a_bad_value_is_shown_at_its_line_and_nothing_written(
    new: New, capsys: pytest.CaptureFixture[str]
) -> None:
    """The finding is that of the check, with the line of the draft."""
    before = _events()
    assert new(kind="讲座") == 1
    shown = capsys.readouterr().err
    assert "错误[unknown-value]：“讲座”不是“活动类型”可用的值" in shown
    assert "| kind: 讲座" in shown
    assert _events() == before


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--set", "plase=路演厅"], "您是不是要写“place”"),
        (["--set", "路演厅"], "要写成 字段=值"),
        (["--id", "roadshow"], "编号“roadshow”已经有了"),
        (["--id", "坏 编号"], "不能用作网址"),
    ],
)
def test_options_that_make_no_sense_are_wrong_usage(
    new: New, capsys: pytest.CaptureFixture[str], options: list[str], message: str
) -> None:
    """Nothing is written, and the way out is said."""
    before = _events()
    assert new("春季创业路演", *options) == 2
    assert message in capsys.readouterr().err
    assert _events() == before


def test_at_a_terminal_new_asks(
    new: New, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """After the similar records, what is needed is asked for; Enter takes what is offered."""
    given = iter(["y", "", "", "", "", "", "", "spring-roadshow"])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda prompt: next(given))
    assert new() == 0
    assert "spring-roadshow.yml" in _events()


def test_no_to_similar_records_writes_nothing(new: New, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor who finds the record there need not go on."""
    before = _events()
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda prompt: "")
    assert new() == 2
    assert _events() == before


def test_giving_up_writes_nothing(
    new: New, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl+C and the end of the input are no crash."""

    def stop(prompt: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("builtins.input", stop)
    assert new() == 2
    assert "没有写任何文件。" in capsys.readouterr().err


def test_what_the_check_finds_is_asked_again(
    new: New, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An editor at a terminal does not lose the other answers."""
    given = iter(["y", "", "", "", "", "spring", "路演厅", ""])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda prompt: next(given))
    assert new(place="找小王 13900005678", audiences="妇女", topics="创业大赛") == 0
    assert "这里有手机号 139*****678" in capsys.readouterr().err
    assert "\nplace: 路演厅\n" in Path("content/events/spring.yml").read_text("utf-8")
