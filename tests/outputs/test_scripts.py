"""Scripts lose their comments when they are published, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.artifacts import Artifact
from generators.outputs.scripts import with_plain_scripts, without_comments
from tests.conftest import ROOT
from tests.node import run_program
from tests.npm import npm_packages

HERE = Path(__file__).parent
SCRIPTS = [file.read_text("utf-8") for file in sorted((ROOT / "overrides").rglob("*.mjs"))]


def _tokens(scripts: list[str]) -> object:
    compiler = npm_packages(ROOT / "tests/browser") / "node_modules/typescript/lib/typescript.js"
    return run_program(HERE / "tokens.mjs", {"compiler": compiler.as_uri(), "scripts": scripts})


def test_every_script_says_the_same_without_its_comments() -> None:
    """What a parser reads of each module is what it read before, comments aside."""
    plain = [without_comments(script) for script in SCRIPTS]
    assert _tokens(plain) == _tokens(SCRIPTS)
    assert sum(map(len, plain)) < 0.8 * sum(map(len, SCRIPTS))


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("// one\na()\n", "a()\n"),
        ("/**\n * two\n */\na()\n", "a()\n"),
        ("  /** @type {A} */\n  a()\n", "  a()\n"),
        ("/** @type {A} */ (a)()\n", "/** @type {A} */ (a)()\n"),
        ("/** @type {A} */ (a)(/* c */)\n/* d */\n", "/** @type {A} */ (a)(/* c */)\n"),
        ("a('// no') // why\n", "a('// no') // why\n"),
    ],
)
def test_only_lines_of_comments_go(source: str, plain: str) -> None:
    """A comment beside code stays, as only a parser could tell it from a text."""
    assert without_comments(source) == plain


def test_only_modules_are_changed() -> None:
    """Every other file is published as it is."""
    files = [Artifact("a.mjs", b"// c\na()\n"), Artifact("b.txt", b"// c\n")]
    assert [file.data for file in with_plain_scripts(files)] == [b"a()\n", b"// c\n"]
