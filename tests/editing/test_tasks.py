"""What is to be done, by whom and by when."""

from __future__ import annotations

import pytest

from generators.diagnostics import Diagnostic, Severity, Span
from generators.editing.tasks import Task, Urgency, tasks
from generators.outputs import occasions
from generators.records.statements import Statements
from generators.sources import Draft, Entry, Source, read_entry
from tests.samples import as_text, catalogue, enrolment, entry, faq


def _found(*entries: Entry) -> list[Task]:
    return list(tasks(catalogue(*entries), ()))


def _said(task: Task) -> tuple[str, str, str]:
    return (task.urgency, task.what, str(task.due_on))


@pytest.mark.parametrize(
    ("day", "urgency"),
    [
        ("2026-11-22", "7天内"),
        ("2026-11-29", "7天内"),
        ("2026-12-22", "30天内"),
        ("2026-12-23", None),
    ],
)
def test_policy_that_ends(day: str, urgency: str | None) -> None:
    """What ends within a month is listed, the last day included."""
    said = [_said(task) for task in _found(entry("policies", "a", expires_on=day))]
    assert said == ([(urgency, "政策到期", day)] if urgency else [])


def test_dates_of_a_mentor() -> None:
    """A consent that ran out is late, an appointment that ends is due."""
    consent = {
        "given_on": "2025-01-01",
        "expires_on": "2026-11-01",
        "scope": "称呼",
        "evidence": "1",
    }
    mentor = entry("mentors", "a", consent=consent, appointed_until="2026-12-10")
    assert [_said(task) for task in _found(mentor)] == [
        (Urgency.NOW, "公开同意到期", "2026-11-01"),
        (Urgency.MONTH, "聘期结束", "2026-12-10"),
    ]


def test_phone_to_dial() -> None:
    """A phone is listed before it is late, with its number."""
    phone = {"name": "咨询台", "number": "0000-1234567", "verified_on": "2026-06-01"}
    (task,) = _found(entry("institutions", "a", title="市大厅", phones=[phone]))
    assert _said(task) == (Urgency.WEEK, "核对电话", "2026-11-28")
    assert task.about == "市大厅：咨询台 0000-1234567"


def test_record_that_nobody_looked_at_for_a_year() -> None:
    """A record is to be looked at within a year, unless it is over."""
    (task,) = _found(entry("faqs", "a", verified_on="2025-11-01"))
    assert _said(task) == (Urgency.NOW, "一年没有核对", "2026-11-01")
    assert _found(entry("policies", "a", verified_on="2024-11-01", repealed_on="2025-01-01")) == []


def test_improvement_that_was_promised() -> None:
    """A measure is listed while it can still be kept; done ones and late ones are not."""
    measures = [
        {"problem": "慢", "cause": "人少", "measure": "加一个窗口", "due_on": "2026-12-01"},
        {"problem": "远", "cause": "窗口少", "measure": "下乡", "due_on": "2026-11-21"},
    ]
    done = measures[0] | {"done_on": "2026-11-20", "result": "做完了"}
    report = entry("reports", "a", improvements=[*measures, done])
    (task,) = _found(report)
    assert _said(task) == (Urgency.MONTH, "改进措施到期", "2026-12-01")
    assert task.about == "示例标题：加一个窗口"


def test_statement_that_runs_out() -> None:
    """A statement is to be renewed by who made it."""
    said = {
        "clause": "4.1",
        "says": "做到了",
        "evidence": [{"name": "计划"}],
        "by": "综合业务科",
        "made_on": "2026-01-01",
        "valid_until": "2026-11-30",
    }
    stated = Statements.model_validate({"statements": [said]})
    empty = catalogue()
    known = type(empty)(
        empty.site, empty.vocabularies, (), empty.as_of, empty.calendar, statements=stated
    )
    (task,) = tasks(known, ())
    assert (task.owner, task.what, task.place) == (
        "综合业务科",
        "声明到期",
        "content/statements.yml",
    )


def test_findings_are_tasks_of_who_owns_the_file() -> None:
    """A finding belongs to the record's section, in a draft's words, or to the operator."""
    draft = read_entry(Source("faqs/b.yml", as_text(faq(region=None, owner="乙科")).encode()))
    assert isinstance(draft, Draft)
    known = catalogue(entry("faqs", "a", owner="甲科", title="利息谁付？"))
    findings = [
        Diagnostic("unknown-term", "词表里没有", Span("content/faqs/a.yml", 7), hint="改掉"),
        Diagnostic("missing-field", "缺地区", Span("content/faqs/b.yml", 1)),
        Diagnostic("stale-section", "很久没有新内容", Span("content/faqs"), Severity.HINT),
        Diagnostic(
            "holidays-missing", "没有明年的", Span("content/holidays/2027.yml"), Severity.WARNING
        ),
        Diagnostic("key-order", "顺序", Span("content/faqs/a.yml", 2), Severity.HINT),
    ]
    found = tasks(known, findings, [draft])
    assert [(task.owner, task.urgency, task.about) for task in found] == [
        ("乙科", Urgency.NOW, "示例标题：缺地区"),
        ("甲科", Urgency.NOW, "利息谁付？：词表里没有"),
        ("甲科", Urgency.WEEK, "很久没有新内容"),
        ("甲科", Urgency.SOME_DAY, "利息谁付？：顺序"),
        (known.site.operator, Urgency.NOW, "没有明年的"),
    ]
    assert (found[1].place, found[1].way_out) == ("content/faqs/a.yml:7", "改掉")


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        ("events", {"enrolment": enrolment()}),
        ("events", {}),
        ("courses", {}),
        ("loans", {"available_until": "2026-11-30"}),
        ("projects", {"valid_until": "2026-11-30"}),
        ("procedures", {"yearly_window": {"opens": "11-01", "closes": "11-30"}}),
        ("policies", {"repealed_on": "2026-11-30"}),
    ],
)
def test_whatever_ends_has_a_way_out(kind: str, changes: dict[str, object]) -> None:
    """Every sort of last day is listed with what is to be done about it."""
    record = entry(kind, "a", **changes)
    assert occasions.deadlines_of(catalogue(record), record)
    assert all(task.way_out for task in _found(record))
