"""The Jinja environment of the record templates, and the words it offers them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path

from jinja2 import (
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
)
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from generators.outputs.bars import bar
from generators.outputs.charts import quadrant_chart
from generators.outputs.countdowns import countdown, countdown_words
from generators.outputs.lifelines import lifeline, stretches
from generators.outputs.opening_hours import hours_in_words, opening_hours
from generators.outputs.qr_codes import page_code, qr_code
from generators.outputs.tables import scrollable_tables
from generators.outputs.template_code import DirectEnvironment
from generators.records.status import Change
from generators.wording import amount, day_in_words, plain_number

_BEGINNING = re.compile(r"自(.{1,10}?)之日起")
_DRAWN_IN = re.compile(r"{%[-+]?\s*(?:extends|import|include|from)\s+(?:[\"']([^\"']+)[\"'])?")
# A landline, 400 or 800, or a service number such as 12333, and not a sum such as 12345元.
_PHONE = re.compile(
    r"(?<![\d-])(0\d{2,3}-\d{7,8}(?:-\d{1,6})?|[48]00-?\d{3}-?\d{4}|12[3-9]\d{2})"
    r"(?![\d-]|[元万件个人天])"
)
# Raw HTML in a record is shown as text, and `javascript:` links are not made links.
# An image would be a request to wherever it lies, so its markup is shown as text too.
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")


class Templates:
    """Renders templates from `overrides/`, escaping everything that is not marked safe.

    *compiled* is a folder that keeps them compiled, as long as their text is the same.
    """

    def __init__(self, folder: Path, *, compiled: Path | None = None) -> None:
        self._folders = (folder, compiled)
        if compiled:
            compiled.mkdir(parents=True, exist_ok=True)
        self._environment = DirectEnvironment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            # The files do not change while a site is made, so none is looked at twice.
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=FileSystemBytecodeCache(str(compiled)) if compiled else None,
        )
        self._environment.filters |= {
            "day": day_in_words,
            "day_without_year": day_without_year,
            "period": period,
            "short_day": short_day,
            "moment": moment,
            "amount": amount,
            "changes": changes,
            "first_sentence": first_sentence,
            "begins": begins,
            "markdown": markdown,
            "phone_link": phone_link,
            "phone_links": phone_links,
            "page_code": page_code,
            "qr_code": qr_code,
            "quadrant_chart": quadrant_chart,
            "bar": bar,
            "countdown": countdown,
            "countdown_words": countdown_words,
            "lifeline": lifeline,
            "stretches": stretches,
            "hours_in_words": hours_in_words,
            "opening_hours": opening_hours,
            "plain": plain_number,
        }
        self._template = cache(self._environment.get_template)

    def __reduce__(
        self,
    ) -> tuple[Callable[[Path, Path | None], Templates], tuple[Path, Path | None]]:
        return _templates, self._folders

    def render(self, name: str, **values: object) -> str:
        """Render the template *name* with *values*."""
        return self._template(name).render(**values)

    def source(self, name: str) -> str:
        """Return the text of a template and of all that it draws in, each under its name."""
        texts: dict[str, str] = {}
        waiting = [name]
        while waiting:
            if (next_name := waiting.pop()) not in texts:
                texts[next_name] = self._text(next_name)
                waiting += self._drawn_in(texts[next_name])
        return "\0".join(f"{name}\0{texts[name]}" for name in sorted(texts))

    def _text(self, name: str) -> str:
        loader = self._environment.loader
        assert loader
        try:
            return loader.get_source(self._environment, name)[0]
        except TemplateNotFound:
            return ""

    def _drawn_in(self, text: str) -> list[str]:
        """Return the templates that a text names, or all where it works out which."""
        found = _DRAWN_IN.findall(text)
        return found if all(found) else self._environment.list_templates(["html"])


def _templates(folder: Path, compiled: Path | None) -> Templates:
    return Templates(folder, compiled=compiled)


def day_without_year(value: date) -> str:
    """Write a date as 12月31日（周四）."""
    return day_in_words(value).removeprefix(f"{value.year}年")


def period(starts: date | datetime, ends: date | datetime, year: int | None = None) -> str:
    """Say from when until when, each day once; days of *year* are said without it."""
    first, last = as_day(starts), as_day(ends)
    beginning = day_without_year(first) if first.year == year else day_in_words(first)
    if first == last:
        return beginning + (f"{starts:%H:%M}—{ends:%H:%M}" if isinstance(starts, datetime) else "")
    end = day_without_year(last) if last.year == first.year else day_in_words(last)
    return f"{beginning}{clock(starts)} 至 {end}{clock(ends)}"


def as_day(value: date | datetime) -> date:
    """Return the day of a moment."""
    return value.date() if isinstance(value, datetime) else value


def clock(value: date | datetime) -> str:
    """Write the hour of a moment; a day has none."""
    return f"{value:%H:%M}" if isinstance(value, datetime) else ""


def short_day(value: date) -> str:
    """Write a date as 12月31日."""
    return f"{value.month}月{value.day}日"


def moment(value: datetime) -> str:
    """Write a time as the government site guideline asks: YYYY-MM-DD HH:MM."""
    return value.isoformat(" ", "minutes")


def changes(found: Iterable[Change]) -> str:
    """Write the coming states of a badge, as overrides/assets/status/status.mjs reads them."""
    return ", ".join(f"{day} {status.tone} {status}" for day, status in found)


def begins(starts: str) -> str:
    """Return what begins a time limit: 受理 of 自受理之日起."""
    match = _BEGINNING.match(starts)
    return match[1] if match else "受理"


def markdown(text: str) -> Markup:
    """Render a record's Markdown; its HTML is escaped."""
    return Markup(scrollable_tables(_MARKDOWN.render(text)))


# A site has few numbers, and they stand on many pages.
@lru_cache(maxsize=1024)
def phone_link(number: str) -> Markup:
    """Write a phone number as a link that a phone can dial."""
    digits = number.replace("-", "")
    return Markup('<a class="phone" href="tel:{}">{}</a>').format(digits, number)


def phone_links(text: str) -> Markup:
    """Write a text with every phone number in it as a link."""
    pieces = _PHONE.split(text)
    return Markup("").join(
        phone_link(piece) if place % 2 else escape(piece) for place, piece in enumerate(pieces)
    )


def first_sentence(text: str) -> tuple[str, str]:
    """Return the first sentence of a text, and the rest."""
    first, stop, rest = text.partition("。")
    return first + stop, rest
