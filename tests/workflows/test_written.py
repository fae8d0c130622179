"""What workflows may do, read from how they are written."""

from __future__ import annotations

import os
import re

import pytest
import yaml

from tests.conftest import ROOT
from tests.workflows.steps import WORKFLOWS, gitlab, workflow

NAMES = sorted(file.stem for file in WORKFLOWS.glob("*.yml"))
# The only jobs that may write anything, and what.
WRITING = {
    ("comment", "comment"): {"pull-requests"},
    ("publish", "alarm"): {"issues"},
    ("weekly", "todo"): {"issues"},
}


def test_all_workflows_are_tested() -> None:
    """The workflows are these."""
    assert NAMES == ["ci", "comment", "preview", "publish", "weekly"]


@pytest.mark.parametrize("name", NAMES)
def test_actions_are_pinned_and_keep_no_credentials(name: str) -> None:
    """Every action is named by its hash, with its version beside; a checkout keeps no token."""
    text = (WORKFLOWS / f"{name}.yml").read_text("utf-8")
    used = re.findall(r"uses: (.+)", text)
    assert used
    assert [use for use in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v[\d.]+", use)] == []
    assert text.count("actions/checkout@") == text.count("persist-credentials: false")


@pytest.mark.parametrize("name", NAMES)
def test_jobs_have_the_least_permissions(name: str) -> None:
    """Nothing is allowed but what a job names, and only three jobs may write."""
    written = workflow(name)
    assert written["permissions"] == {}
    for job, described in written["jobs"].items():
        writes = {what for what, how in described["permissions"].items() if how != "read"}
        assert writes == WRITING.get((name, job), set())
        assert described["timeout-minutes"] <= 60


def test_pull_requests_see_no_secrets() -> None:
    """Where the code of a pull request runs there is neither a secret nor a token."""
    runs_theirs = [name for name in NAMES if "pull_request" in workflow(name)["on"]]
    assert runs_theirs == ["ci", "preview"]
    for name in runs_theirs:
        text = yaml.safe_dump(workflow(name))
        assert not re.search(r"secrets\.|github\.token|vars\.", text)
    assert all("pull_request_target" not in workflow(name)["on"] for name in NAMES)


def test_publishing_happens_on_main_and_every_night() -> None:
    """A push to main, the clock just after midnight in China, or a hand; one after the other."""
    written = workflow("publish")
    assert written["on"]["push"] == {"branches": ["main"]}
    assert written["on"]["schedule"] == [{"cron": "5 16 * * *"}]
    assert written["concurrency"] == {"group": "publish", "cancel-in-progress": False}


def test_scripts_can_be_run() -> None:
    """Every script that a workflow names is there, executable, and stops at a failure."""
    texts = [file.read_text("utf-8") for file in WORKFLOWS.glob("*.yml")]
    texts.append((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    named = {name for text in texts for name in re.findall(r"\.ci/(\w+)", text)}
    assert named == {file.name for file in (ROOT / ".ci").iterdir()}
    for name in named:
        script = ROOT / ".ci" / name
        assert os.access(script, os.X_OK)
        assert "\nset -euo pipefail\n" in script.read_text("utf-8")


def test_gitlab_does_the_same() -> None:
    """GitLab's jobs call the scripts that GitHub's call, with the same arguments."""
    theirs = {
        line
        for job in gitlab().values()
        for line in (job.get("script", []) if isinstance(job, dict) else [])
    }
    ours = {
        step["run"]
        for name in ("ci", "preview", "publish", "weekly")
        for step in workflow(name)["jobs"][_first(name)]["steps"]
        if step.get("run", "").startswith(".ci/")
    }
    assert {line.split('"$')[0] for line in theirs} == {line.split('"$')[0] for line in ours}


def _first(name: str) -> str:
    return str(next(iter(workflow(name)["jobs"])))
