"""Which of its eight masks makes a QR code easiest to read (ISO/IEC 18004, 7.8.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, reduce
from operator import and_

_CORNER = "1011101"  # looks like a corner of a code, with light on either side


def best_mask(masked: Sequence[int], width: int) -> int:
    """Return the place of the code with the least penalty among *masked*, the first of equals."""
    # What names the mask itself is not looked at.
    looked_at = ~_format_modules(width)
    penalties = [penalty(modules & looked_at, width) for modules in masked]
    return penalties.index(min(penalties))


def penalty(modules: int, width: int) -> int:
    """Return what hampers reading: long runs, squares, false corners, and too much of a colour."""
    across = ~(modules ^ modules >> 1) & _inner(width, width - 1, width)
    down = ~(modules ^ modules >> width) & _inner(width, width, width - 1)
    squares = across & across >> width & down & down >> 1
    dark = 100 * modules.bit_count() / width**2
    return (
        _runs(across, 1)
        + _runs(down, width)
        + 3 * squares.bit_count()
        + 40 * sum(map(_corners, _suspects(modules, width)))
        + 10 * int(abs(dark - 50) / 5)
    )


@cache
def _inner(width: int, columns: int, rows: int) -> int:
    """Return the modules in the last *columns* of the last *rows*."""
    row = (1 << columns) - 1
    return sum(row << width * number for number in range(rows))


def _runs(alike: int, step: int) -> int:
    """Count three points for five alike in a line, and one for each further one.

    *alike* are the modules like the one *step* before.
    """
    fives = alike & alike >> step & alike >> 2 * step & alike >> 3 * step
    return fives.bit_count() + 2 * (fives & ~(fives << step)).bit_count()


def _suspects(modules: int, width: int) -> Iterator[str]:
    """Yield the rows and columns that may have a false corner."""
    bits = f"{modules:0{width**2}b}"
    for row in {place // width for place in _likely(modules, 1, width)}:
        yield bits[row * width : (row + 1) * width]
    for column in {place % width for place in _likely(modules, width, width)}:
        yield bits[column::width]


def _likely(modules: int, step: int, width: int) -> Iterator[int]:
    """Yield where what looks like a corner ends, be it by running on into the next row."""
    places = (modules if bit == "1" else ~modules for bit in _CORNER)
    found = reduce(and_, (found >> place * step for place, found in enumerate(places)))
    while found:
        last = found.bit_length() - 1
        found ^= 1 << last
        yield width**2 - 1 - last


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
