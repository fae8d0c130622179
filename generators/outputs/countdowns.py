"""How long there is until a day: in words, and as a bar that grows shorter."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from generators.outputs.bars import bar

NEAR_DAYS = 7
# What the bar is measured against where it is not known when the time began.
_SPAN = 90


def days_left(days: int) -> str:
    """Say how long there is, as overrides/assets/countdown/countdown.mjs says it."""
    if days < 0:
        return "已经过了"
    return {0: "就在今天", 1: "就在明天"}.get(days, f"还有{days}天")


def countdown(until: date, day: date, since: date | None = None) -> Markup:
    """Return the words and, below them, how much is left of the time that began on *since*."""
    days = (until - day).days
    span = max((until - since).days, 1) if since else _SPAN
    return Markup(
        '<span class="countdown {}" data-until="{}" data-span="{}">'
        '<span class="countdown__words">{}</span>{}</span>'
    ).format(_nearness(days), until.isoformat(), span, days_left(days), bar(days, span))


def countdown_words(until: date, day: date) -> Markup:
    """Return the words alone, for a running line."""
    days = (until - day).days
    return Markup('<span class="countdown-words {}" data-until="{}">{}</span>').format(
        _nearness(days), until.isoformat(), days_left(days)
    )


def _nearness(days: int) -> str:
    return "countdown--near" if days <= NEAR_DAYS else ""
