"""The words that templates offer: days, amounts, phones, Markdown."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from generators.outputs.templates import (
    Templates,
    begins,
    changes,
    first_sentence,
    markdown,
    moment,
    period,
    phone_link,
    phone_links,
    short_day,
)
from generators.records.status import Status
from tests.conftest import ROOT
from tests.node import run_module


def test_short_forms_of_days() -> None:
    """A day without its year, and a moment as the guideline asks."""
    assert short_day(date(2026, 1, 4)) == "1月4日"
    assert moment(datetime(2026, 1, 4, 9, 5)) == "2026-01-04 09:05"


@pytest.mark.parametrize(
    ("number", "html"),
    [
        ("0571-1234567-12", '<a class="phone" href="tel:0571123456712">0571-1234567-12</a>'),
        ("12333", '<a class="phone" href="tel:12333">12333</a>'),
        ('"><b>', '<a class="phone" href="tel:&#34;&gt;&lt;b&gt;">&#34;&gt;&lt;b&gt;</a>'),
    ],
)
def test_phone_link(number: str, html: str) -> None:
    """A number is shown as written and dialled without hyphens; it cannot break out."""
    assert phone_link(number) == html


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("先打 0571-1234567-12；问不清楚打12345。", ["0571123456712", "12345"]),
        ("400-123-4567，4001234567", ["4001234567", "4001234567"]),
        ("补贴12345元，2026年12月31日，邮编 310000，12333人", []),
        ("100-12345", []),
        ("a < b：12366", ["12366"]),
    ],
)
def test_phones_in_a_text(text: str, numbers: list[str]) -> None:
    """Every number that can be dialled is a link; sums, dates and postcodes are none."""
    html = phone_links(text)
    assert re.findall(r'href="tel:(\d+)"', html) == numbers
    assert html.striptags() == text


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("有执照。没有的，先办。", ("有执照。", "没有的，先办。")),
        ("有执照。", ("有执照。", "")),
        ("有执照", ("有执照", "")),
    ],
)
def test_first_sentence(text: str, parts: tuple[str, str]) -> None:
    """Nothing of a text is lost between its first sentence and the rest."""
    assert first_sentence(text) == parts


def test_changes_as_the_browser_reads_them() -> None:
    """Each coming state is a day, a tone and the word."""
    coming = ((date(2026, 12, 1), Status.ENDED), (date(2027, 1, 1), Status.IN_FORCE))
    assert changes(coming) == "2026-12-01 over 已结束, 2027-01-01 open 有效"
    assert changes(()) == ""


@pytest.mark.parametrize(
    ("starts", "event"),
    [
        ("自受理之日起", "受理"),
        ("自登记之日起", "登记"),
        ("自受理之日起，材料齐全的当场办结", "受理"),
        ("收到申请的第二天", "受理"),
    ],
)
def test_what_begins_a_limit(starts: str, event: str) -> None:
    """The event is read off the usual words; otherwise it is acceptance."""
    assert begins(starts) == event


def test_markdown_renders_what_editors_use() -> None:
    """Paragraphs, bold, lists and tables are rendered."""
    assert markdown("**谁能报**\n\n- 学校") == (
        "<p><strong>谁能报</strong></p>\n<ul>\n<li>学校</li>\n</ul>\n"
    )
    assert "<td>二</td>" in markdown("|一|\n|-|\n|二|\n")


def test_markdown_escapes_html() -> None:
    """HTML in a record is shown as text."""
    assert markdown("<script>x</script>") == "<p>&lt;script&gt;x&lt;/script&gt;</p>\n"
    assert "<b" not in markdown("一 <b onclick='x'>二</b>")


@pytest.mark.parametrize(
    "link",
    [
        "[点](javascript:alert(1))",
        "[点](JavaScript:alert(1))",
        "[点](data:text/html,x)",
        "[点](vbscript:x)",
        "<javascript:alert(1)>",
        "![图](javascript:alert(1))",
    ],
)
def test_markdown_makes_no_dangerous_link(link: str) -> None:
    """An address that runs a script is not made a link or an image."""
    assert "href" not in markdown(link)
    assert "src" not in markdown(link)
    assert "href" in markdown("[点](https://shili.example/)")


@given(st.text("<>&\"'`[]()!*_|-#\n :=/javscript一", max_size=60))
def test_markdown_never_lets_a_script_through(text: str) -> None:
    """No text becomes a script element or a script address."""
    html = markdown(text)
    assert "<script" not in html
    assert 'href="javascript:' not in html


def _render(folder: Path, template: str, **values: object) -> str:
    (folder / "a.html").write_text(template, "utf-8")
    return Templates(folder).render("a.html", **values)


def test_templates_escape_what_they_show(tmp_path: Path) -> None:
    """A value is escaped, what a filter of ours made is not escaped again."""
    assert _render(tmp_path, "{{ x }}", x="<b>") == "&lt;b&gt;"
    assert _render(tmp_path, "{{ x|markdown }}", x="<b>") == "<p>&lt;b&gt;</p>\n"


@pytest.mark.parametrize(
    ("filter_", "value", "words"),
    [
        ("day", date(2026, 12, 31), "2026年12月31日（周四）"),
        ("short_day", date(2026, 12, 31), "12月31日"),
        ("moment", datetime(2026, 12, 31, 9, 0), "2026-12-31 09:00"),
        ("amount", Decimal(300000), "30万元"),
        ("amount('元/户')", Decimal(300000), "30万元/户"),
        ("plain", Decimal("2.50"), "2.5"),
    ],
)
def test_templates_offer_the_words(filter_: str, value: object, words: str, tmp_path: Path) -> None:
    """Each way of writing a value is a filter."""
    assert _render(tmp_path, f"{{{{ x|{filter_} }}}}", x=value) == words


def test_misspelt_variable_is_an_error(tmp_path: Path) -> None:
    """A template that asks for what is not there fails instead of leaving a gap."""
    with pytest.raises(UndefinedError, match="titel"):
        _render(tmp_path, "{{ titel }}", title="标题")


def test_page_reads_the_changes_that_the_build_wrote(tmp_path: Path) -> None:
    """The browser's module gives the latest state that has come, or none."""
    coming = ((date(2026, 12, 1), Status.ENROLLING), (date(2027, 1, 1), Status.ENDED))
    days = ["2026-11-30", "2026-12-01", "2026-12-31", "2027-01-01", "2030-01-01"]
    module = ROOT / "overrides" / "assets" / "status" / "status.mjs"
    source = (
        f"import {{stateOn}} from '{module.as_uri()}'\n"
        f"const words = {days}.map((day) => stateOn('{changes(coming)}', day)?.word ?? null)\n"
        "console.log(JSON.stringify(words))"
    )
    assert run_module(source, tmp_path) == [None, "报名中", "报名中", "已结束", "已结束"]


@pytest.mark.parametrize(
    ("starts", "ends", "words"),
    [
        (
            datetime(2026, 12, 3, 14),
            datetime(2026, 12, 3, 17),
            "2026年12月3日（周四）14:00—17:00",
        ),
        (date(2026, 12, 3), date(2026, 12, 3), "2026年12月3日（周四）"),
        (date(2026, 12, 3), date(2026, 12, 4), "2026年12月3日（周四） 至 12月4日（周五）"),
        (
            datetime(2026, 12, 31, 9),
            datetime(2027, 1, 1, 17),
            "2026年12月31日（周四）09:00 至 2027年1月1日（周五）17:00",
        ),
    ],
)
def test_period(starts: date, ends: date, words: str) -> None:
    """A period says each day once, and the year of its end only where it is another."""
    assert period(starts, ends) == words


def test_period_within_a_known_year() -> None:
    """Where the page already says the year the days are said without it."""
    assert period(date(2026, 12, 3), date(2027, 1, 4), 2026) == (
        "12月3日（周四） 至 2027年1月4日（周一）"
    )
