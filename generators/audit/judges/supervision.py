"""7.1 and 7.2: what is open to the public, how it is rated, what was corrected."""

from __future__ import annotations

from datetime import timedelta

from generators.audit.judges.improvement import ledger, overdue, raised_by
from generators.audit.subject import YEAR, Held, Subject, entries
from generators.audit.verdicts import Evidence, Verdict, ensured, faultless, links, shown, together
from generators.records.procedures import Procedure
from generators.records.reports import Report
from generators.sources import Draft

# The six blocks of 7.1.1: the fields that say them, and their ids on the page.
BLOCKS = {
    "依据": (("bases",), ("bases",)),
    "内容": (("offers",), ("offers",)),
    "要求": (("conditions", "materials"), ("conditions", "materials")),
    "流程": (("steps",), ("steps",)),
    "时限": (("time_limit",), ("limits",)),
    "投诉渠道": (("complaints",), ("complaints",)),
}


def six_blocks(subject: Subject) -> Verdict:
    """Judge 7.1.1: every procedure in force shows all six, and none waits for a correction."""
    procedures = subject.current(Procedure)
    lacking = {h.entry.path: blocks for h in procedures if (blocks := _lacking(subject, h))}
    wrong = [h.entry for h in procedures if h.entry.path in lacking]
    missing = "、".join(dict.fromkeys(block for blocks in lacking.values() for block in blocks))
    drafts = [d for d in subject.drafts if d.source.path.startswith("procedures/")]
    return together(
        shown("现行办事指南", entries(procedures)),
        faultless("六样都公示了", f"办事指南缺{missing}", wrong, entries(procedures)),
        ensured(
            not drafts,
            "没有写错了发不出去的指南",
            "；".join(map(_draft_in_words, drafts[:3])),
            [Evidence(f"content/{draft.source.path}") for draft in drafts[:3]],
        ),
    )


def _lacking(subject: Subject, held: Held[Procedure]) -> list[str]:
    return [block for block in BLOCKS if not _is_shown(subject, held, block)]


def _is_shown(subject: Subject, held: Held[Procedure], block: str) -> bool:
    fields, ids = BLOCKS[block]
    if not all(_is_said(subject, held.record, name) for name in fields):
        return False
    page = f"{held.entry.path}index.html"
    return subject.built is None or set(ids) <= subject.built.ids.get(page, frozenset())


def _is_said(subject: Subject, procedure: Procedure, name: str) -> bool:
    if name == "bases":
        found = (subject.catalogue.find("policies", basis.policy) for basis in procedure.bases)
        return any(policy and subject.is_current(policy) for policy in found)
    if name == "complaints" and procedure.complaints == "inherit":
        return bool(subject.catalogue.site.complaints.channels)
    # Saying that no material is needed is saying it.
    return name == "materials" or bool(getattr(procedure, name))


def _draft_in_words(draft: Draft) -> str:
    present = {leaf.loc[0] for leaf in draft.leaves()}
    missing = [b for b, (fields, _) in BLOCKS.items() if not present.issuperset(fields)]
    lack = f"，缺{'、'.join(missing)}" if missing else ""
    return f"{draft.source.path} 有错误发不出去{lack}"


def open_to_supervision(subject: Subject) -> Verdict:
    """Judge 7.1.2: complaints of the last two quarters are published."""
    reports = subject.reports("投诉", since=subject.quarters_ago(2))
    return shown("最近两个季度的投诉处理报告", entries(reports))


def corrected(subject: Subject) -> Verdict:
    """Judge 7.1.3: what supervision found is in the ledger, and nothing lies there too long."""
    found = [line for line in ledger(subject) if line.source]
    ratings = subject.reports("好差评", since=subject.quarters_ago(4))
    ignored = [h.entry for h in ratings if _has_open(h.record) and not raised_by(subject, h.entry)]
    return together(
        ensured(
            found,
            f"改进台账有{len(found)}个问题来自监督和评价",
            "改进台账没有来自投诉、好差评或满意度报告的问题",
            links([line.entry for line in found[:1]]),
        ),
        faultless("没整改完的差评都列入了台账", "好差评报告有差评没整改完，也没列入台账", ignored),
        overdue(subject),
    )


def _has_open(report: Report) -> bool:
    ratings = report.ratings
    return ratings is not None and ratings.corrected < ratings.negative


def surveys(subject: Subject) -> tuple[Held[Report], ...]:
    """Return the satisfaction reports on periods that ended within a year."""
    return subject.reports("满意度", since=subject.day - timedelta(days=YEAR))


def satisfaction_measured(subject: Subject) -> Verdict:
    """Judge 7.2.1: a survey within twelve months."""
    return shown("12个月内的满意度测评报告", entries(surveys(subject)))


def satisfaction_method(subject: Subject) -> Verdict:
    """Judge 7.2.2: a survey within twelve months after the two national standards."""
    named = [h for h in surveys(subject) if _names_standards(h.record)]
    return shown("12个月内写明按GB/T 19038和GB/T 19039测评的报告", entries(named))


def _names_standards(report: Report) -> bool:
    survey = report.satisfaction
    return (
        survey is not None
        and survey.returned > 0
        and all(number in survey.method for number in ("19038", "19039"))
    )


def ratings(subject: Subject) -> Verdict:
    """Judge 7.2.3: ratings of the last two quarters, a way to rate, every named one called."""
    reports = subject.reports("好差评", since=subject.quarters_ago(2))
    uncalled = [
        h.entry
        for h in reports
        if h.record.ratings and h.record.ratings.called_back < h.record.ratings.named_negative
    ]
    return together(
        shown("最近两个季度的好差评报告", entries(reports)),
        faultless("实名差评都回访了", "好差评报告有实名差评没有回访", uncalled),
        ensured(
            subject.catalogue.site.rating_url,
            "有好差评入口",
            "没有好差评入口",
            [Evidence("好差评入口", subject.catalogue.site.rating_url or "")],
        ),
    )
