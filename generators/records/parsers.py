"""How a value is read from text: the shape it must have, and the fault where it has another."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal

from pydantic_core import PydanticCustomError

from generators.records import repairs


def fault(
    code: str, message: str, *, repair: str | None = None, at: str | tuple[str | int, ...] = ()
) -> PydanticCustomError:
    """Return the error that a validator raises: a code and a sentence in Chinese.

    *repair* is the text that may take the value's place, where only one answer is safe;
    *at* leads from a model to the field that is at fault.
    """
    place = (at,) if isinstance(at, str) else at
    context = {"text": message, "repair": repair, "at": place}
    return PydanticCustomError(code, "{text}", context)


_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_MOMENT = re.compile(r"(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})", re.ASCII)
_PARTIAL_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?", re.ASCII)
# A year without 29 February, so that a day of every year exists in every year.
_COMMON_YEAR = 2023
_MONTH_DAY = re.compile(r"(\d{2})-(\d{2})", re.ASCII)
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)|24:00", re.ASCII)
_PERCENT = re.compile(r"\d+(\.\d+)?%", re.ASCII)
_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)

_LONGEST_COUNT = 12

# 文号: 财金〔2023〕75号; 财政部 税务总局公告2023年第12号; 中华人民共和国主席令第70号.
_DOCUMENT_NUMBER = re.compile(
    r"[\u4e00-\u9fa5]+〔\d{4}〕\d+号"
    r"|[\u4e00-\u9fa5 ]*公告\d{4}年第\d+号"
    r"|[\u4e00-\u9fa5]*令第\d+号",
    re.ASCII,
)
# A landline with its area code, 400/800, or a public short number.
_PHONE = re.compile(
    r"0\d{2,3}-\d{7,8}(-\d{1,6})?|[48]00-?\d{3}-?\d{4}|12345|12333|12315|12366|12348|12385|12388|12380",
    re.ASCII,
)


def _text_of(value: object) -> str:
    if not isinstance(value, str):
        raise fault("wrong-structure", "这里要写一个文字值")
    return value.strip()


def parse_day(value: object) -> date:
    """Parse `2026-12-31`, the only shape a record may use."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    match = _DAY.fullmatch(text := _text_of(value))
    if match is None:
        repair = repairs.repaired_day(text)
        raise fault("date-shape", f"日期“{text}”要写成 2026-01-31 的样子", repair=repair)
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
        repair = repairs.repaired_moment(text)
        raise fault("date-shape", f"时间“{text}”要写成 2026-01-31 09:00 的样子", repair=repair)
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
        repair = repairs.repaired_flag(text)
        raise fault("not-a-flag", f"“{text}”不是“是”或“否”", repair=repair)
    return flags[text]


def parse_percent(value: object) -> Decimal:
    """Parse `50%` into 50."""
    if isinstance(value, Decimal):
        return value
    if not _PERCENT.fullmatch(text := _text_of(value)):
        repair = repairs.repaired_percent(text)
        raise fault("not-a-number", f"“{text}”不是百分数，请写成 50% 的样子", repair=repair)
    return Decimal(text[:-1])


def parse_number(value: object) -> Decimal:
    """Parse a plain number; `30万` and `300,000` are refused because they hide the unit."""
    if isinstance(value, Decimal):
        return value
    if not _NUMBER.fullmatch(text := _text_of(value)):
        repair = repairs.repaired_number(text)
        raise fault("not-a-number", f"“{text}”不是数字，请只写数字，例如 300000", repair=repair)
    return Decimal(text)


def parse_count(value: object) -> int:
    """Parse a whole number that is not negative."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if not (text := _text_of(value)).isdecimal() or not text.isascii():
        repair = repairs.repaired_count(text)
        raise fault("not-a-number", f"“{text}”不是整数，请只写数字，例如 30", repair=repair)
    if len(text) > _LONGEST_COUNT:
        raise fault("out-of-range", f"“{text[:12]}…”太大了，核对一下")
    return int(text)


def parse_clock(value: object) -> str:
    """Parse a time of day such as `09:00`."""
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if not _CLOCK.fullmatch(text := _text_of(value)):
        repair = repairs.repaired_clock(text)
        raise fault("date-shape", f"“{text}”要写成 09:00 的样子", repair=repair)
    return text


def parse_month_day(value: object) -> str:
    """Parse a day of every year such as `03-01`; the last of February is `02-28`."""
    match = _MONTH_DAY.fullmatch(text := _text_of(value))
    try:
        if match is None:
            raise ValueError
        date(_COMMON_YEAR, int(match[1]), int(match[2]))
    except ValueError:
        raise fault("date-shape", f"“{text}”要写成 03-01 这样的月和日") from None
    return text


def parse_partial_day(value: object) -> str:
    """Parse a date known to the day, the month or only the year; keep it as text."""
    if _PARTIAL_DAY.fullmatch(text := _text_of(value)):
        return text
    return parse_day(text).isoformat()


def matching(
    pattern: re.Pattern[str],
    code: str,
    message: str,
    *,
    repaired: Callable[[str], str | None] = lambda text: None,
) -> Callable[[str], str]:
    """Return a check that a text has a shape; a repair that has it is offered."""

    def check(value: str) -> str:
        if not pattern.fullmatch(value):
            repair = repaired(value)
            safe = repair if repair and pattern.fullmatch(repair) else None
            raise fault(code, message.format(value), repair=safe)
        return value

    return check


check_document_number = matching(
    _DOCUMENT_NUMBER,
    "document-number",
    "文号“{}”的写法不对，年份要用六角括号，例如 财金〔2023〕75号",
    repaired=repairs.repaired_document_number,
)
check_phone = matching(
    _PHONE,
    "phone-shape",
    "电话“{}”的写法不对，固定电话写成 0000-1234567，也可以写 12333 这样的服务热线",
    repaired=repairs.repaired_phone,
)
check_url = matching(re.compile(r"https?://[^\s<>\"']+"), "url-shape", "网址“{}”要以 https:// 开头")
_ATTACHMENT = re.compile(r"attachments/(?!.*\.\.)[^\s\\:*?\"<>|]+")


def is_attachment_path(text: str) -> bool:
    """Tell whether *text* can be the path of an attachment."""
    return bool(_ATTACHMENT.fullmatch(text))


check_path = matching(
    _ATTACHMENT,
    "attachment-path",
    "附件“{}”要放在 attachments/ 目录里，路径里不能有 .. 和空格",
)
check_weekdays = matching(
    re.compile(r"周[一二三四五六日](至周[一二三四五六日])?"),
    "value-shape",
    "“{}”要写成“周一至周五”或“周六”的样子",
)
