"""The smallest valid record of every kind, and folders and catalogues made of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from generators.build.checking import check
from generators.catalogue import Catalogue
from generators.diagnostics import Diagnostic
from generators.records import KINDS, Record
from generators.records.holidays import Holidays, calendar
from generators.records.site import Site, Vocabulary
from generators.sources import Entry, Source, read_model
from generators.workdays import Calendar

CONTENT = Path(__file__).parent.parent / "content"
HOLIDAYS_2027 = Path(__file__).parent / "vectors" / "holidays-2027.yml"  # made up for tests
AS_OF = date(2026, 11, 22)

Fields = dict[str, Any]
Files = Mapping[str, Any]  # a path below content/ and its fields, text or bytes
M = TypeVar("M", bound=BaseModel)

# A faq of ten lines: what a test adds stands on line 11.
FAQ = """\
title: 贷款利息谁来付？
summary: 财政付一半，您付另一半。
answer: 财政付一半，您付另一半。
topics: [创业担保贷款]
service_area: 创业融资
region: 全国
owner: 融资服务科
published_at: 2024-03-01 09:00
updated_on: 2026-10-23
verified_on: 2026-10-23
"""


def shared(**changes: object) -> Fields:
    """Return the fields that every kind needs."""
    return {
        "title": "示例标题",
        "summary": "一句大白话的说明。",
        "published_at": "2026-01-05 09:00",
        "updated_on": "2026-10-20",
        "verified_on": "2026-11-02",
        "owner": "综合业务科",
        "region": "示例市",
        "service_area": "业务咨询",
        **changes,
    }


def channel(**changes: object) -> Fields:
    """Return a phone as a way to reach somebody."""
    return {"kind": "电话", "value": "0000-1234567", **changes}


def enrolment(**changes: object) -> Fields:
    """Return an enrolment from 1 to 27 November 2026."""
    return {"opens_on": "2026-11-01", "closes_on": "2026-11-27", "how": "打电话", **changes}


def policy(**changes: object) -> Fields:
    """Return a policy without dates."""
    document = {"title": "关于创业的通知", "issuers": ["财政部"], "level": "国家"}
    return shared(document=document, highlights=["贷款有贴息"]) | changes


def benefit(**changes: object) -> Fields:
    """Return a benefit of a policy without dates."""
    return {
        "kind": "税收减免",
        "applies_to": "个体工商户",
        "gives": "每年少缴税",
        "scope": "国家标准",
        **changes,
    }


def procedure(**changes: object) -> Fields:
    """Return a procedure in force that needs no visit and no material."""
    return (
        shared(
            item_type="公共服务",
            handling="承诺件",
            bases=[{"policy": "a-policy"}],
            authority="a-hall",
            recipients=["自然人"],
            offers="免费谈一小时",
            conditions=["想创业"],
            materials=[],
            steps=[{"name": "登记", "by": "窗口"}],
            time_limit={"promised": {"amount": "2", "unit": "工作日"}, "starts": "自登记之日起"},
            fee={"charged": "否"},
            visits={"count": "0"},
            places={"windows": ["a-hall#创业窗口"]},
            consultation=[channel()],
            complaints="inherit",
            result={"name": "短信", "delivery": ["短信告知"]},
        )
        | changes
    )


def session(**changes: object) -> Fields:
    """Return a run of a course on 5 and 6 December 2026."""
    return {
        "name": "第1期",
        "starts_on": "2026-12-05",
        "ends_on": "2026-12-06",
        "place": "一号教室",
        "enrolment": enrolment(),
        **changes,
    }


def course(**changes: object) -> Fields:
    """Return a course with one run."""
    return (
        shared(
            programme="SYB",
            institution="a-hall",
            hours="16",
            outline=["算账"],
            sessions=[session()],
            fee={"charged": "否"},
        )
        | changes
    )


def mentor(**changes: object) -> Fields:
    """Return a mentor appointed, and consenting, from 2025 to 2028."""
    return (
        shared(
            public_name="李老师",
            organisation="示例公司",
            fields=["电商"],
            services=["看网店"],
            experience="做网店11年",
            booking=[channel()],
            availability="每周一",
            appointed_from="2025-01-01",
            appointed_until="2028-12-31",
            fee={"charged": "否"},
            consent={
                "given_on": "2025-01-01",
                "expires_on": "2028-12-31",
                "scope": "公开称呼",
                "evidence": "同意书-1",
            },
        )
        | changes
    )


def incubator(**changes: object) -> Fields:
    """Return an incubation base."""
    return (
        shared(
            level="市级",
            operator="示例公司",
            address={"district": "示范区", "street": "样板路1号"},
            workstations={"total": "20", "free": "3", "counted_on": "2026-11-01"},
            rent="免一年",
            conditions=["办了执照"],
            services=["代办"],
            stay={"amount": "3", "unit": "年"},
            phones=[{"name": "前台", "number": "0000-1234567", "verified_on": "2026-11-02"}],
        )
        | changes
    )


def loan(**changes: object) -> Fields:
    """Return a loan."""
    return (
        shared(
            bank="a-hall",
            amount_max="300000",
            term_months_max="36",
            rate="年利率4%",
            guarantee="免担保",
            conditions=["有执照"],
            fee={"charged": "否"},
        )
        | changes
    )


def event(**changes: object) -> Fields:
    """Return an event on the afternoon of 3 December 2026, open to all."""
    return (
        shared(
            kind="路演",
            starts_at="2026-12-03 14:00",
            ends_at="2026-12-03 17:00",
            place="路演厅",
            organiser="服务中心",
            details="8个项目上台。",
            contact=[channel()],
        )
        | changes
    )


def project(**changes: object) -> Fields:
    """Return a business idea that stands until the end of 2026."""
    return (
        shared(
            industry="餐饮",
            overview="开一家面馆",
            investment={"least": "30000", "most": "80000"},
            site="30平方米",
            staff="2人",
            provider="服务中心",
            risks=["客人少"],
            reviewed_on="2026-01-01",
            valid_until="2026-12-31",
            contact=[channel()],
        )
        | changes
    )


def institution(**changes: object) -> Fields:
    """Return a hall with one window."""
    return (
        shared(
            kind="政务服务大厅",
            address={"district": "示范区", "street": "样板路1号"},
            windows=[{"name": "创业窗口", "serves": ["创业补贴"]}],
            hours=[{"days": "周一至周五", "opens": "09:00", "closes": "17:00"}],
            phones=[{"name": "咨询台", "number": "0000-1234567", "verified_on": "2026-11-02"}],
            first_contact="首问岗",
            services=["创业补贴"],
        )
        | changes
    )


def article(**changes: object) -> Fields:
    """Return a piece of news."""
    return shared(kind="动态", author="服务中心", body="开会了。") | changes


def faq(**changes: object) -> Fields:
    """Return a question and its answer."""
    return shared(answer="财政付一半。") | changes


def notice(**changes: object) -> Fields:
    """Return an announcement without a period."""
    return shared(kind="公告", body="现在征集。") | changes


def complaints(**changes: object) -> Fields:
    """Return the figures of ten complaints, one unresolved and one late."""
    return {
        "received": "10",
        "resolved": "9",
        "on_time": "8",
        "median_workdays": "2.5",
        "subjects": [{"name": "慢", "count": "6"}, {"name": "远", "count": "4"}],
        **changes,
    }


def report(**changes: object) -> Fields:
    """Return a report on complaints."""
    return (
        shared(
            kind="投诉",
            period={"label": "2026年第三季度", "starts_on": "2026-07-01", "ends_on": "2026-09-30"},
            source="登记台账",
            complaints=complaints(),
        )
        | changes
    )


SAMPLES: Mapping[str, Callable[..., Fields]] = {
    "policies": policy,
    "procedures": procedure,
    "courses": course,
    "mentors": mentor,
    "incubators": incubator,
    "loans": loan,
    "events": event,
    "projects": project,
    "institutions": institution,
    "articles": article,
    "faqs": faq,
    "notices": notice,
    "reports": report,
}


def record(kind: str, **changes: object) -> Record:
    """Return the sample of a kind, changed, as a valid record."""
    return KINDS[kind].model.model_validate(SAMPLES[kind](**changes))


def faults(model: type[BaseModel], fields: Fields) -> list[str]:
    """Return the codes of what is wrong with *fields*, in order; an empty list if nothing."""
    try:
        model.model_validate(fields)
    except ValidationError as error:
        return [detail["type"] for detail in error.errors()]
    return []


def entry(kind: str, identifier: str, **changes: object) -> Entry:
    """Return a sample as an entry of the catalogue."""
    source = Source(f"{kind}/{identifier}.yml", b"")
    return Entry.of(KINDS[kind], record(kind, **changes), source)


def catalogue(*entries: Entry, as_of: date = AS_OF) -> Catalogue:
    """Return a catalogue of *entries*, with the project's own site, vocabularies and holidays."""
    terms = {
        name: _read(f"vocabularies/{name}.yml", Vocabulary, wrap="terms").terms
        for name in ("audiences", "topics", "regions")
    }
    return Catalogue(_read("site.yml", Site), terms, entries, as_of, known_days())


@cache
def known_days() -> Calendar:
    """Return the calendar of the project's own years, and of 2027 with its weekends only."""
    years = [_read(f"holidays/{year}.yml", Holidays) for year in (2024, 2025, 2026)]
    return calendar([*years, _read(HOLIDAYS_2027, Holidays)])


def _read(path: str | Path, model: type[M], *, wrap: str | None = None) -> M:
    reading = read_model(Source(str(path), (CONTENT / path).read_bytes()), model, wrap=wrap)
    assert reading.value is not None
    return reading.value


def content_folder(root: Path, files: Files) -> Path:
    """Return a content folder with the project's site, vocabularies and holidays, and *files*."""
    content = root / "content"
    shutil.copytree(CONTENT / "vocabularies", content / "vocabularies")
    shutil.copytree(CONTENT / "holidays", content / "holidays")
    shutil.copy(HOLIDAYS_2027, content / "holidays" / "2027.yml")
    shutil.copy(CONTENT / "site.yml", content)
    for path, said in files.items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_bytes(said if isinstance(said, bytes) else as_text(said).encode())
    return content


def as_text(said: Fields | str) -> str:
    """Return fields as the YAML an editor would write."""
    if isinstance(said, str):
        return said
    return yaml.safe_dump(said, allow_unicode=True, sort_keys=False)


def findings(root: Path, code: str, files: Files) -> list[Diagnostic]:
    """Return the findings of one code in a content folder made of *files*."""
    checked = check(content_folder(root, files), as_of=AS_OF)
    return [finding for finding in checked.findings if finding.code == code]
