"""`catalogue diff` at a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.cli import main
from tests.conftest import project_options
from tests.repositories import SampleRepository, new_repository
from tests.samples import faq


@pytest.fixture
def repository(tmp_path: Path) -> SampleRepository:
    """Return a repository with one question."""
    return new_repository(tmp_path / "a", {"faqs/a.yml": faq()})


def test_change_is_told_in_words(
    repository: SampleRepository, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is not committed is told as text, and as Markdown for a pull request."""
    repository.write({"faqs/a.yml": faq(answer="全由财政付。")})
    assert main(["diff", *project_options(repository.root)]) == 0
    assert "  · 回答：“财政付一半。” → “全由财政付。”\n" in capsys.readouterr().out
    assert main(["diff", "main", *project_options(repository.root), "--format", "md"]) == 0
    assert capsys.readouterr().out.startswith("## 内容变化\n\n和 main（")


def test_unknown_revision_is_wrong_usage(
    repository: SampleRepository, capsys: pytest.CaptureFixture[str]
) -> None:
    """A revision that does not exist ends with status 2 and says what to write."""
    assert main(["diff", "nowhere", *project_options(repository.root)]) == 2
    said = "没有“nowhere”这个版本。写提交编号、分支名或者标签，例如 main。\n"
    assert capsys.readouterr().err == said
