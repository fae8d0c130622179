"""Promises that no single room can keep alone."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from generators.catalogue import Catalogue
from generators.records import KINDS
from tests.conftest import ROOT

MODULES = sorted((ROOT / "generators").rglob("*.py"))
# What the owner asked the sample city to have at least.
AMOUNTS = {
    "procedures": 10,
    "incubators": 8,
    "courses": 8,
    "mentors": 8,
    "events": 10,
    "projects": 6,
    "institutions": 10,
    "loans": 4,
    "articles": 10,
    "faqs": 20,
    "notices": 3,
    "reports": 4,
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_template_and_a_record(catalogue: Catalogue, kind: str) -> None:
    """A kind can be shown, and an example of it exists."""
    assert (ROOT / "overrides" / "records" / f"{kind}.html").is_file()
    assert catalogue.of(kind)


@pytest.mark.parametrize("kind", AMOUNTS)
def test_sample_city_has_enough_of_every_kind(catalogue: Catalogue, kind: str) -> None:
    """The sample city is rich enough to judge the site by."""
    assert len(catalogue.of(kind)) >= AMOUNTS[kind]


def test_national_policies_are_real_and_local_ones_say_they_are_samples(
    catalogue: Catalogue,
) -> None:
    """At least 24 national policies, none of them a sample; every other record of a city is."""
    policies = catalogue.of("policies")
    national = [e for e in policies if e.record.region in ("全国", "粤港澳大湾区")]
    assert len(national) >= 24
    assert not any(entry.record.sample for entry in national)
    local = [e for e in catalogue.published if e.record.region not in ("全国", "粤港澳大湾区")]
    assert [e.path for e in local if not e.record.sample] == []


def _functions(file: Path) -> Iterator[ast.FunctionDef]:
    tree = ast.parse(file.read_text("utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def _code_lines(file: Path, node: ast.FunctionDef) -> int:
    lines = file.read_text("utf-8").splitlines()[node.lineno - 1 : node.end_lineno]
    documented = ast.get_docstring(node, clean=False) or ""
    blank = sum(not line.strip() or line.strip().startswith("#") for line in lines)
    return len(lines) - blank - (len(documented.splitlines()) if documented else 0)


def test_functions_and_modules_stay_short() -> None:
    """No function has more than 40 lines of code, no module more than 300."""
    long = [
        f"{file.name}: {node.name}"
        for file in MODULES
        for node in _functions(file)
        if _code_lines(file, node) > 40
    ]
    assert long == []
    for file in MODULES:
        code = [line for line in file.read_text("utf-8").splitlines() if line.strip()]
        assert len(code) <= 300, file


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_every_module_says_what_lives_there(file: Path) -> None:
    """A module begins with a sentence."""
    assert (ast.get_docstring(ast.parse(file.read_text("utf-8"))) or "").rstrip(".")


def test_nothing_reads_the_clock_but_the_doors() -> None:
    """Only the project's settings may ask what day it is."""
    clocks = ("datetime.now(", "date.today(", "time()")
    asking = [
        file.relative_to(ROOT).as_posix()
        for file in MODULES
        if any(clock in file.read_text("utf-8") for clock in clocks)
    ]
    assert asking == ["generators/build/project.py"]
