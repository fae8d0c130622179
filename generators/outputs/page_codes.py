"""The QR code of a page's own address, drawn in a twentieth of the time of any other.

Every page has one. Codes of a size differ by what they say alone, and the modules are a linear
function of that, over bits. So one code is made by segno for each size, and for every byte of
an address those modules of it are turned which that byte turns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from itertools import accumulate
from operator import getitem, xor

import segno
from markupsafe import Markup

from generators.outputs.qr_codes import drawing

_LABEL = "这个网页的二维码"
_MASK = 3
# Words of data and of correction at level L. These sizes have a single block of each.
_SIZES = {1: (19, 7), 2: (34, 10), 3: (55, 15), 4: (80, 20), 5: (108, 26)}
_AROUND = 2  # words that say how long the address is, and that it ends
_PADDING = b"\0" + 50 * bytes.fromhex("ec11")  # the empty word is segno's
_START = "M4 4.5"
# The powers of 2 among bytes, which are multiplied modulo x⁸+x⁴+x³+x²+1.
_POWERS = list(
    accumulate(range(254), lambda power, _: power << 1 ^ power // 128 * 0x11D, initial=1)
)
_LOGS = {power: exponent for exponent, power in enumerate(_POWERS)}
_DARK_AND_LIGHT = re.compile(r"1+[0\n]*")


def page_code(address: str) -> Markup:
    """Return the code of a page's own address, to be read off a screen."""
    fitting = (s for s, (words, _) in _SIZES.items() if len(address) + _AROUND <= words)
    size = next(fitting, None)
    # What has no small letter, or others than ASCII has, is written in another way.
    if size is None or not address.isascii() or address == address.upper():
        return drawing(_made(address), _LABEL)
    return Markup(_codes(size).drawn(address.encode()))


def _made(address: str) -> segno.QRCode:
    """Make a code without looking for the best of the eight masks, each of which can be read."""
    return segno.make(address, error="l", micro=False, boost_error=False, mask=_MASK)


@dataclass(frozen=True, slots=True)
class _Codes:
    """What all codes of a size share; *blank* is the one whose words are all zero."""

    width: int
    blank: int
    turned: tuple[_Turned, ...]
    head: str
    moves: _Moves

    def drawn(self, address: bytes) -> str:
        """Return the drawing of an address."""
        words = _words(address, len(self.turned))
        return self._drawing(reduce(xor, map(getitem, self.turned, words), self.blank))

    def _drawing(self, modules: int) -> str:
        bits = f"{modules:0{self.width**2}b}"
        rows = (bits[start : start + self.width] for start in range(0, len(bits), self.width))
        runs = _DARK_AND_LIGHT.findall("\n".join(rows).rstrip("0\n"))
        return f'{self.head}{"".join(map(self.moves.__getitem__, runs))}"/></svg>'


def _words(address: bytes, count: int) -> bytes:
    """Return the words of data: that bytes follow, how many, these, an end, and padding."""
    said = bytes.fromhex(f"4{len(address):02x}{address.hex()}0")
    return (said + _PADDING)[:count]


class _Turned(dict[int, int]):
    """The modules that a word turns, by its byte: its own, and those of its correction."""

    def __init__(self, own: Sequence[int], others: Sequence[int], remainder: bytes) -> None:
        super().__init__()
        self._own, self._others, self._remainder = own, others, remainder

    def __missing__(self, byte: int) -> int:
        correction = _scaled(self._remainder, byte)
        self[byte] = _turned(self._own, bytes([byte])) | _turned(self._others, correction)
        return self[byte]


def _turned(modules: Sequence[int], words: bytes) -> int:
    """Return, of those modules, the ones whose bits in *words* are set."""
    bits = f"{int.from_bytes(words, 'big'):0{8 * len(words)}b}"
    return sum(module for module, bit in zip(modules, bits, strict=True) if bit == "1")


class _Moves(dict[str, str]):
    """How a run of dark modules is drawn, and the way from its end over light ones to the next."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width

    def __missing__(self, run: str) -> str:
        rest, *rows = run.lstrip("1").split("\n")
        across = len(rest) + (len(rows[-1]) - self._width if rows else 0)
        way = f"m{across} {len(rows)}" if rest or rows else ""
        self[run] = f"h{run.count('1')}{way}"
        return self[run]


@cache
def _codes(size: int) -> _Codes:
    count, corrections = _SIZES[size]
    width = 17 + 4 * size
    modules = [1 << width**2 - 1 - place for place in _places(width)]
    others = modules[8 * count : 8 * (count + corrections)]
    turned = tuple(
        _Turned(modules[8 * place : 8 * place + 8], others, remainder)
        for place, remainder in enumerate(_remainders(count, corrections))
    )
    sample = "a" * (count - _AROUND)
    code = _made(sample)
    dark = int("".join(str(module) for row in code.matrix for module in row), 2)
    blank = reduce(xor, map(getitem, turned, _words(sample.encode(), count)), dark)
    head, start, _ = drawing(code, _LABEL).rpartition(_START)
    return _Codes(width, blank, turned, head + start, _Moves(width))


def _places(width: int) -> Iterator[int]:
    """Yield the modules of the words, bit by bit: in pairs of columns, up and down in turn."""
    for number, right in enumerate((*range(width - 1, 6, -2), *range(5, 0, -2))):
        for row in range(width) if number % 2 else reversed(range(width)):
            for column in (right, right - 1):
                if not _is_pattern(row, column, width):
                    yield row * width + column


def _is_pattern(row: int, column: int, width: int) -> bool:
    """Tell whether a module is the same in all codes: in a corner, a ruler or the small square."""
    far = width - 8
    corner = (row < 9 and (column < 9 or column >= far)) or (row >= far and column < 9)
    square = width > 21 and abs(row - width + 7) <= 2 and abs(column - width + 7) <= 2
    return corner or square or 6 in (row, column)


def _remainders(count: int, corrections: int) -> list[bytes]:
    """Return what each of *count* words adds to the correction where its byte is 1."""
    divisor = [1]  # the product of x - 2ⁿ, the highest power first
    for power in range(corrections):
        times = _scaled(bytes(divisor), _POWERS[power])
        divisor = [a ^ b for a, b in zip([*divisor, 0], [0, *times], strict=True)]
    found = [bytes(divisor[1:])]
    while len(found) < count:
        first, *rest = found[-1]
        times = _scaled(found[0], first)
        found.append(bytes(a ^ b for a, b in zip([*rest, 0], times, strict=True)))
    return found[::-1]


def _scaled(words: bytes, factor: int) -> bytes:
    """Multiply each of *words*."""
    if not factor:
        return bytes(len(words))
    return bytes(w and _POWERS[(_LOGS[w] + _LOGS[factor]) % 255] for w in words)
