"""What workflows tell people: a comment below a pull request, an issue on Monday, an alarm."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workflows.city import City
from tests.workflows.steps import run_github

SHA = "0" * 40


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """Return a folder with what GitHub would answer."""
    folder = tmp_path / "answers"
    folder.mkdir()
    (folder / "number").write_text("7\n")
    (folder / "issues").write_text("")
    (folder / "preview.md").write_text("改了一条记录\n", "utf-8")
    return folder


def _environment(city: City, answers: Path) -> dict[str, str]:
    github = {"GITHUB_SERVER_URL": "https://code.example", "GITHUB_REPOSITORY": "city/cyfw"}
    return city.environment | github | {"GH_ANSWERS": str(answers)}


def _comment(city: City, answers: Path) -> int:
    context = {
        "github.token": "",
        "github.event.workflow_run.id": 42,
        "github.event.workflow_run.head_sha": SHA,
        "github.event.workflow_run.event": "pull_request",
    }
    checkout = city.checkout("work-main")
    environment = _environment(city, answers)
    (step,) = run_github("comment", "comment", checkout, context=context, environment=environment)
    return step.returncode


def test_preview_becomes_a_comment(city: City, answers: Path) -> None:
    """The report stands below the pull request, once, with the way to the site."""
    assert _comment(city, answers) == 0
    said = (answers / "said").read_text("utf-8")
    assert said.startswith("改了一条记录\n")
    assert "https://code.example/city/cyfw/actions/runs/42#artifacts" in said
    assert "gh pr comment 7 --edit-last --create-if-none" in (answers / "asked").read_text("utf-8")


def test_closed_pull_request_gets_no_comment(city: City, answers: Path) -> None:
    """Where no open pull request has the commit nothing is said."""
    (answers / "number").write_text("")
    assert _comment(city, answers) == 0
    assert not (answers / "said").exists()


def test_long_report_fits_into_a_comment(city: City, answers: Path) -> None:
    """What GitHub would refuse for its length is cut, and the link still stands at the end."""
    (answers / "preview.md").write_text("长" * 40_000, "utf-8")
    assert _comment(city, answers) == 0
    said = (answers / "said").read_bytes()
    assert len(said) < 65_000
    assert b"actions/runs/42" in said[-300:]


def test_failed_night_raises_an_alarm(city: City, answers: Path) -> None:
    """When the night's publication fails an issue takes the place of the last of its kind."""
    (answers / "issues").write_text("5\n")
    context = {
        "github.event_name": "schedule",
        "github.token": "",
        "github.server_url": "https://code.example",
        "github.repository": "city/cyfw",
        "github.run_id": 43,
    }
    checkout, environment = city.checkout("work-main"), _environment(city, answers)
    run = ("publish", "alarm", checkout)
    assert run_github(*run, context=context, environment=environment) == []
    (step,) = run_github(*run, context=context, environment=environment, has_failed=True)
    assert step.returncode == 0, step.stdout
    assert "https://code.example/city/cyfw/actions/runs/43" in (answers / "said").read_text("utf-8")
    asked = (answers / "asked").read_text("utf-8").splitlines()
    assert [line.split(" --")[0] for line in asked[1:]] == [
        "gh issue close 5",
        "gh issue create",
    ]


def test_monday_brings_the_list(city: City, answers: Path) -> None:
    """What falls due and which links are dead are an issue."""
    checkout, environment = city.checkout("work-main"), _environment(city, answers)
    context = {"github.token": ""}
    done = run_github("weekly", "todo", checkout, context=context, environment=environment)
    assert [step.returncode for step in done] == [0, 0], done[-1].stdout
    said = (answers / "said").read_text("utf-8")
    assert "## 外部链接" in said
    assert said == (checkout / "todo.md").read_text("utf-8")
