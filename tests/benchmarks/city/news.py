"""The fields of articles, questions, notices, events, courses, mentors and reports."""

from __future__ import annotations

from datetime import timedelta

from tests.benchmarks.city.plan import Task
from tests.benchmarks.city.support import phone
from tests.samples import AS_OF, Fields

_ARTICLES = {"动态": "news", "创业典型": "story", "行业报告": "report", "政策解读": "official"}
_HEADINGS = ("给谁", "给什么", "怎么算", "怎么办", "容易搞错的地方", "数字", "下一步", "他们怎么说")
_TABLES = (
    (("申请人（隐去部分信息）", "所在地方", "项目"), ("<surname>*", "<town><village>", "<word>")),
    (("企业名称", "行业", "金额（元）"), ("<firm>", "<industry>", "<bigyuan>")),
    (("店名", "地址", "项目"), ("<mark2><mark2><shop>", "<town><road><mark2><estate>", "<word>")),
)
_EVENTS = ("大赛", "路演", "沙龙", "展示", "典型选树", "招募", "宣讲", "招聘对接")
_PROGRAMMES = ("GYB", "SYB", "IYB", "EYB", "网络创业", "创业模拟实训", "专题培训")


def article(task: Task) -> Fields:
    """Return news, an interpretation, a story or an industry report."""
    kind = task.writer.any(tuple(_ARTICLES))
    policies = task.refer("policies", 1, 2) if kind == "政策解读" else []
    return {
        "kind": kind,
        "author": task.writer.fill("市公共创业服务中心 <section>"),
        "body": _body(task, task.writer.prose(10, _ARTICLES[kind])),
        "interprets": policies,
        "procedures": task.refer("procedures", 0, 2),
    }


def _body(task: Task, sentences: list[str]) -> str:
    """Return sentences as paragraphs, lists and headings."""
    parts: list[str] = []
    writer, rest = task.writer, sentences
    while rest:
        size = writer.between(2, 4)
        some, rest = rest[:size], rest[size:]
        if parts and writer.chance(0.4):
            parts.append(f"## {writer.any(_HEADINGS)}")
        is_list = bool(parts) and writer.chance(0.3)
        parts.append("\n".join(f"- {said}。" for said in some) if is_list else _paragraph(some))
    return "\n\n".join(parts) + "\n"


def _paragraph(sentences: list[str]) -> str:
    return "。".join(sentences) + "。"


def faq(task: Task) -> Fields:
    """Return a question's answer."""
    return {
        "answer": _body(task, task.writer.prose(8, "conditions")),
        "policies": task.refer("policies", 0, 2),
        "procedures": task.refer("procedures", 0, 2),
        "see_also": task.refer("faqs", 0, 2),
    }


def notice(task: Task) -> Fields:
    """Return an announcement, or a list of people shown with its period."""
    writer = task.writer
    fields: Fields = {"kind": "公告", "body": _body(task, writer.prose(7, "news"))}
    if writer.chance(0.6):
        first, last = task.span(14)
        objections = [{"kind": "电话", "value": "12333"}]
        display = {"starts_on": first, "ends_on": last, "objections": objections}
        fields |= {"kind": "公示", "display": display, "table": _table(task)}
    return fields | {"policies": task.refer("policies", 0, 2)}


def _table(task: Task) -> Fields:
    writer = task.writer
    columns, row = writer.any(_TABLES)
    rows = [[str(n), *map(writer.fill, row)] for n in range(1, writer.between(4, 25))]
    return {"columns": ["序号", *columns], "rows": rows}


def event(task: Task) -> Fields:
    """Return an event with its enrolment."""
    writer = task.writer
    first, last = task.span(28)
    enrolment = {"opens_on": first, "closes_on": last, "how": writer.fill("在<platform>报名")}
    day = last + timedelta(3)
    return {
        "kind": writer.any(_EVENTS),
        "starts_at": task.moment(day, 9),
        "ends_at": task.moment(day, 17),
        "place": writer.fill("<town><venue>"),
        "organiser": writer.fill("<office>、<association>"),
        "details": _body(task, writer.prose(5, "details")),
        "enrolment": {**enrolment, "seats": writer.between(20, 200)},
        "contact": [phone(task)],
        **({"results": _paragraph(writer.prose(3, "news"))} if day < AS_OF else {}),
    }


def course(task: Task) -> Fields:
    """Return a course with one run."""
    writer = task.writer
    first, last = task.span(28)
    start = last + timedelta(3)
    enrolment = {"opens_on": first, "closes_on": last, "how": "到窗口或者打电话报名"}
    session = {
        "name": f"{start.year}年第{writer.between(1, 12)}期",
        "starts_on": start,
        "ends_on": start + timedelta(writer.between(1, 12)),
        "place": writer.fill("<town><venue>"),
        "enrolment": enrolment,
    }
    return {
        "programme": writer.any(_PROGRAMMES),
        "institution": task.refer("institutions", 1, 1)[0],
        "hours": writer.between(2, 20) * 8,
        "outline": writer.many("outline", 3, 9),
        "sessions": [session],
        "conditions": writer.many("conditions", 1, 3),
        "fee": {"charged": False},
        "policies": task.refer("policies", 0, 1),
        "evaluation": _paragraph(writer.prose(2, "news")),
        "follow_up": _paragraph(writer.prose(2)),
    }


def mentor(task: Task) -> Fields:
    """Return a mentor appointed, formerly or from a later day."""
    writer = task.writer
    first, last = task.span(1095)
    name = writer.fill("<surname>老师（示例）")
    consent = {"given_on": "2024-01-01", "expires_on": "2029-12-31", "evidence": "示例同意书"}
    return {
        "public_name": name,
        "organisation": writer.fill("<firm>"),
        "fields": [writer.fill("<word>"), writer.fill("<industry>"), writer.fill("<skill>")],
        "services": writer.many("services", 2, 5),
        "experience": _paragraph(writer.prose(4, "story")),
        "booking": [phone(task)],
        "availability": writer.fill("每周三下午，在<town><venue>；每次40分钟"),
        "appointed_from": first,
        "appointed_until": last,
        "fee": {"charged": False},
        "consent": {**consent, "scope": "公开称呼、所在单位、擅长领域和经历"},
    }


def report(task: Task) -> Fields:
    """Return the complaints of a quarter."""
    writer = task.writer
    received = writer.between(4, 60)
    complaints = {
        "received": received,
        "resolved": received - 1,
        "on_time": received - 2,
        "median_workdays": writer.between(1, 4),
        "subjects": [
            {"name": writer.fill("<word>办得慢"), "count": received - 2},
            {"name": writer.fill("<town>离窗口远"), "count": 2},
        ],
    }
    return {
        "kind": "投诉",
        "period": {"label": "2025年第三季度", "starts_on": "2025-07-01", "ends_on": "2025-09-30"},
        "source": writer.fill("<office>投诉登记台账"),
        "body": _body(task, writer.prose(5, "news")),
        "complaints": complaints,
    }
