"""The small value types: what each accepts, refuses and makes of it."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generators.records.values import (
    AudienceTerm,
    ClientStage,
    Clock,
    Count,
    Day,
    DocumentNumber,
    EntityType,
    FilePath,
    Flag,
    Line,
    Markdown,
    Moment,
    Money,
    Number,
    PartialDay,
    Percent,
    Phone,
    PolicyRef,
    ServiceArea,
    Summary,
    Text,
    Title,
    Url,
    Weekdays,
    WindowRef,
)
from generators.workdays import TimeUnit

# What a record may say with one scalar; each must survive anything a file says instead.
TYPES: list[Any] = [
    *(Text, Line, Title, Summary, Markdown, Day, Moment, PartialDay, Clock, Flag),
    *(Percent, Number, Count, Money, DocumentNumber, Phone, Url, FilePath, Weekdays),
    *(ServiceArea, ClientStage, EntityType, TimeUnit, PolicyRef, WindowRef, AudienceTerm),
]


def parse(type_: Any, value: object) -> Any:
    """Return what the type makes of a value."""
    return TypeAdapter[Any](type_).validate_python(value)


def fault(type_: Any, value: object) -> tuple[str, str]:
    """Return the code and the message with which the type refuses a value."""
    with pytest.raises(ValidationError) as caught:
        parse(type_, value)
    (detail,) = caught.value.errors()
    return detail["type"], detail["msg"]


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_date_comes_back(day: date) -> None:
    """Each day from 1900 to 2100 is read as what was written."""
    assert parse(Day, day.isoformat()) == day
    assert parse(PartialDay, day.isoformat()) == day.isoformat()


@given(st.datetimes(datetime(1900, 1, 1), datetime(2100, 12, 31)))
def test_every_minute_comes_back(moment: datetime) -> None:
    """Each minute is read as what was written, with a space or a T before the hour."""
    minute = moment.replace(second=0, microsecond=0)
    assert parse(Moment, f"{minute:%Y-%m-%d %H:%M}") == minute
    assert parse(Moment, f"{minute:%Y-%m-%dT%H:%M}") == minute


@pytest.mark.parametrize("text", ["2026-02-30", "2023-02-29", "2026-13-01", "2026-00-10"])
def test_impossible_day_is_named(text: str) -> None:
    """A day that the calendar does not have is refused as such."""
    assert fault(Day, text) == ("impossible-date", f"日历上没有“{text}”这一天")


@pytest.mark.parametrize("text", ["2026-1-5", "2026/01/05", "2026年1月5日", "20260105", "", "明天"])
def test_day_has_one_shape(text: str) -> None:
    """A day in any other shape is refused with the right one."""
    assert fault(Day, text) == ("date-shape", f"日期“{text}”要写成 2026-01-31 的样子")


def test_moment_needs_its_hour() -> None:
    """A day alone is no moment, and there is no hour 25."""
    assert fault(Moment, "2026-01-05") == (
        "date-shape",
        "时间“2026-01-05”要写成 2026-01-31 09:00 的样子",
    )
    assert fault(Moment, "2026-01-05 25:00") == (
        "impossible-date",
        "没有“2026-01-05 25:00”这个时间",
    )


@pytest.mark.parametrize("text", ["2016", "2016-07", "2016-07-19"])
def test_partly_known_day_is_kept(text: str) -> None:
    """A date known to the year or month stays as it was written."""
    assert parse(PartialDay, text) == text


@pytest.mark.parametrize("text", ["2016-13", "2016-7", "16", "2016-02-30"])
def test_partly_known_day_must_be_possible(text: str) -> None:
    """A thirteenth month, half a month or a 30 February is refused."""
    assert fault(PartialDay, text)[0] in ("date-shape", "impossible-date")


@pytest.mark.parametrize(("text", "said"), [("是", True), ("true", True), ("否", False)])
def test_flag_says_yes_or_no(text: str, said: bool) -> None:
    """是 and true are yes, 否 is no."""
    assert parse(Flag, text) is said


@pytest.mark.parametrize("text", ["no", "yes", "off", "True", "1", ""])
def test_flag_that_is_easily_misread_is_refused(text: str) -> None:
    """Words that YAML tools read as booleans are refused."""
    assert fault(Flag, text) == ("not-a-flag", f"“{text}”不是“是”或“否”")


def test_percent_keeps_its_digits() -> None:
    """A percentage is the number before the sign."""
    assert (parse(Percent, "50%"), parse(Percent, "12.5%")) == (Decimal(50), Decimal("12.5"))


@pytest.mark.parametrize("text", ["50", "0.5", "50 %", "-5%", "百分之五十", "50％"])
def test_percent_needs_its_sign(text: str) -> None:
    """A number without a half-width percent sign may mean anything."""
    expected = ("not-a-number", f"“{text}”不是百分数，请写成 50% 的样子")
    assert fault(Percent, text) == expected


@pytest.mark.parametrize("text", ["0", "300000", "-3", "0.75"])
def test_number_is_exact(text: str) -> None:
    """A plain number is read without rounding."""
    assert parse(Number, text) == Decimal(text)


@pytest.mark.parametrize("text", ["30万", "300,000", "1e5", "NaN", "Infinity", "三百", "", ".5"])
def test_number_with_a_hidden_unit_is_refused(text: str) -> None:
    """Whatever is not digits is refused with an example."""
    expected = ("not-a-number", f"“{text}”不是数字，请只写数字，例如 300000")
    assert fault(Number, text) == expected


def test_money_is_never_negative() -> None:
    """An amount of money is zero or more, and at most a trillion."""
    assert parse(Money, "0") == 0
    assert fault(Money, "-1")[0] == "greater_than_equal"
    assert fault(Money, "1000000000001")[0] == "less_than_equal"


@pytest.mark.parametrize("text", ["-1", "1.5", "三", "３０", ""])
def test_count_is_a_whole_number(text: str) -> None:
    """A count is written with the digits 0 to 9 only."""
    assert parse(Count, "30") == 30
    assert fault(Count, text) == ("not-a-number", f"“{text}”不是整数，请只写数字，例如 30")


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        (Day, "２０２６-01-01"),
        (Moment, "２０２６-01-01 09:00"),
        (PartialDay, "２０２６"),
        (Number, "３００"),
        (Percent, "５０%"),
        (Phone, "0５７１-１２３４５６７"),
        (DocumentNumber, "财金〔２０２３〕75号"),
    ],
)
def test_full_width_digits_are_refused(type_: Any, text: str) -> None:
    """Full-width digits, which no phone can dial and no search finds, are refused."""
    assert fault(type_, text)


@pytest.mark.parametrize("text", ["00:00", "09:00", "23:59", "24:00"])
def test_clock_runs_to_midnight(text: str) -> None:
    """Each minute of a day, and 24:00 as its end, is a time."""
    assert parse(Clock, text) == text


@pytest.mark.parametrize("text", ["9:00", "24:01", "12:60", "09：00", "9点"])
def test_clock_has_one_shape(text: str) -> None:
    """Any other time of day is refused with the right shape."""
    assert fault(Clock, text) == ("date-shape", f"“{text}”要写成 09:00 的样子")


@pytest.mark.parametrize(
    "text",
    ["财金〔2023〕75号", "国办发〔2017〕47号", "财政部 税务总局公告2023年第12号", "主席令第70号"],
)
def test_document_number_as_the_state_writes_it(text: str) -> None:
    """The numbers of notices, announcements and orders are accepted."""
    assert parse(DocumentNumber, text) == text


@pytest.mark.parametrize(
    "text",
    ["财金[2023]75号", "财金(2023)75号", "财金（2023）75号", "财金【2023】75号", "财金〔23〕75号"],
)
def test_document_number_has_hexagonal_brackets(text: str) -> None:
    """Other brackets, by which nobody finds the document, are refused with an example."""
    assert fault(DocumentNumber, text) == (
        "document-number",
        f"文号“{text}”的写法不对，年份要用六角括号，例如 财金〔2023〕75号",
    )


@pytest.mark.parametrize(
    "text", ["0571-12345678", "010-1234567", "0000-1234567-12", "400-123-4567", "12333", "12345"]
)
def test_public_phone_is_accepted(text: str) -> None:
    """Landlines with their area code, 400 numbers and hotlines are phones."""
    assert parse(Phone, text) == text


@pytest.mark.parametrize("text", ["13800138000", "1234567", "110", "0571 12345678", "0571-123"])
def test_private_or_unfinished_phone_is_refused(text: str) -> None:
    """A mobile number, which belongs to a person, or a number without area code is refused."""
    assert fault(Phone, text)[0] == "phone-shape"


@pytest.mark.parametrize(
    "text",
    [
        "attachments/../site.yml",
        "attachments/..",
        "../attachments/a.docx",
        "/attachments/a.docx",
        "attachments/a b.docx",
        "attachments/a\\b.docx",
        "attachments/",
        "a.docx",
    ],
)
def test_path_stays_in_its_folder(text: str) -> None:
    """A path that leads out of attachments/ or that some system cannot have is refused."""
    assert parse(FilePath, "attachments/表格/a.docx") == "attachments/表格/a.docx"
    assert fault(FilePath, text)[0] == "attachment-path"


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "www.shili.example", "https://a b", "ftp://a"]
)
def test_url_is_a_web_address(text: str) -> None:
    """Only http and https addresses without spaces are links."""
    assert parse(Url, "https://shili.example/") == "https://shili.example/"
    assert fault(Url, text) == ("url-shape", f"网址“{text}”要以 https:// 开头")


def test_weekdays_are_a_day_or_a_stretch() -> None:
    """周六 and 周一至周五 are weekdays, 星期一 and 工作日 are not."""
    assert [parse(Weekdays, text) for text in ("周六", "周一至周五")] == ["周六", "周一至周五"]
    assert fault(Weekdays, "工作日") == (
        "value-shape",
        "“工作日”要写成“周一至周五”或“周六”的样子",
    )
    assert fault(Weekdays, "星期一")[0] == "value-shape"


@pytest.mark.parametrize("text", ["两\n行", "制\t表", "", "长" * 201])
def test_line_is_one_short_line(text: str) -> None:
    """A line break, a tab, nothing, or more than 200 characters is no line."""
    assert parse(Line, "长" * 200)
    assert fault(Line, text)


_JUNK = st.one_of(
    st.text(),
    st.text("0123456789-:年月日号〔〕% .é٣３", max_size=20),
    st.none(),
    st.lists(st.text(max_size=3), max_size=2),
    st.dictionaries(st.text(max_size=3), st.text(max_size=3), max_size=2),
)


@pytest.mark.parametrize("type_", TYPES)
@given(value=_JUNK)
def test_junk_is_refused_without_a_crash(type_: Any, value: object) -> None:
    """Whatever a file says, a type takes it or raises pydantic's error with a code of ours."""
    found = []
    try:
        parse(type_, value)
    except ValidationError as error:
        found = error.errors()
    assert all(detail["msg"] for detail in found)
    assert "value_error" not in [detail["type"] for detail in found]
