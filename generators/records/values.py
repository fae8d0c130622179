"""Small value types shared by the models: days, moments, amounts, phones, marks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from generators.records.parsers import (
    check_document_number,
    check_path,
    check_phone,
    check_url,
    check_weekdays,
    parse_clock,
    parse_count,
    parse_day,
    parse_flag,
    parse_moment,
    parse_month_day,
    parse_number,
    parse_partial_day,
    parse_percent,
)


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
class ActBy:
    """Mark a day as the last on which somebody outside can act: enrol, apply, object."""


@dataclass(frozen=True, slots=True)
class Unsearched:
    """Mark a text that nobody would search for: codes, addresses of pages, units."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """Mark a text by which people ask for the record itself."""


Text = Annotated[str, Field(min_length=1, max_length=20_000)]
Line = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\n\r\t]*$")]
Title = Annotated[str, Field(min_length=2, max_length=60, pattern=r"^[^\n\r\t]*$")]
Summary = Annotated[str, Field(min_length=5, max_length=120)]
Markdown = Annotated[str, Field(min_length=1, max_length=50_000)]

Day = Annotated[date, BeforeValidator(parse_day)]
LastDay = Annotated[Day, ActBy()]
Moment = Annotated[datetime, BeforeValidator(parse_moment)]
PartialDay = Annotated[str, BeforeValidator(parse_partial_day), Unsearched()]
MonthDay = Annotated[str, BeforeValidator(parse_month_day), Unsearched()]
Clock = Annotated[str, BeforeValidator(parse_clock), Unsearched()]
Flag = Annotated[bool, BeforeValidator(parse_flag)]
Percent = Annotated[Decimal, BeforeValidator(parse_percent)]
Number = Annotated[Decimal, BeforeValidator(parse_number)]
Count = Annotated[int, BeforeValidator(parse_count)]
Money = Annotated[Decimal, BeforeValidator(parse_number), Field(ge=0, le=10**12)]

DocumentNumber = Annotated[str, AfterValidator(check_document_number), Identifier()]
Phone = Annotated[str, AfterValidator(check_phone)]
Url = Annotated[str, AfterValidator(check_url), Unsearched()]
FilePath = Annotated[str, AfterValidator(check_path), Attachment(), Unsearched()]

ServiceArea = Literal[
    "信息发布", "业务咨询", "创业培训", "创业指导", "创业孵化", "创业融资", "专项活动"
]  # LD/T 2001—2023, 6.1 to 6.7
ClientStage = Literal["意向创业者", "创业者", "创业组织"]  # LD/T 2001—2023, 3.2
EntityType = Literal["私营企业", "个体工商户", "民办非企业单位", "农民专业合作社"]  # 3.1
Weekdays = Annotated[str, AfterValidator(check_weekdays), Unsearched()]

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
