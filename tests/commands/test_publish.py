"""`catalogue publish`, as it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.cli import main
from tests.conftest import ROOT


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site of one page."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("一", "utf-8")
    return site


def _publish(site: Path, *options: str) -> int:
    where = ["--config", str(ROOT / "mkdocs.yml"), "--site", str(site)]
    return main(["publish", str(site.parent / "www"), *where, *options])


def test_each_step_says_what_is_online(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Publishing, publishing the same, listing and going back tell the number of the release."""
    www = site.parent / "www"
    assert [_publish(site), _publish(site)] == [0, 0]
    (site / "index.html").write_text("二", "utf-8")
    assert [_publish(site), _publish(site, "--rollback"), _publish(site, "--list")] == [0, 0, 0]
    assert capsys.readouterr().out == (
        "发布了第 1 版：新增 1 个文件，改了 0 个，去掉 0 个，0 个没变。\n"
        f"线上是 {www}/current。要退回上一版，加 --rollback。\n"
        "和线上的第 1 版一样，不用发布。\n"
        "发布了第 2 版：新增 0 个文件，改了 1 个，去掉 0 个，0 个没变。\n"
        f"线上是 {www}/current。要退回上一版，加 --rollback。\n"
        "退回了第 1 版，线上已经是它。\n"
        "第 2 版（已撤回）\n第 1 版（线上）\n"
    )


def test_refusal_is_a_finding(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing can be published the status is 1 and the reason is told."""
    assert _publish(site, "--rollback", "3") == 1
    assert capsys.readouterr().err == "没有第 3 版可以退回。留着的版本：一版也没有。\n"


def test_folder_that_cannot_be_written_is_named(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file in the place of the folder is told with its path, without a traceback."""
    (site.parent / "www").write_text("", "utf-8")
    assert _publish(site) == 1
    assert f"写不了 {site.parent / 'www'}：" in capsys.readouterr().err


def test_number_of_releases_is_a_number(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nought releases cannot be kept."""
    with pytest.raises(SystemExit) as usage:
        _publish(site, "--keep", "0")
    assert usage.value.code == 2
    assert "“0”不是 1、2、3 这样的数" in capsys.readouterr().err
