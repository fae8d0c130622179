"""6.3 创业培训: courses by programme and by need, evaluation, follow-up, subsidy."""

from __future__ import annotations

from typing import get_args

from generators.audit.judges.information import TRAINING, policies_giving
from generators.audit.subject import Subject, entries
from generators.audit.verdicts import Evidence, Verdict, ensured, faultless, links, shown, together
from generators.records.courses import Course
from generators.records.institutions import Institution
from generators.records.procedures import Procedure
from generators.records.values import ClientStage

PROGRAMMES = 3
STAGES: tuple[str, ...] = get_args(ClientStage)


def training_on_offer(subject: Subject) -> Verdict:
    """Judge 6.3.1: programmes of several sorts, runs to come, schools."""
    courses = subject.current(Course)
    programmes = sorted({h.record.programme for h in courses})
    ahead = [h for h in courses if any(s.starts_on > subject.day for s in h.record.sessions)]
    schools = [h for h in subject.of(Institution) if h.record.kind == "培训机构"]
    return together(
        ensured(
            len(programmes) >= PROGRAMMES,
            f"培训项目{len(programmes)}类（{'、'.join(programmes)}）",
            f"还能上的课只有{len(programmes)}类，要有{PROGRAMMES}类",
            [Evidence("培训课程", "courses/")],
        ),
        shown("还有班没开的课", entries(ahead)),
        shown("培训机构", entries(schools)),
    )


def training_evaluated(subject: Subject) -> Verdict:
    """Judge 6.3.1: every course says how its effect is evaluated."""
    courses = subject.current(Course)
    silent = [h.entry for h in courses if not h.record.evaluation]
    return together(
        shown("还能上的课", entries(courses)),
        faultless("每门课都写了效果怎么评估", "课没有写效果怎么评估", silent),
    )


def training_follow_up(subject: Subject) -> Verdict:
    """Judge 6.3.2 b): every course goes on helping after its end."""
    courses = subject.current(Course)
    ending = [h.entry for h in courses if not h.record.follow_up]
    return together(
        shown("还能上的课", entries(courses)),
        faultless("每门课都写了后续服务", "课没有写后续服务", ending),
    )


def practical_training(subject: Subject) -> Verdict:
    """Judge 6.3.2 c): simulated business to take part in."""
    found = [h for h in subject.current(Course) if h.record.programme == "创业模拟实训"]
    return shown("还能参加的创业模拟实训", entries(found))


def training_by_need(subject: Subject) -> Verdict:
    """Judge 6.3.3: a course for people at every stage."""
    courses = subject.current(Course)
    lacking = [s for s in STAGES if not any(s in h.record.client_stages for h in courses)]
    return ensured(
        not lacking,
        f"{'、'.join(STAGES)}都有课",
        f"没有给{'、'.join(lacking)}上的课",
        links(entries(courses)),
    )


def training_subsidy(subject: Subject) -> Verdict:
    """Judge 6.3.3: a training subsidy in force, and how to get it."""
    policies = policies_giving(subject, TRAINING)
    ids = {h.entry.id for h in policies}
    guides = [
        h for h in subject.current(Procedure) if ids & {basis.policy for basis in h.record.bases}
    ]
    return together(
        shown("现行的培训补贴政策", entries(policies)),
        shown("办理培训和补贴的现行指南", entries(guides)),
    )
