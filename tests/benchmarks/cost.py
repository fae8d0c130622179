"""What a command costs: seconds, the memory of its processes at the peak, the files it writes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

# Linux counts the memory of a process that starts another towards the peak of the started one,
# so a small process stands between.
_LAUNCH = """
import json, resource, subprocess, sys, time
start = time.perf_counter()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
seconds = time.perf_counter() - start
print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024]))
"""
_FORBIDS = "PYTHONDONTWRITEBYTECODE"
_PAUSE = 0.05  # seconds between two looks at the memory
# A look at large processes takes long and stops them: so many times as long they are left alone.
_REST, _LONGEST = 30, 0.5  # but for no more seconds than this, or a peak would be missed


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds, megabytes of all its processes together at the peak, and what was written."""

    seconds: float
    peak: float
    files: int
    size: int


def cost(command: Sequence[str], out: Path, *, fresh: bool = True) -> Cost:
    """Run a command that writes to *out*, emptied before where *fresh*; return what it took."""
    if fresh:
        shutil.rmtree(out, ignore_errors=True)
    launch = [sys.executable, "-I", "-S", "-c", _LAUNCH, *command]
    # Python keeps what it compiled, as it does wherever nobody forbids it.
    environment = {name: value for name, value in os.environ.items() if name != _FORBIDS}
    with subprocess.Popen(launch, stdout=subprocess.PIPE, env=environment) as process:
        together = 0.0
        while process.poll() is None:
            begun = time.perf_counter()
            together = max(together, sum(map(_memory, _below(process.pid))))
            rest = _REST * (time.perf_counter() - begun)
            time.sleep(min(max(_PAUSE, rest), _LONGEST))
        said = process.stdout.read() if process.stdout else b""
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    seconds, largest = json.loads(said)
    sizes = [file.stat().st_size for file in out.rglob("*") if file.is_file()]
    # What is shorter than a pause was not looked at; its largest process is known all the same.
    return Cost(seconds, max(together, largest), len(sizes), sum(sizes))


def _below(process: int) -> Iterator[int]:
    """Yield the processes that a process started, and those that they started."""
    for thread in Path(f"/proc/{process}/task").glob("*"):
        for child in _read(thread / "children").split():
            yield int(child)
            yield from _below(int(child))


def _memory(process: int) -> float:
    """Return the megabytes of a process; what several share is divided among them."""
    lines = _read(Path(f"/proc/{process}/smaps_rollup")).splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def _read(file: Path) -> str:
    try:
        return file.read_text()
    except OSError:
        return ""  # the process has ended, or this is no Linux
