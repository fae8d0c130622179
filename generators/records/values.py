"""Small value types shared by the models: days, moments, amounts, phones, marks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError


@dataclass(frozen=True, slots=True)
class Reference:
    """Mark a text as the id of a record of *kind*, optionally with `#fragment`."""

    kind: str
    fragment: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """Mark a text as a label of the vocabulary *name*."""

    name: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """Mark a text as the path of a file below `content/`."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Mark a text as one of the fixed values of its field."""


@dataclass(frozen=True, slots=True)
class Unsearched:
    """Mark a text that nobody would search for: codes, addresses of pages, units."""


def fault(code: str, message: str) -> PydanticCustomError:
    """Return the error that a validator raises: a code and a sentence in Chinese."""
    return PydanticCustomError(code, "{text}", {"text": message})


_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MOMENT = re.compile(r"(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})")
_PARTIAL_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)|24:00")
_PERCENT = re.compile(r"\d+(\.\d+)?%")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")

# 文号: 财金〔2023〕75号; 财政部 税务总局公告2023年第12号; 中华人民共和国主席令第70号.
_DOCUMENT_NUMBER = re.compile(
    r"[\u4e00-\u9fa5]+〔\d{4}〕\d+号"
    r"|[\u4e00-\u9fa5 ]*公告\d{4}年第\d+号"
    r"|[\u4e00-\u9fa5]*令第\d+号"
)
# A landline with its area code, 400/800, or a public short number.
_PHONE = re.compile(
    r"0\d{2,3}-\d{7,8}(-\d{1,6})?|[48]00-?\d{3}-?\d{4}|12345|12333|12315|12366|12348|12385|12388|12380"
)


def _text_of(value: object) -> str:
    if not isinstance(value, str):
        raise fault("not-text", "这里要写一个文字值")
    return value.strip()


def parse_day(value: object) -> date:
    """Parse `2026-12-31`, the only shape a record may use."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    match = _DAY.fullmatch(text := _text_of(value))
    if match is None:
        raise fault("date-shape", f"日期“{text}”要写成 2026-01-31 的样子")
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        raise fault("impossible-date", f"日历上没有“{text}”这一天") from None


def parse_moment(value: object) -> datetime:
    """Parse `2026-12-31 09:00`, minutes being the finest a notice needs."""
    if isinstance(value, datetime):
        return value
    match = _MOMENT.fullmatch(text := _text_of(value))
    if match is None:
        raise fault("date-shape", f"时间“{text}”要写成 2026-01-31 09:00 的样子")
    try:
        year, month, day, hour, minute = map(int, match.groups())
        return datetime(year, month, day, hour, minute)
    except ValueError:
        raise fault("impossible-date", f"没有“{text}”这个时间") from None


def parse_flag(value: object) -> bool:
    """Parse 是/否 or true/false; `no` and `off` are refused, being easily misread."""
    flags = {"是": True, "true": True, "否": False, "false": False}
    if isinstance(value, bool):
        return value
    if (text := _text_of(value)) not in flags:
        raise fault("not-a-flag", f"“{text}”不是“是”或“否”")
    return flags[text]


def parse_percent(value: object) -> Decimal:
    """Parse `50%` into 50."""
    if isinstance(value, Decimal):
        return value
    if not _PERCENT.fullmatch(text := _text_of(value)):
        raise fault("not-a-percentage", f"“{text}”不是百分数，请写成 50% 的样子")
    return Decimal(text[:-1])


def parse_number(value: object) -> Decimal:
    """Parse a plain number; `30万` and `300,000` are refused because they hide the unit."""
    if isinstance(value, Decimal):
        return value
    text = _text_of(value)
    try:
        if not _NUMBER.fullmatch(text):
            raise InvalidOperation
        return Decimal(text)
    except InvalidOperation:
        raise fault("not-a-number", f"“{text}”不是数字，请只写数字，例如 300000") from None


def parse_count(value: object) -> int:
    """Parse a whole number that is not negative."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if not (text := _text_of(value)).isdecimal() or not text.isascii():
        raise fault("not-a-number", f"“{text}”不是整数，请只写数字，例如 30")
    return int(text)


def parse_clock(value: object) -> str:
    """Parse a time of day such as `09:00`."""
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if not _CLOCK.fullmatch(text := _text_of(value)):
        raise fault("clock-shape", f"“{text}”要写成 09:00 的样子")
    return text


def parse_partial_day(value: object) -> str:
    """Parse a date known to the day, the month or only the year; keep it as text."""
    if _PARTIAL_DAY.fullmatch(text := _text_of(value)):
        return text
    return parse_day(text).isoformat()


def _matching(pattern: re.Pattern[str], code: str, message: str) -> Callable[[str], str]:
    def check(value: str) -> str:
        if not pattern.fullmatch(value):
            raise fault(code, message.format(value))
        return value

    return check


_check_document_number = _matching(
    _DOCUMENT_NUMBER,
    "document-number",
    "文号“{}”的写法不对，年份要用六角括号，例如 财金〔2023〕75号",
)
_check_phone = _matching(
    _PHONE,
    "phone-shape",
    "电话“{}”的写法不对，固定电话写成 0000-1234567，也可以写 12333 这样的服务热线",
)
_check_url = _matching(
    re.compile(r"https?://[^\s<>\"']+"), "url-shape", "网址“{}”要以 https:// 开头"
)
_check_path = _matching(
    re.compile(r"attachments/(?!.*\.\.)[^\s\\:*?\"<>|]+"),
    "attachment-path",
    "附件“{}”要放在 attachments/ 目录里，路径里不能有 .. 和空格",
)

Text = Annotated[str, Field(min_length=1, max_length=20_000)]
Line = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\n\r\t]*$")]
Title = Annotated[str, Field(min_length=2, max_length=60, pattern=r"^[^\n\r\t]*$")]
Summary = Annotated[str, Field(min_length=5, max_length=120)]
Markdown = Annotated[str, Field(min_length=1, max_length=50_000)]

Day = Annotated[date, BeforeValidator(parse_day)]
Moment = Annotated[datetime, BeforeValidator(parse_moment)]
PartialDay = Annotated[str, BeforeValidator(parse_partial_day), Unsearched()]
Clock = Annotated[str, BeforeValidator(parse_clock), Unsearched()]
Flag = Annotated[bool, BeforeValidator(parse_flag)]
Percent = Annotated[Decimal, BeforeValidator(parse_percent)]
Number = Annotated[Decimal, BeforeValidator(parse_number)]
Count = Annotated[int, BeforeValidator(parse_count)]
Money = Annotated[Decimal, BeforeValidator(parse_number), Field(ge=0, le=10**12)]

DocumentNumber = Annotated[str, AfterValidator(_check_document_number)]
Phone = Annotated[str, AfterValidator(_check_phone)]
Url = Annotated[str, AfterValidator(_check_url), Unsearched()]
FilePath = Annotated[str, AfterValidator(_check_path), Attachment(), Unsearched()]

ServiceArea = Literal[
    "信息发布", "业务咨询", "创业培训", "创业指导", "创业孵化", "创业融资", "专项活动"
]  # LD/T 2001—2023, 6.1 to 6.7
ClientStage = Literal["意向创业者", "创业者", "创业组织"]  # LD/T 2001—2023, 3.2
EntityType = Literal["私营企业", "个体工商户", "民办非企业单位", "农民专业合作社"]  # 3.1
TimeUnit = Literal["工作日", "自然日", "月", "年", "小时"]
Weekdays = Annotated[
    str,
    AfterValidator(
        _matching(
            re.compile(r"周[一二三四五六日](至周[一二三四五六日])?"),
            "weekdays-shape",
            "“{}”要写成“周一至周五”或“周六”的样子",
        )
    ),
    Unsearched(),
]

PolicyRef = Annotated[str, Reference("policies")]
ProcedureRef = Annotated[str, Reference("procedures")]
InstitutionRef = Annotated[str, Reference("institutions")]
WindowRef = Annotated[str, Reference("institutions", fragment=True)]
ArticleRef = Annotated[str, Reference("articles")]
FaqRef = Annotated[str, Reference("faqs")]
IncubatorRef = Annotated[str, Reference("incubators")]
EventRef = Annotated[str, Reference("events")]
ReportRef = Annotated[str, Reference("reports")]

AudienceTerm = Annotated[str, Term("audiences")]
TopicTerm = Annotated[str, Term("topics")]
RegionTerm = Annotated[str, Term("regions")]
