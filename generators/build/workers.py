"""Processes that share the work of a large build."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager

_WORTH_IT = 4000
"""From how many records on starting processes costs less than they save."""


@contextmanager
def workers(records: int) -> Iterator[Executor | None]:
    """Open a process for every core, or none where there is little to do."""
    cores = os.cpu_count() or 1
    if records < _WORTH_IT or cores == 1:
        yield None
        return
    with ProcessPoolExecutor(cores) as executor:
        yield executor
