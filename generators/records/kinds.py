"""The thirteen kinds: folder, label, model. A new kind is one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generators.records.articles import Article
from generators.records.base import Record
from generators.records.courses import Course
from generators.records.events import Event
from generators.records.faqs import Faq
from generators.records.incubators import Incubator
from generators.records.institutions import Institution
from generators.records.loans import Loan
from generators.records.mentors import Mentor
from generators.records.notices import Notice
from generators.records.policies import Policy
from generators.records.procedures import Procedure
from generators.records.projects import Project
from generators.records.reports import Report


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record; *name* is its folder below `content/` and its path on the site."""

    name: str
    label: str
    short: str
    model: type[Record]
    describes: str

    def __reduce__(self) -> tuple[Callable[[str], Kind], tuple[str]]:
        # There is one of each, in every process: kinds are compared by identity.
        return _kind_named, (self.name,)


_ALL = (
    Kind("policies", "创业政策", "政策", Policy, "能享受什么、给多少、到什么时候"),
    Kind("procedures", "办事指南", "办事", Procedure, "怎么办、要什么材料、几天办完"),
    Kind("courses", "培训课程", "培训", Course, "学创业，免费或有补贴的课"),
    Kind("mentors", "创业导师", "导师", Mentor, "有问题，找过来人问一问"),
    Kind("incubators", "孵化基地", "场地", Incubator, "便宜的工位和场地，还有人帮"),
    Kind("loans", "融资产品", "贷款", Loan, "缺本钱，看看能借多少"),
    Kind("events", "活动赛事", "活动", Event, "大赛、路演、沙龙、宣讲"),
    Kind("projects", "创业项目", "项目", Project, "还没想好做什么，先看看"),
    Kind("institutions", "服务机构", "机构", Institution, "在哪里办、几点开门、电话多少"),
    Kind("articles", "资讯解读", "资讯", Article, "政策解读、动态、行业报告、创业典型"),
    Kind("faqs", "常见问题", "问答", Faq, "大家问得最多的问题"),
    Kind("notices", "公告公示", "公示", Notice, "补贴公示、结果和通知"),
    Kind("reports", "评价公开", "评价", Report, "满意度、好差评、投诉和改进"),
)
KINDS: Mapping[str, Kind] = {kind.name: kind for kind in _ALL}


def _kind_named(name: str) -> Kind:
    return KINDS[name]
