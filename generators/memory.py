"""Memory that is free between what is in use, given back to the system."""

from __future__ import annotations

import ctypes
import sys

_MMAP_THRESHOLD = -3  # M_MMAP_THRESHOLD of mallopt(3)
_LARGE = 1 << 18  # bytes


def give_large_pieces_back() -> None:
    """From now on let the system have every large piece as soon as it is free.

    The C library would soon keep pieces of up to 32 MB, because they come again and again.
    """
    if sys.platform == "linux" and (option := getattr(ctypes.CDLL(None), "mallopt", None)):
        option(_MMAP_THRESHOLD, _LARGE)


def give_back() -> None:
    """Let the system have the pages that nothing is in, where the C library can tell them.

    It would keep them for later: after large arrays that is a fifth of a process, and here there
    are several.
    """
    if sys.platform == "linux" and (trim := getattr(ctypes.CDLL(None), "malloc_trim", None)):
        trim(0)
