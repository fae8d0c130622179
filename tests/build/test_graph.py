"""The build as a graph of values: whatever was kept, the site is that of a clean build."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generators.build import workers
from tests.benchmarks.random_edits import differences

_EDITS = 8


@pytest.mark.parametrize(("seed", "cores"), [(0, 1), (1, 2)])
def test_every_edit_gives_the_site_of_a_clean_build(
    seed: int, cores: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After each of some random edits, kept and new parts make up what a clean build makes."""
    monkeypatch.setattr(workers, "_WORTH_ONE", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    found = list(differences(tmp_path, seed, _EDITS))
    assert [(done, unlike) for done, _, unlike in found if unlike] == []
    assert sum(is_published for _, is_published, _ in found) > _EDITS / 2
