"""Which of its eight masks makes a QR code easiest to read (ISO/IEC 18004, 7.8.3)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

_LONG_RUN = re.compile("0{5,}|1{5,}")
_CORNER = "1011101"  # looks like a corner of a code, with light on either side


def best_mask(masked: Sequence[int], width: int) -> int:
    """Return the place of the code with the least penalty among *masked*, the first of equals."""
    # What names the mask itself is not looked at.
    looked_at = ~_format_modules(width)
    penalties = [penalty(modules & looked_at, width) for modules in masked]
    return penalties.index(min(penalties))


def penalty(modules: int, width: int) -> int:
    """Return what hampers reading: long runs, squares, false corners, and too much of a colour."""
    bits = f"{modules:0{width**2}b}"
    lines = [bits[start : start + width] for start in range(0, len(bits), width)]
    lines += [bits[start::width] for start in range(width)]
    runs = _LONG_RUN.findall(" ".join(lines))
    dark = 100 * bits.count("1") / len(bits)
    return (
        sum(map(len, runs))
        - 2 * len(runs)
        + 3 * _squares(modules, width)
        + 40 * sum(_corners(line) for line in lines if _CORNER in line)
        + 10 * int(abs(dark - 50) / 5)
    )


def _squares(modules: int, width: int) -> int:
    """Count the squares of four modules of one colour."""
    beside, below = modules ^ modules >> 1, modules ^ modules >> width
    differing = beside | beside >> width | below
    return (~differing & _upper_left(width)).bit_count()


@cache
def _upper_left(width: int) -> int:
    """Return the modules that have one to the right and one below, as their right lower ones."""
    row = (1 << width - 1) - 1
    return sum(row << width * number for number in range(width - 1))


def _corners(line: str) -> int:
    """Count false corners: with four light modules, or nothing, before or behind."""
    count, start = 0, line.find(_CORNER)
    while start >= 0:
        end = start + len(_CORNER)
        around = (line[max(start - 4, 0) : start], line[end : end + 4])
        if start == 0 or end == len(line) or not all("1" in side for side in around):
            count += 1
            start = line.find(_CORNER, end)
        else:
            start = line.find(_CORNER, start + 4)
    return count


@cache
def _format_modules(width: int) -> int:
    """Return the modules beside the corners that name the level and the mask."""
    line = [*range(6), 7, 8, *range(width - 8, width)]
    places = {8 * width + place for place in line} | {place * width + 8 for place in line}
    return sum(1 << width**2 - 1 - place for place in places)
