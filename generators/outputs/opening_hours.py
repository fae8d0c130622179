"""Published opening hours as the browser reads them, to say whether somebody is there now."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generators.records.parts import HoursException, OpeningHours

_WEEKDAYS = "一二三四五六日"


def opening_hours(rows: Iterable[OpeningHours], exceptions: Iterable[HoursException] = ()) -> str:
    """Write hours as overrides/assets/hours/hours.mjs reads them."""
    regular = [[_digits(row.days), row.opens, row.closes] for row in rows]
    other = {row.on.isoformat(): row.note for row in exceptions}
    return json.dumps({"regular": sorted(regular, key=lambda row: row[1]), "other": other})


def hours_in_words(rows: Iterable[OpeningHours]) -> list[str]:
    """Return a line for each stretch of weekdays: 周一至周五 09:00—12:00、13:00—17:00."""
    lines: dict[str, list[str]] = {}
    for row in sorted(rows, key=lambda row: row.opens):
        lines.setdefault(row.days, []).append(f"{row.opens}—{row.closes}")
    return [f"{days} {'、'.join(hours)}" for days, hours in lines.items()]


def _digits(days: str) -> str:
    """Write 周一至周五 as 12345; 周六至周二 goes on past Sunday."""
    first, last = (_WEEKDAYS.index(name) for name in (days[1], days[-1]))
    count = (last - first) % 7 + 1
    return "".join(str((first + step) % 7 + 1) for step in range(count))
