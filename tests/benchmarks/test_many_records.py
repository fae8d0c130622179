"""The generator of many records: valid, repeatable, no two alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.build.checking import check_project
from generators.build.project import read_project
from generators.records import KINDS
from tests.benchmarks.many_records import records, write_project
from tests.samples import AS_OF

COUNT = 150


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project of generated records."""
    folder = tmp_path_factory.mktemp("many") / "project"
    write_project(folder, COUNT)
    return folder


def _bytes_below(folder: Path) -> dict[str, bytes]:
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_many_records_have_no_finding(many: Path) -> None:
    """Everything generated is a valid record, and nothing is to be warned of."""
    checked = check_project(read_project(many / "mkdocs.yml"), as_of=AS_OF)
    assert checked.catalogue is not None
    assert checked.findings == ()
    assert len(checked.catalogue.entries) == COUNT


def test_two_runs_write_the_same_bytes(many: Path, tmp_path: Path) -> None:
    """The same count and seed give the same files."""
    write_project(tmp_path / "again", COUNT)
    assert _bytes_below(tmp_path / "again/content") == _bytes_below(many / "content")


def test_another_seed_writes_other_records() -> None:
    """A seed decides what is written."""
    assert list(records(COUNT, seed=7)) != list(records(COUNT))


def test_every_kind_occurs(many: Path) -> None:
    """All thirteen kinds are there."""
    kinds = {folder.name for folder in (many / "content").iterdir() if any(folder.glob("*.yml"))}
    assert set(KINDS) <= kinds


def test_no_two_records_of_a_kind_have_the_same_title() -> None:
    """Titles tell records apart."""
    titles = [(path.partition("/")[0], fields["title"]) for path, fields in records(2000)]
    assert len(set(titles)) == len(titles)
