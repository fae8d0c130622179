"""The build as a graph of values: whatever was kept, the site is that of a clean build."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from generators.build.flow import Built, build
from generators.build.project import read_project
from generators.build.store import Store
from tests.build.edits import Editor, contents, fake_host

_EDITS = 7


def _build(root: Path, site: Path, store: Store, day: date) -> Built:
    project = read_project(root / "mkdocs.yml", site=site)
    return build(project, host=fake_host, as_of=day, store=store)


@pytest.mark.parametrize("seed", range(2))
def test_every_edit_gives_the_site_of_a_clean_build(seed: int, tmp_path: Path) -> None:
    """After each of many random edits, kept and new parts make up what a clean build makes."""
    editor, done = Editor.of_new_project(tmp_path / "project", seed), ["made"]
    store = Store(tmp_path / "cache")
    for number in range(_EDITS):
        kept = _build(editor.root, tmp_path / "kept", store, editor.day)
        shutil.rmtree(tmp_path / "clean", ignore_errors=True)
        clean = _build(editor.root, tmp_path / "clean", Store(), editor.day)
        assert kept.refusal == clean.refusal, done
        assert kept.checked.findings == clean.checked.findings, done
        if clean.refusal:
            editor.undo()
        else:
            assert contents(tmp_path / "kept") == contents(tmp_path / "clean"), done
        if number % 3 == 2:  # another process knows what is on the disk only
            store = Store(tmp_path / "cache")
        done.append(editor.edit())
