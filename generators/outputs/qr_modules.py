"""The modules of QR codes, worked out from what each byte of the text turns.

Codes of a size, level and mask differ by what they say alone, and their modules are a linear
function of that, over bits. So segno makes one code of each, and for every byte of a text those
modules are turned which that byte turns: the codes are segno's, in a twentieth of the time.

The modules of a code are one number, a bit each, row by row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from itertools import accumulate, zip_longest
from operator import getitem, xor
from typing import cast

import segno
from segno import consts

# Larger codes name their size and have more squares to be left out.
_LARGEST = 6
# By size and level: how many blocks there are of so many words, and how many of these are data.
_BLOCKS = cast("Mapping[int, Mapping[int, Sequence[tuple[int, int, int]]]]", consts.ECC)
_PADDING = b"\0" + 70 * bytes.fromhex("ec11")  # the empty word is segno's
# The powers of 2 among bytes, which are multiplied modulo x⁸+x⁴+x³+x²+1.
_POWERS = list(
    accumulate(range(254), lambda power, _: power << 1 ^ power // 128 * 0x11D, initial=1)
)
_LOGS = {power: exponent for exponent, power in enumerate(_POWERS)}


@dataclass(frozen=True, slots=True)
class Modules:
    """The modules of codes of a size and level: *turned* are those that each word turns."""

    size: int
    level: str
    turned: tuple[_Turned, ...]

    @property
    def width(self) -> int:
        """Return how many modules a row has."""
        return 17 + 4 * self.size

    def of(self, text: bytes, mask: int) -> int:
        """Return the modules of a text."""
        return self.turned_by(text) ^ _blank(self.size, self.level, mask)

    def masked(self, text: bytes) -> list[int]:
        """Return the modules of a text with each of the eight masks."""
        turned = self.turned_by(text)
        return [turned ^ _blank(self.size, self.level, mask) for mask in range(8)]

    def turned_by(self, text: bytes) -> int:
        """Return what a text turns: that bytes follow, how many, these, an end, and padding."""
        said = bytes.fromhex(f"4{len(text):02x}{text.hex()}0")
        words = (said + _PADDING)[: len(self.turned)]
        return reduce(xor, map(getitem, self.turned, words), 0)


def modules(address: str, level: str, *, boost: bool) -> Modules | None:
    """Return how an address is written; nothing where that is not as bytes, or not small.

    With *boost* the level is as high as leaves the size what it is.
    """
    # What has no small letter, or others than ASCII has, is written in another way.
    if not address.isascii() or address == address.upper():
        return None
    return _fitting(len(address), level, boost)


@cache
def _fitting(length: int, level: str, boost: bool) -> Modules | None:  # noqa: FBT001 — a key
    code = segno.make("a" * length, error=level, boost_error=boost, micro=False, mask=0)
    size = int(code.version)
    return _modules(size, code.error) if size <= _LARGEST else None


@cache
def _modules(size: int, level: str) -> Modules:
    blocks = [
        (data, total - data)
        for count, total, data in _BLOCKS[size][consts.ERROR_MAPPING[level]]
        for _ in range(count)
    ]
    width = 17 + 4 * size
    bits = tuple(1 << width**2 - 1 - place for place in _places(width))
    words = [bits[start : start + 8] for start in range(0, len(bits) - 7, 8)]
    own = _dealt(words, [data for data, _ in blocks])
    others = _dealt(words[sum(map(len, own)) :], [correction for _, correction in blocks])
    turned = (
        _Turned(word, tuple(bit for other in correcting for bit in other), remainder)
        for mine, correcting in zip(own, others, strict=True)
        for word, remainder in zip(mine, _remainders(len(mine), len(correcting)), strict=True)
    )
    return Modules(size, level, tuple(turned))


def _dealt(words: Sequence[_Word], counts: Sequence[int]) -> list[list[_Word]]:
    """Deal words to blocks in turn, until each has its count."""
    turns = zip_longest(*(range(count) for count in counts))
    receivers = [block for turn in turns for block, due in enumerate(turn) if due is not None]
    dealt: list[list[_Word]] = [[] for _ in counts]
    for word, block in zip(words, receivers, strict=False):
        dealt[block].append(word)
    return dealt


_Word = tuple[int, ...]


class _Turned(dict[int, int]):
    """The modules that a word turns, by its byte: its own, and those of its correction."""

    def __init__(self, own: _Word, others: _Word, remainder: bytes) -> None:
        super().__init__()
        self._own, self._others, self._remainder = own, others, remainder

    def __missing__(self, byte: int) -> int:
        correction = _scaled(self._remainder, byte)
        self[byte] = _chosen(self._own, bytes([byte])) | _chosen(self._others, correction)
        return self[byte]


def _chosen(bits: _Word, words: bytes) -> int:
    """Return, of those modules, the ones whose bits in *words* are set."""
    said = f"{int.from_bytes(words, 'big'):0{8 * len(words)}b}"
    return sum(bit for bit, is_set in zip(bits, said, strict=True) if is_set == "1")


@cache
def _blank(size: int, level: str, mask: int) -> int:
    """Return the modules of a code whose words are all zero: what it shares with all others."""
    code = segno.make("a", version=size, error=level, boost_error=False, mask=mask)
    return dark_modules(code) ^ _modules(size, level).turned_by(b"a")


def dark_modules(code: segno.QRCode) -> int:
    """Return the modules of a code that segno made."""
    return int("".join(str(module) for row in code.matrix for module in row), 2)


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
