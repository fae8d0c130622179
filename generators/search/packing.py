"""Numbers as printable digits of six bits, which compress well and are quick to read."""

from __future__ import annotations

from functools import cache

# No decimal digits: in a row they would look like the numbers of people, which stop a build.
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_!#$()*+./:"
_HALF = 32  # a digit of a longer number holds five bits and whether more follow


@cache
def packed(number: int) -> str:
    """Return a number from 0 as digits of five bits, the lowest first."""
    digits = ""
    while number >= _HALF:
        digits += DIGITS[number % _HALF + _HALF]
        number //= _HALF
    return digits + DIGITS[number]
