"""`catalogue todo` at a terminal."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generators.cli import main
from tests.conftest import ROOT, project_options
from tests.samples import content_folder, faq, policy


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with a policy that ends soon and a question that is in order."""
    ending = policy(title="要到期的政策", expires_on="2026-11-25", owner="政策科")
    content_folder(tmp_path, {"policies/a.yml": ending, "faqs/a.yml": faq(owner="融资科")})
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def test_list_has_a_status(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is to be done is shown with status 1; a section with nothing to do has status 0."""
    assert main(["todo", *project_options(project), "--owner", "政策"]) == 1
    said = capsys.readouterr().out
    assert "    · 11月25日（还有3天） 政策到期：要到期的政策\n" in said
    assert main(["todo", *project_options(project), "--owner", "没有事的科"]) == 0
    assert capsys.readouterr().out == "2026年11月22日：没有要办的事。\n"


def test_table_is_for_excel(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The table begins with the mark that Excel asks for."""
    assert main(["todo", *project_options(project), "--format", "csv"]) == 1
    assert capsys.readouterr().out.startswith("\ufeff责任科室,急缓,")


def test_broken_site_is_shown_instead(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where there is no catalogue, what is wrong is the first thing to do."""
    (project / "content/site.yml").write_text("name: [\n", "utf-8")
    assert main(["todo", *project_options(project)]) == 1
    assert "site.yml" in capsys.readouterr().err
