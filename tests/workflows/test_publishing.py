"""From a branch to the public, by the steps of the workflows, with a bare repository as remote."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.workflows.city import City, event_text
from tests.workflows.publishing import PUSHED, run_preview, run_publish
from tests.workflows.steps import gitlab, is_let_in, run_github, run_gitlab

EVENT = "content/events/job-fair.yml"
SLOW_SSH = Path(__file__).parent / "slow-ssh"


def _merge(city: City, checkout: Path) -> Path:
    city.git(checkout, "push", "--quiet", "origin", "HEAD:main")
    return city.checkout("work-merged")


def test_broken_record_publishes_nothing(city: City) -> None:
    """A date that does not exist fails the preview, which names it, and changes nothing online."""
    editor = city.checkout("work-editor")
    broken = event_text("招聘会").replace("2026-12-03 14:00", "2026-02-30 14:00")
    city.commit(editor, EVENT, broken)
    assert [step.returncode for step in run_preview(city, editor)] == [1, 0]
    report = (city.root / "summary.md").read_text("utf-8")
    assert f"--> {EVENT}:" in report
    (step,) = run_publish(city, _merge(city, editor))
    assert step.returncode == 1
    assert "内容有错误，没有发布" in step.stdout
    assert [folder.name for folder in (city.www / "releases").iterdir()] == ["1"]


def test_killed_publication_leaves_the_old_release(city: City) -> None:
    """Killed with everything it started while rsync sends, it leaves what was online."""
    editor = city.checkout("work-editor")
    city.commit(editor, EVENT, event_text("招聘会"))
    sending = city.root / "sending"
    slow = city.environment | {"PUBLISH_SSH": str(SLOW_SSH), "SENDING": str(sending)}
    command = [".ci/publish", f"host:{city.www}"]
    process = subprocess.Popen(command, cwd=editor, env=slow, start_new_session=True)
    while not sending.exists():
        assert process.poll() is None
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    assert (city.www / "current").readlink() == Path("releases/1")
    assert not city.online("events/job-fair")
    again = [".venv/bin/catalogue", "publish", str(city.www)]
    subprocess.run(again, cwd=editor, env=city.environment, check=True)
    assert city.online("events/job-fair")


def test_rollback_is_one_choice(city: City) -> None:
    """Run by hand with 退回上一版, the workflow shows the release before without building."""
    checkout = city.checkout("work-main")
    (city.www / "releases/1").rename(city.www / "releases/2")
    (city.www / "releases/1").mkdir()
    (city.www / "current").unlink()
    (city.www / "current").symlink_to("releases/2")
    (step,) = run_publish(city, checkout, rollback=True)
    assert step.stdout.endswith("退回了第 1 版，线上已经是它。\n")
    assert (city.www / "current").readlink() == Path("releases/1")
    assert not (checkout / "site").exists()


def test_old_releases_are_forgotten_by_one_choice(city: City) -> None:
    """Run by hand to withdraw personal data, the workflow leaves one release on the server."""
    (city.www / "releases/1").rename(city.www / "releases/7")
    (city.www / "releases/3.withdrawn").mkdir()
    (step,) = run_publish(city, city.checkout("work-main"), forget=True)
    assert step.returncode == 0, step.stdout
    assert [folder.name for folder in (city.www / "releases").iterdir()] == ["8"]


def test_nothing_runs_where_no_target_is_set(city: City) -> None:
    """A fresh copy of the repository on GitHub publishes nowhere, and does not fail."""
    context = {**PUSHED, "vars.PUBLISH_TARGET": ""}
    run = run_github("publish", "publish", city.root, context=context, environment={})
    assert run == []


def test_script_without_a_target_says_what_is_missing(city: City) -> None:
    """The script names the variable that a pipeline needs."""
    checkout = city.checkout("work-main")
    done = subprocess.run(
        [".ci/publish", ""], cwd=checkout, env=city.environment, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert "设好变量 PUBLISH_TARGET" in done.stderr


def test_gitlab_goes_back_by_hand(city: City) -> None:
    """GitLab's job shows the release before; where there is none it says so, and fails."""
    checkout = city.checkout("work-main")
    variables = city.environment | {"PUBLISH_TARGET": str(city.www)}
    (step,) = run_gitlab("rollback", checkout, variables)
    assert step.returncode == 1
    assert "没有更早的版本可以退回" in step.stdout


@pytest.mark.parametrize(
    ("asked", "jobs"),
    [
        (
            {"CI_PIPELINE_SOURCE": "merge_request_event", "CI_COMMIT_BRANCH": ""},
            {"test", "preview"},
        ),
        ({"CI_PIPELINE_SOURCE": "push"}, {"test", "publish", "rollback", "forget"}),
        ({"CI_PIPELINE_SOURCE": "push", "CI_COMMIT_BRANCH": "market"}, set()),
        ({"CI_PIPELINE_SOURCE": "push", "PUBLISH_TARGET": ""}, {"test"}),
        ({"CI_PIPELINE_SOURCE": "schedule", "TASK": "nightly"}, {"publish", "rollback", "forget"}),
        ({"CI_PIPELINE_SOURCE": "schedule", "TASK": "weekly"}, {"todo", "rollback", "forget"}),
    ],
)
def test_gitlab_lets_in_the_jobs_of_the_occasion(asked: dict[str, str], jobs: set[str]) -> None:
    """A merge request previews, main publishes, the night publishes, Monday lists what is due."""
    usual = {"CI_COMMIT_BRANCH": "main", "CI_DEFAULT_BRANCH": "main", "PUBLISH_TARGET": "/srv"}
    names = [name for name, job in gitlab().items() if "script" in job]
    assert {name for name in names if is_let_in(name, usual | asked)} == jobs
