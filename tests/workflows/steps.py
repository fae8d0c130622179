"""The commands of a workflow, run here as GitHub and GitLab would run them."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import ROOT

WORKFLOWS = ROOT / ".github" / "workflows"
Context = Mapping[str, object]  # what a workflow may ask for, by its dotted name
Done = subprocess.CompletedProcess[str]
_TERM = re.compile(r"(!?)([$\w.]+)(?:\(\))?(?:\s*(==|!=)\s*(.+))?")
_ASKED = re.compile(r"\$\{\{\s*([\w.]+)\s*\}\}")


def workflow(name: str) -> dict[str, Any]:
    """Return a workflow of GitHub's as it is written."""
    read: dict[str, Any] = yaml.load((WORKFLOWS / f"{name}.yml").read_text("utf-8"), _Words)
    return read


class _Words(yaml.SafeLoader):
    """Reads the key `on` as a word, as GitHub does."""


_Words.yaml_implicit_resolvers = {
    letter: resolvers
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    if letter not in "oO"
}


def run_github(
    name: str,
    job: str,
    checkout: Path,
    *,
    context: Context,
    environment: Mapping[str, str],
    has_failed: bool = False,
) -> list[Done]:
    """Run the `run:` steps of a job in a checkout; after a failure only those that always run.

    *has_failed* tells that a job before it did.
    """
    done: list[Done] = []
    described = workflow(name)["jobs"][job]
    if not _holds(described.get("if", "success()"), context, is_failing=has_failed):
        return []
    for step in described["steps"]:
        is_failing = any(step.returncode for step in done)
        if "run" in step and _holds(step.get("if", "success()"), context, is_failing=is_failing):
            given = described.get("env", {}) | step.get("env", {})
            said = {key: _filled(value, context) for key, value in given.items()}
            done.append(
                _bash(step["run"], checkout, {**environment, "GITHUB_ACTIONS": "1", **said})
            )
    return done


def run_gitlab(job: str, checkout: Path, environment: Mapping[str, str]) -> list[Done]:
    """Run the script of a job of GitLab's in a checkout, up to its first failure."""
    done: list[Done] = []
    for line in gitlab()[job]["script"]:
        if not any(step.returncode for step in done):
            done.append(_bash(line, checkout, environment))
    return done


def is_let_in(job: str, variables: Mapping[str, str]) -> bool:
    """Tell whether the rules of a job of GitLab's let it run."""
    return any(
        all(_terms(rule["if"], lambda name: variables.get(name.removeprefix("$"), "")))
        for rule in _rules(job)
    )


def _rules(job: str) -> list[dict[str, str]]:
    described = gitlab()[job]
    return list(described["rules"] if "rules" in described else _rules(described["extends"]))


def gitlab() -> dict[str, Any]:
    """Return the pipeline of GitLab's as it is written."""
    read: dict[str, Any] = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    return read


def _bash(commands: str, checkout: Path, environment: Mapping[str, str]) -> Done:
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", commands],
        cwd=checkout,
        env=dict(environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def _filled(value: object, context: Context) -> str:
    """Fill in what a workflow asks for; what nobody named is an error of the test."""
    return _ASKED.sub(lambda asked: str(context[asked[1]]), str(value))


def _holds(condition: str, context: Context, *, is_failing: bool) -> bool:
    states = {"always": True, "failure": is_failing, "success": not is_failing}
    known = {**context, **states}
    said = _terms(condition, lambda name: known[name])
    asks = any(f"{state}()" in condition for state in states)
    return all(said) and (asks or not is_failing)


def _terms(condition: str, value_of: Callable[[str], object]) -> Iterator[bool]:
    for text in condition.split("&&"):
        term = _TERM.fullmatch(text.strip())
        assert term, text
        negated, name, operator, other = term.groups()
        value = value_of(name)
        if operator:
            expected = other.strip("'\"") if other[0] in "'\"" else value_of(other)
            yield (value == expected) is (operator == "==")
        else:
            yield bool(value) is not bool(negated)


def clean_environment(home: Path, *tools: Path) -> dict[str, str]:
    """Return an environment with nothing in it that this machine's user has set up."""
    path = os.pathsep.join([*map(str, tools), os.environ["PATH"]])
    names = {f"GIT_{who}_{what}": said for who in ("AUTHOR", "COMMITTER") for what, said in _WHO}
    return {"PATH": path, "HOME": str(home), "LANG": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1", **names}


_WHO = (("NAME", "编辑"), ("EMAIL", "editor@shili.example"))
