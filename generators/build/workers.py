"""Processes that share the work of a large build."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

from generators.build.sharing import Shared, shared

T = TypeVar("T")
R = TypeVar("R")

_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of prctl(2)
# From how many records or pages on starting processes for all cores costs less than they save, and
# from how many on a single one.
_WORTH_IT, _WORTH_ONE = 800, 100
# A part of the work is large enough to send, and small enough that all end together.
_LEAST, _MOST, _PARTS = 25, 400, 64
AHEAD, FAR_AHEAD = 8, 64


@contextmanager
def workers(work: int, given: Executor | None = None) -> Iterator[Executor | None]:
    """Return *given*, or else open a process for every core, or none where there is little to do.

    The processes are forked, so that they have what has been read; on other systems than Linux,
    where that is not safe, there are none.
    """
    if given or work < _WORTH_IT or not _can_fork():
        yield given
        return
    with _forked(_cores()) as executor:
        yield executor


@contextmanager
def beside(function: Callable[[], R], *, work: int) -> Iterator[Callable[[], R]]:
    """Begin with a function in a process beside this one; yield what waits for its result.

    Where there is little to do, or no process to be had, it is called when that is asked for. The
    process ends with whoever gives up: it may hold a lock that the next one waits for.
    """
    if not _can_fork() or work < _WORTH_ONE:
        yield function
        return
    with shared(function, given=None, folder=None) as held, _forked(1) as executor:
        process = executor.submit(os.getpid).result()
        waiting = executor.submit(_called, held)
        executor.shutdown(wait=False)  # so that it ends, and its memory with it, when that is done
        try:
            yield waiting.result
        finally:
            if not waiting.done():
                os.kill(process, signal.SIGKILL)


def _called(function: Shared[Callable[[], R]]) -> R:
    return function.value()()


def _cores() -> int:
    return os.cpu_count() or 1


def _can_fork() -> bool:
    """Tell whether processes can be forked safely, and are of any use."""
    return sys.platform == "linux" and _cores() > 1


@contextmanager
def _forked(count: int) -> Iterator[Executor]:
    """Return so many processes that are as this one is now."""
    forked = multiprocessing.get_context("fork")
    with (
        _uncollected(),
        ProcessPoolExecutor(count, forked, _end_with, (os.getpid(),)) as executor,
    ):
        with warnings.catch_warnings():
            # From Python 3.12 on: a thread of ours may hold a lock. What the processes run takes none.
            warnings.simplefilter("ignore", DeprecationWarning)
            executor.submit(int).result()
        try:
            yield executor
        finally:  # whoever gives a build up does not wait for the parts that were ahead
            executor.shutdown(cancel_futures=True)


def _end_with(parent: int) -> None:
    """Let the system end this process with its parent.

    One that was left behind would wait for work for ever, and hold the lock of the site, which
    it has from its parent.
    """
    ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() != parent:  # which has ended before it was asked for
        os._exit(1)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the collector from what has been read, which every process would copy by looking."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def spread(
    function: Callable[[T], R],
    parts: Iterable[T],
    executor: Executor | None,
    *,
    ahead_by: int = AHEAD,
) -> Iterator[R]:
    """Apply a function to parts of the work, in other processes where there are any.

    Only a few parts are ahead of the one that is used, so that results do not pile up; where they
    are small more may be (*ahead_by*), so that the processes go on while this one does other work.
    """
    if executor is None:
        yield from map(function, parts)
        return
    ahead: deque[Future[R]] = deque()
    for part in parts:
        ahead.append(executor.submit(function, part))
        if len(ahead) > ahead_by:
            yield ahead.popleft().result()
    while ahead:
        yield ahead.popleft().result()


def parted(items: Sequence[T]) -> list[tuple[T, ...]]:
    """Cut work into parts for several processes."""
    size = min(_MOST, max(_LEAST, -(-len(items) // _PARTS)))
    return [tuple(items[start : start + size]) for start in range(0, len(items), size)]
