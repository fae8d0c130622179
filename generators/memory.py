"""Memory that is free between what is in use, given back to the system."""

from __future__ import annotations

import ctypes
import sys


def give_back() -> None:
    """Let the system have the pages that nothing is in, where the C library can tell them.

    It would keep them for later: after large arrays that is a fifth of a process, and here there
    are several.
    """
    if sys.platform == "linux" and (trim := getattr(ctypes.CDLL(None), "malloc_trim", None)):
        trim(0)
