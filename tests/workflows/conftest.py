"""A city with its first release, made once, and a copy of it for every test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.workflows.city import City, make_city
from tests.workflows.publishing import run_publish


@pytest.fixture(scope="session")
def first_release(tmp_path_factory: pytest.TempPathFactory) -> City:
    """Return a city whose workflow has published its first release."""
    city = make_city(tmp_path_factory.mktemp("city") / "city")
    shutil.copy(Path(__file__).parent / "gh", city.root / "tools")
    checkout = city.checkout("work-first")
    done = run_publish(city, checkout)
    assert [step.returncode for step in done] == [0], done[-1].stdout
    return city


@pytest.fixture
def city(first_release: City, tmp_path: Path) -> City:
    """Return a copy of the city that a test may change."""
    return first_release.copied(tmp_path / "city")
