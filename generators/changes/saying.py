"""How a value is said: amounts, days, time limits, flags, references, texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from generators.changes.fields import Field, Tree
from generators.records import KINDS
from generators.records.parts import Limit
from generators.wording import amount, day_in_words, plain_day, plain_number

LONGEST = 60
_FLAGS = {"true": "是", "是": "是", "false": "否", "否": "否"}
_PARTIAL_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?")
_MONTH_DAY = re.compile(r"(\d{2})-(\d{2})")
_WORDS = {"inherit": "全站的四种投诉渠道"}
# A record that is referred to, named by its title only when the words are shown.
_REFERENCE = re.compile(rf"\[\[({'|'.join(KINDS)})/([a-z0-9-]+)(?:#([^\]]*))?\]\]")

TitleOf = Callable[[str, str], str | None]


def said(field: Field, value: Tree, beside: Mapping[str, Tree]) -> str:
    """Return a value in words; *beside* is the mapping it stands in, which may hold its unit."""
    if field.model is Limit and isinstance(value, dict):
        return _limit(value)
    if not isinstance(value, str):
        return ""
    if field.reference:
        return f"[[{field.reference.kind}/{value}]]"
    unit = beside.get("unit") if field.key.startswith("amount") else None
    return _scalar(field, value.strip(), unit if isinstance(unit, str) else field.unit)


def _scalar(field: Field, text: str, unit: str) -> str:
    if field.holds is bool:
        return _FLAGS.get(text, text)
    if day := as_moment(field, text):
        clock = f"{day:%H:%M}" if field.holds is datetime else ""
        return f"{plain_day(day)}{clock}"
    if field.holds in (Decimal, int) and (number := as_number(text)) is not None:
        return _quantity(number, unit)
    if field.holds is str and not field.is_choice and not text.isascii():
        return quoted(text)
    return _day_as_text(text) or _WORDS.get(text, text)


def _day_as_text(text: str) -> str:
    """Say a day that is kept as text: one of every year, or one that is not fully known."""
    if match := _MONTH_DAY.fullmatch(text):
        return f"{int(match[1])}月{int(match[2])}日"
    try:
        return day_in_words(text) if _PARTIAL_DAY.fullmatch(text) else ""
    except ValueError:
        return ""


def _limit(value: Mapping[str, Tree]) -> str:
    number, unit = str(value.get("amount", "")), str(value.get("unit", ""))
    if number == "0":
        return "当场"
    return f"{number}{'' if unit == '年' else '个'}{unit}"


def _quantity(number: Decimal, unit: str) -> str:
    if unit in ("月", "工作日"):
        return f"{plain_number(number)}个{unit}"
    return amount(number, unit) if unit else plain_number(number)


def as_number(text: str) -> Decimal | None:
    """Return the number a text is."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def as_moment(field: Field, text: str) -> datetime | None:
    """Return the day or moment that a text is, where the field holds one."""
    if field.holds not in (date, datetime):
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def quoted(text: str, longest: int = LONGEST) -> str:
    """Return a text in quotation marks on one line, and not too much of it."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= longest else f'{line[: longest - 1]}…'}”"


def with_titles(words: str, title_of: TitleOf) -> str:
    """Return words with every record they refer to named by its title, or else its id."""

    def name(match: re.Match[str]) -> str:
        kind, identifier, part = match.groups()
        title = title_of(kind, identifier) or identifier
        return f"《{title}》{part or ''}"

    return _REFERENCE.sub(name, words)
