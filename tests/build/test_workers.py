"""Processes for large builds."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest

from generators.build.workers import beside, workers

_WAITING = """
import os, time
os.cpu_count = lambda: 2
from generators.build.workers import workers
with workers(100_000) as executor:
    print(executor.submit(os.getpid).result(), flush=True)
    time.sleep(600)
"""


def test_small_builds_start_no_process() -> None:
    """Where there is little to do, the work is done here."""
    with workers(200) as executor:
        assert executor is None


def test_large_builds_share_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is much to do and more than one core, other processes do it."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    with workers(100_000) as executor:
        assert executor is not None
        assert executor.submit(os.getpid).result() != os.getpid()


def test_one_core_works_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a single core, a second process would only be in the way."""
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    with workers(100_000) as executor:
        assert executor is None


def test_function_goes_on_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes long is done in a process of its own, from what this one had when it began."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    known = ["before"]
    with beside(lambda: (os.getpid(), tuple(known)), work=1_000) as result:
        known.append("after")
        process, told = result()
    assert process != os.getpid()
    assert told == ("before",)


@pytest.mark.parametrize(("work", "cores"), [(10, 2), (1_000, 1)])
def test_function_waits_where_no_process_is_worth_it(
    monkeypatch: pytest.MonkeyPatch, work: int, cores: int
) -> None:
    """What is short, or would have to share the only core, is done here when it is asked for."""
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    with beside(os.getpid, work=work) as result:
        assert result() == os.getpid()


def test_fault_beside_is_a_fault_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that fails does not go unnoticed."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    with (
        pytest.raises(ZeroDivisionError),
        beside(lambda: 1 // 0, work=1_000) as result,
    ):
        result()


def test_function_that_nobody_waits_for_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who gives a build up is not kept by a lock that the other process holds."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    with (lock := tmp_path / "lock").open("wb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(KeyboardInterrupt), beside(lambda: sleep(600), work=1_000):
            raise KeyboardInterrupt
    with lock.open("wb") as free:
        fcntl.flock(free, fcntl.LOCK_EX)


def test_processes_end_with_a_build_that_is_killed() -> None:
    """They have what it had: the lock of the site, and its output, which ends with the last."""
    command = [sys.executable, "-c", _WAITING]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert int(process.stdout.readline()) != process.pid
        process.kill()
        assert process.communicate(timeout=60)[0] == b""


def test_parts_that_are_ahead_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who ends a build early waits for the parts under way, not for all that were to come."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    with workers(100_000) as executor:
        assert executor
        ahead = [executor.submit(sleep, 0.01) for _ in range(100)]
    assert ahead[-1].cancelled()
