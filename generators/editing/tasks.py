"""What is to be done, by whom and by when: from findings, and from the dates of the records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import chain

from generators.catalogue import Catalogue
from generators.diagnostics import Diagnostic, Severity
from generators.editing.phone_calls import phone_calls
from generators.outputs.occasions import deadlines
from generators.records.mentors import Mentor
from generators.records.reports import Report
from generators.rules import title as fault_title
from generators.sources import Draft, Entry

WEEK, MONTH = 7, 30
_LOOKED_AT_WITHIN = 365
# The call list tells of every phone, of those that will be due too.
_TOLD_ELSEWHERE = ("phone-unverified",)
# Hints of what will be a warning in a few days.
_SOON = ("stale-section",)
_WAYS_OUT = {
    "政策到期": "问清是延续、修订还是停止：延续的改有效期，修订的录入新政策并写 supersedes",
    "政策废止": "看看办事指南、问答里提到它的地方，改成新政策",
    "支持到期": "问清这一项还给不给：给就改截止日期，不给就备好替代的内容",
    "报名截止": "要延期的改报名截止；截止以后状态自动变，记得补上结果",
    "活动开始": "核对时间、地点和联系电话；办完补上活动结果",
    "公示结束": "汇总收到的异议，准备公布结果",
    "申请截止": "核对今年的申请时间；还没有申请的，提前提醒",
    "停办": "问清银行是否续办：续办的改停办日期",
    "信息到期": "请项目提供方核对：还有效就改有效期，过时了就删掉",
}


class Urgency(StrEnum):
    """How soon something is to be done, the soonest first."""

    NOW = "现在该办"
    WEEK = f"{WEEK}天内"
    MONTH = f"{MONTH}天内"
    SOME_DAY = "有空就办"


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do: for which section, by when, about what, and how."""

    owner: str
    urgency: Urgency
    what: str
    about: str
    way_out: str
    place: str
    due_on: date | None = None

    @property
    def order(self) -> tuple[str, int, date, str, str]:
        """Order by section, then the most urgent first."""
        place = list(Urgency).index(self.urgency)
        return (self.owner, place, self.due_on or date.min, self.place, self.what)


def tasks(
    catalogue: Catalogue,
    findings: Iterable[Diagnostic],
    drafts: Iterable[Draft] = (),
    *,
    folder: str = "content",
) -> tuple[Task, ...]:
    """Return everything that is to be done within a month, by section.

    *folder* leads from where findings are read to the content.
    """
    owners = _Owners(catalogue, tuple(drafts), folder)
    due = chain(*(dates(catalogue) for dates in _DATES))
    dated = (_task(one, catalogue.as_of, folder) for one in due)
    found = (owners.task(finding) for finding in findings if finding.code not in _TOLD_ELSEWHERE)
    everything = (*found, *(task for task in dated if task))
    return tuple(sorted(everything, key=lambda task: task.order))


@dataclass(frozen=True, slots=True)
class _Due:
    """Something that has a day, however far away."""

    owner: str
    what: str
    about: str
    way_out: str
    path: str
    on: date

    @classmethod
    def of(cls, entry: Entry, what: str, on: date, way_out: str, *, about: str = "") -> _Due:
        """Make it of a record."""
        record = entry.record
        return cls(record.owner, what, about or record.title, way_out, entry.source.path, on)


class _Owners:
    """Knows whose a file is: a record's section, a list's most frequent one, or the operator."""

    def __init__(self, catalogue: Catalogue, drafts: tuple[Draft, ...], folder: str) -> None:
        self._titles: dict[str, str] = {}
        self._owners: dict[str, str] = {}
        self._operator = catalogue.site.operator
        sections: dict[str, Counter[str]] = {}
        for entry in catalogue.entries:
            path = f"{folder}/{entry.source.path}"
            self._owners[path], self._titles[path] = entry.record.owner, entry.record.title
            sections.setdefault(f"{folder}/{entry.kind.name}", Counter())[entry.record.owner] += 1
        for draft in drafts:
            path = f"{folder}/{draft.source.path}"
            said = {leaf.loc[0]: str(leaf.value) for leaf in draft.leaves() if len(leaf.loc) == 1}
            self._owners[path] = said.get("owner", self._operator)
            self._titles[path] = said.get("title", draft.source.path)
        for section, counts in sections.items():
            self._owners[section] = min(counts, key=lambda owner: (-counts[owner], owner))

    def task(self, finding: Diagnostic) -> Task:
        """Return what a finding asks to be done."""
        path = finding.span.path
        title = self._titles.get(path)
        return Task(
            self._owners.get(path, self._operator),
            _urgency(finding),
            fault_title(finding.code) or finding.code,
            f"{title}：{finding.message}" if title else finding.message,
            finding.hint or "",
            f"{path}:{finding.span.line}",
        )


def _urgency(finding: Diagnostic) -> Urgency:
    if finding.severity is not Severity.HINT:
        return Urgency.NOW
    return Urgency.WEEK if finding.code in _SOON else Urgency.SOME_DAY


def _task(due: _Due, today: date, folder: str) -> Task | None:
    """Return what is to be done within a month; what has time yet is left out."""
    left = (due.on - today).days
    if left > MONTH:
        return None
    urgency = Urgency.NOW if left < 0 else Urgency.WEEK if left <= WEEK else Urgency.MONTH
    place = f"{folder}/{due.path}"
    return Task(due.owner, urgency, due.what, due.about, due.way_out, place, due.on)


def _ending(catalogue: Catalogue) -> Iterator[_Due]:
    for deadline in deadlines(catalogue):
        about = deadline.title.partition("：")[2]
        way_out = _WAYS_OUT[deadline.name]
        yield _Due.of(deadline.entry, deadline.name, deadline.day, way_out, about=about)


def _calls(catalogue: Catalogue) -> Iterator[_Due]:
    way_out = "拨一次，通了就把拨通核对日期改成当天，不通就换号码"
    for call in phone_calls(catalogue, ahead=MONTH):
        about = f"{call.whose}：{call.phone.name} {call.phone.number}"
        yield _Due(call.owner, "核对电话", about, way_out, call.path, call.due_on)


def _consents(catalogue: Catalogue) -> Iterator[_Due]:
    """Yield the mentors who soon leave the site, and those who have left it."""
    way_out = "请本人续签同意书；不续的删掉这条记录，到期页面自动撤下"
    for entry in catalogue.entries:
        if isinstance(entry.record, Mentor):
            yield _Due.of(entry, "公开同意到期", entry.record.consent.expires_on, way_out)
            ends = entry.record.appointed_until
            yield _Due.of(entry, "聘期结束", ends, "续聘的改聘期，不续的删掉")


def _statements(catalogue: Catalogue) -> Iterator[_Due]:
    way_out = "重新核实，写上新的声明日期和有效期；过期等于没有声明"
    for stated in catalogue.statements.statements:
        about = f"标准 {stated.clause}：{stated.says}"
        path = "statements.yml"
        yield _Due(stated.by, "声明到期", about, way_out, path, stated.valid_until)


def _improvements(catalogue: Catalogue) -> Iterator[_Due]:
    """Yield what was promised and is not late; what is late is a finding."""
    way_out = "按期做完，写上 done_on 和 result；做不完的，提前说明原因"
    for entry in catalogue.of("reports"):
        for measure in entry.record.improvements if isinstance(entry.record, Report) else ():
            if measure.done_on is None and measure.due_on >= catalogue.as_of:
                about = f"{entry.record.title}：{measure.measure}"
                yield _Due.of(entry, "改进措施到期", measure.due_on, way_out, about=about)


def _looking_again(catalogue: Catalogue) -> Iterator[_Due]:
    for entry in catalogue.published:
        status = catalogue.status(entry)
        if not (status and status.is_over):
            last = entry.record.verified_on + timedelta(_LOOKED_AT_WITHIN)
            yield _Due.of(entry, "一年没有核对", last, "逐项核对内容，再改核对日期")


_DATES = (_ending, _calls, _consents, _statements, _improvements, _looking_again)
