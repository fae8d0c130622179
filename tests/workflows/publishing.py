"""The workflows that preview and publish, run for a city."""

from __future__ import annotations

from pathlib import Path

from tests.workflows.city import City
from tests.workflows.steps import Context, Done, run_github

PUSHED: Context = {
    "github.event_name": "push",
    "inputs.rollback": False,
    "inputs.forget": False,
    "secrets.PUBLISH_KEY": "",
    "vars.PUBLISH_KNOWN_HOSTS": "",
}


def run_publish(city: City, checkout: Path, **asked: object) -> list[Done]:
    """Run the steps for the city's folder; *asked* is what was typed by hand."""
    context = {**PUSHED, "vars.PUBLISH_TARGET": city.www}
    context |= {f"inputs.{name}": value for name, value in asked.items()}
    return run_github("publish", "publish", checkout, context=context, environment=city.environment)


def run_preview(city: City, checkout: Path) -> list[Done]:
    """Run the steps for a checkout as a pull request against `main`."""
    base = city.git(checkout, "rev-parse", "origin/main")
    summary = {"GITHUB_STEP_SUMMARY": str(city.root / "summary.md")}
    return run_github(
        "preview",
        "preview",
        checkout,
        context={"github.event.pull_request.base.sha": base},
        environment=city.environment | summary,
    )
