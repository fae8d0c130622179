"""The one safe answer to a value written in another shape, where there is one."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_COMPACT_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")
_CLOCK = re.compile(r"(\d{1,2})[:点时](\d{2})分?(?::\d{2})?")
_NUMBER = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?|\d+(\.\d+)?")
_PERCENT = re.compile(r"\d+(\.\d+)?%")
_YEAR = re.compile(r"[\[(【〔{〈<]\s*(\d{4})\s*[\])】〕}〉>]")
# Without anything between them the digits of an area code cannot be told from the rest.
_LANDLINE = re.compile(r"[(]?(0\d{2,3})(?:[)]\s*[-—–]?|\s*[-—–]|\s)\s*(\d{7,8})")
_FLAGS = {"no": "否", "n": "否", "yes": "是", "y": "是"} | {
    word: word for word in ("true", "false")
}


def repaired_day(text: str) -> str | None:
    """Return 2025/3/1, 2025年3月1日 or 20250301 as 2025-03-01; None where it is no day."""
    plain = _plain(text)
    match = _DAY.fullmatch(plain) or _COMPACT_DAY.fullmatch(plain)
    try:
        return date(*map(int, match.groups())).isoformat() if match else None
    except ValueError:
        return None


def repaired_moment(text: str) -> str | None:
    """Return 2025/3/1 9:00 as 2025-03-01 09:00; a day without a time has no safe answer."""
    plain = _plain(text).replace("T", " ")
    day, _, clock = plain.rpartition(" ") if " " in plain else plain.partition("日")
    parts = (repaired_day(day), repaired_clock(clock))
    return " ".join(part for part in parts if part) if all(parts) else None


def repaired_clock(text: str) -> str | None:
    """Return 9:00, 9：00 or 9点00分 as 09:00."""
    match = _CLOCK.fullmatch(_plain(text))
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        return None
    return f"{int(match[1]):02}:{match[2]}"


def repaired_number(text: str) -> str | None:
    """Return 300,000 or ３００ as plain digits."""
    plain = _plain(text)
    return plain.replace(",", "") if _NUMBER.fullmatch(plain) else None


def repaired_count(text: str) -> str | None:
    """Return 1,000 as 1000; what has a fraction is no count."""
    number = repaired_number(text)
    return number if number and "." not in number else None


def repaired_percent(text: str) -> str | None:
    """Return ５０％ or 50 % as 50%; a bare 50 or 0.5 could mean either."""
    plain = _plain(text).replace(" ", "")
    return plain if _PERCENT.fullmatch(plain) else None


def repaired_flag(text: str) -> str | None:
    """Return yes, no or True as the words a record uses."""
    return _FLAGS.get(_plain(text).lower())


def repaired_document_number(text: str) -> str | None:
    """Return 财金[2023] 75号 as 财金〔2023〕75号."""
    plain = re.sub(r"\s+(?=\d)|(?<=\d)\s+", "", _plain(text))
    return _YEAR.sub(r"〔\1〕", plain)


def repaired_phone(text: str) -> str | None:
    """Return (0000) 1234567 as 0000-1234567."""
    match = _LANDLINE.fullmatch(_plain(text))
    return "-".join(match.groups()) if match else None


def _plain(text: str) -> str:
    """Return *text* with full-width letters, digits and punctuation made plain."""
    return unicodedata.normalize("NFKC", text).strip()
