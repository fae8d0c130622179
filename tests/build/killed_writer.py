"""Kill the writer at every step at which it touches the disk, and look at what is left.

Run it with `python -m tests.build.killed_writer FOLDER`; it prints how many writers it killed
and at how many steps. A process of its own, because it forks.
"""

from __future__ import annotations

import os
import signal
import sys
from itertools import count
from pathlib import Path

from generators.artifacts import Artifact
from generators.build.writer import write_site
from tests.build.whole_sites import check_whole

_STEPS = {"open", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.chmod"}
_SWAP = "ctypes.dlsym"  # just before renameat2 is called


def artifacts(version: int) -> list[Artifact]:
    """Return a small site that says its version everywhere but in one file; paths come and go."""
    files = {
        "index.html": version,
        "same.html": 0,
        f"moves-{version}/c.html": -1,
        f"only-{version % 2}/a.html": version,
        "turns" if version % 2 else "turns/b.html": version,
    }
    return [Artifact.of_text(path, f"{said}\n") for path, said in files.items()]


def _die_at(step: int) -> None:
    """Kill this process when it touches the disk for the *step*th time."""
    seen = count(1)

    def watch(event: str, _: object) -> None:
        if (event in _STEPS or event == _SWAP) and next(seen) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


def _is_killed(site: Path, version: int, step: int) -> bool:
    """Write a version in a process that is killed at a step; tell whether it came so far."""
    child = os.fork()
    if child == 0:
        _die_at(step)
        write_site(artifacts(version), site)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    return os.WIFSIGNALED(status)


def main() -> None:
    """Kill at the first step, at the second, and so on, until a writer comes to its end."""
    site = Path(sys.argv[1], "site")
    write_site(artifacts(0), site)
    kills = 0
    for step in count(1):
        version = step * 2 - 1
        was_killed = _is_killed(site, version, step)
        check_whole(site, [artifacts(version - 1), artifacts(version)])
        if not was_killed:
            break
        kills += 1
        write_site(artifacts(version + 1), site)
        check_whole(site, [artifacts(version + 1)])
        assert {path.name for path in site.parent.iterdir()} == {".site.spare", "site"}
    print(kills, step - 1)


if __name__ == "__main__":
    main()
