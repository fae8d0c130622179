"""What a command costs is counted over all its processes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.cost import cost

_HOLD = "held = bytearray(60_000_000); print('held', flush=True); input()"
# Both hold at once, until the second has held for a while.
_BOTH = f"""
import subprocess, sys, time
pipes = dict(stdin=subprocess.PIPE, stdout=subprocess.PIPE)
other = subprocess.Popen([sys.executable, "-c", {_HOLD!r}], **pipes)
other.stdout.readline()
held = bytearray(60_000_000)
time.sleep(2)
other.communicate(b"\\n")
"""
_IN_TURN = f"""
import subprocess, sys
subprocess.run([sys.executable, "-c", {_HOLD!r}], input=b"\\n")
held = bytearray(60_000_000)
"""


def test_memory_of_processes_at_the_same_time_is_added(tmp_path: Path) -> None:
    """Two processes that hold 60 MB each hold 120 MB together, one after the other only 60."""
    together = cost([sys.executable, "-c", _BOTH], tmp_path / "out").peak
    in_turn = cost([sys.executable, "-c", _IN_TURN], tmp_path / "out").peak
    assert 115 < together < 200
    assert 57 < in_turn < 110


def test_files_are_counted(tmp_path: Path) -> None:
    """What stands in the folder afterwards is counted; what stood there before is not."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "old").write_bytes(b"12345")
    write = (
        f"import pathlib; p = pathlib.Path({str(out)!r}); p.mkdir(); (p / 'a').write_bytes(b'123')"
    )
    taken = cost([sys.executable, "-c", write], out)
    assert (taken.files, taken.size) == (1, 3)


def test_what_fails_has_no_cost(tmp_path: Path) -> None:
    """A builder that fails is not measured."""
    with pytest.raises(subprocess.CalledProcessError):
        cost([sys.executable, "-c", "raise SystemExit(1)"], tmp_path / "out")
