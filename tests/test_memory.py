"""Memory that is free goes back to the system."""

from __future__ import annotations

import subprocess
import sys

# Every second piece stays, so that none of the free ones is the end of the heap.
_HOLES = """
from pathlib import Path
from generators.memory import give_back

def used():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

pieces = [b"%08d" % number * 5_000 for number in range(2_000)]
del pieces[::2]
before = used()
give_back()
print(before - used())
"""


def test_pages_between_what_is_in_use_are_given_back() -> None:
    """Half of eighty megabytes, in pieces, are with the system again."""
    done = subprocess.run([sys.executable, "-c", _HOLES], capture_output=True, check=True)
    assert int(done.stdout) > 30_000_000
