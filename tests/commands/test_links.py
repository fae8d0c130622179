"""`catalogue links` at a terminal."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generators.cli import main
from tests.conftest import ROOT, project_options
from tests.samples import content_folder, institution


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with one institution, whose website is a port nobody listens at."""
    phone = {"name": "咨询台", "number": "0000-1234567", "verified_on": "2026-05-20"}
    hall = institution(website="http://127.0.0.1:9/", phones=[phone])
    content_folder(tmp_path, {"institutions/a.yml": hall, "attachments/old.docx": b""})
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def test_dead_address_is_shown_at_its_line(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A website that cannot be reached is a warning at its line, and status 1."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    assert main(["links", *project_options(project), "--delay", "0.001"]) == 1
    said = capsys.readouterr().out
    assert "警告[dead-link]：打不开 http://127.0.0.1:9/：连不上这个网站\n" in said
    assert "  --> content/institutions/a.yml:" in said
    assert "检查了 1 个网址。没有检查的：示例网址" in said


def test_expired_suppression_is_a_finding(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An address is passed over as long as it was said, and told as soon as that is over."""
    text = 'suppressions:\n  - {url: "http://127.0.0.1:9/*", reason: 升级, until: 2026-11-22}\n'
    file = project / "content/links.yml"
    file.write_text(text, "utf-8")
    assert main(["links", *project_options(project)]) == 0
    assert "检查了 0 个网址。没有检查的：暂不检查 1 个、示例网址" in capsys.readouterr().out
    file.write_text(text.replace("/*", "/other").replace("11-22", "11-21"), "utf-8")
    assert main(["links", *project_options(project), "--delay", "0.001"]) == 1
    assert "警告[expired-suppression]" in capsys.readouterr().out


def test_call_list_and_unused_attachments(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both lists are made without asking anybody."""
    calls = project / "calls.csv"
    options = [*project_options(project), "--calls", str(calls), "--unused"]
    assert main(["links", *options]) == 1
    said = capsys.readouterr().out
    assert f"该拨打核对的电话 1 个，其中逾期 1 个，在 {calls}\n" in said
    assert "警告[unused-attachment]：没有一条记录、一个页面用到这个附件\n" in said
    assert "0000-1234567" in calls.read_text("utf-8-sig")
