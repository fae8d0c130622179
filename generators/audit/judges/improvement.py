"""7.3 and 7.4: complaints, and what became of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generators.audit.subject import YEAR, Subject
from generators.audit.verdicts import Evidence, State, Verdict, ensured, links, together
from generators.records.reports import Improvement, Report
from generators.records.site import ComplaintChannel
from generators.sources import Entry

CHANNELS = ("现场", "信函", "电话", "网络")
OVERDUE_DAYS = 90
_PAGE = "complaints/"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the ledger, the report it stands in, and the report it came from."""

    entry: Entry
    improvement: Improvement
    source: Entry | None


def ledger(subject: Subject) -> Iterator[Line]:
    """Yield every improvement that has been published."""
    find = subject.catalogue.find
    for held in subject.reports("改进", since=date.min):
        for item in held.record.improvements:
            source = find("reports", item.raised_by) if item.raised_by else None
            yield Line(held.entry, item, source)


def raised_by(subject: Subject, report: Entry) -> bool:
    """Tell whether the ledger has a problem that a report raised."""
    return any(line.source is report for line in ledger(subject))


def overdue(subject: Subject) -> Verdict:
    """Judge whether an improvement lies undone for long after its day."""
    late = [
        line
        for line in ledger(subject)
        if subject.age(line.improvement.due_on) > OVERDUE_DAYS
        and not _is_done(line.improvement, subject.day)
    ]
    return ensured(
        not late,
        f"台账没有逾期{OVERDUE_DAYS}天以上的问题",
        f"{len(late)}个问题逾期{OVERDUE_DAYS}天以上没改完",
        links([line.entry for line in late[:1]]),
    )


def _is_done(item: Improvement, day: date) -> bool:
    return item.done_on is not None and item.done_on <= day


def complaint_channels(subject: Subject) -> Verdict:
    """Judge 7.3: four channels with hours, the office in charge, the answer and its limit."""
    complaints = subject.catalogue.site.complaints
    usable = {channel.kind for channel in complaints.channels if _is_usable(channel)}
    missing = [kind for kind in CHANNELS if kind not in usable]
    answered = complaints.answer.strip() and complaints.answered_within.amount
    return together(
        ensured(
            not missing,
            f"{'、'.join(CHANNELS)}四种渠道都有，写了受理时间",
            f"投诉渠道缺{'、'.join(missing)}，或者没写受理时间",
            [Evidence("投诉与监督", f"{_PAGE}#channels")],
        ),
        ensured(complaints.section.strip(), f"由{complaints.section}负责", "没有写负责投诉的部门"),
        ensured(
            answered,
            f"{complaints.answered_within}内答复，告知处理结果",
            "没有写答复时限，或者没有写结果怎么告知",
        ),
    )


def _is_usable(channel: ComplaintChannel) -> bool:
    return bool(channel.value.strip() and channel.hours.strip())


def improved(subject: Subject) -> Verdict:
    """Judge 7.4.1: within a year something was done, with a result, after an evaluation."""
    since = subject.day - timedelta(days=YEAR)
    done = [line for line in ledger(subject) if _is_improvement(line, since, subject.day)]
    return ensured(
        done,
        f"12个月内改完{len(done)}个问题，写明了结果、来源和涉及的办事指南",
        "12个月内没有改完的问题写明结果、来源和涉及的办事指南",
        links(list(dict.fromkeys(line.entry for line in done)))
        + links(list(dict.fromkeys(line.source for line in done if line.source))),
    )


def _is_improvement(line: Line, since: date, day: date) -> bool:
    item = line.improvement
    done = item.done_on is not None and since <= item.done_on <= day
    return bool(done and item.result and line.source and item.procedures)


def satisfaction_rising(subject: Subject) -> Verdict:
    """Judge 7.4.2: satisfaction does not fall, or the ledger says what is done about it."""
    newest, before = (*subject.reports("满意度", since=date.min), None, None)[:2]
    if newest is None or before is None:
        return Verdict(State.FAILED, "满意度测评不到两次，看不出有没有提高。")
    now, then = _index(newest.record), _index(before.record)
    return together(
        ensured(
            now >= then or raised_by(subject, newest.entry),
            f"满意度指数最近一次{now:.1f}分，上一次{then:.1f}分",
            f"满意度指数从{then:.1f}分降到{now:.1f}分，没有列入改进台账",
            links([newest.entry, before.entry]),
        ),
        overdue(subject),
    )


def _index(report: Report) -> float:
    return report.satisfaction.index if report.satisfaction else 0.0
