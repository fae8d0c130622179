"""What a process costs: seconds, memory at its peak, and the files it writes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

# Linux counts the memory of a process that starts another towards the peak of the started one,
# so a small process stands between.
_LAUNCH = """
import json, resource, subprocess, sys, time
start = time.perf_counter()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
seconds = time.perf_counter() - start
print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024]))
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds, megabytes at the peak of its largest process, and what was written."""

    seconds: float
    peak: float
    files: int
    size: int


def cost(command: Sequence[str], out: Path) -> Cost:
    """Run a command that writes to *out*, and return what it took."""
    shutil.rmtree(out, ignore_errors=True)
    launch = [sys.executable, "-I", "-S", "-c", _LAUNCH, *command]
    done = subprocess.run(launch, check=True, stdout=subprocess.PIPE)
    seconds, peak = json.loads(done.stdout)
    sizes = [file.stat().st_size for file in out.rglob("*") if file.is_file()]
    return Cost(seconds, peak, len(sizes), sum(sizes))
