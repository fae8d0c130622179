"""Another executor than our own: the workers of a cluster make the same site."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from concurrent.futures import Executor
from pathlib import Path

import pytest

from generators.build.flow import build
from generators.build.project import read_project
from generators.build.store import Store
from tests.build.edits import contents, fake_host, write_small_project
from tests.samples import AS_OF


@pytest.fixture(scope="module")
def cluster() -> Iterator[Executor]:
    """Return the executor of a local cluster of two workers, each a process of its own."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what others deprecate is not ours to mend
        from distributed import Client, LocalCluster

        with (
            LocalCluster(  # type: ignore[no-untyped-call]
                n_workers=2, threads_per_worker=1, dashboard_address=None
            ) as workers,
            Client(workers) as client,  # type: ignore[no-untyped-call]
        ):
            yield client.get_executor()


def test_cluster_makes_the_same_site(cluster: Executor, tmp_path: Path) -> None:
    """Reading, rendering and filing on a cluster give the bytes of a build without one."""
    root = write_small_project(tmp_path / "project")
    for name, executor in (("alone", None), ("together", cluster)):
        project = read_project(root / "mkdocs.yml", site=tmp_path / name)
        store = Store(tmp_path / f"cache-{name}")
        built = build(project, host=fake_host, as_of=AS_OF, store=store, executor=executor)
        assert not built.refusal
    assert contents(tmp_path / "alone") == contents(tmp_path / "together")
