"""6.4 创业指导: advice, mentors for every stage, a second chance."""

from __future__ import annotations

from generators.audit.judges.consultation import hotlines
from generators.audit.judges.training import STAGES
from generators.audit.subject import YEAR, Held, Subject, entries, says
from generators.audit.verdicts import Evidence, Verdict, ensured, shown, together
from generators.records.articles import Article
from generators.records.events import Event
from generators.records.faqs import Faq
from generators.records.mentors import Mentor
from generators.records.procedures import Procedure
from generators.records.projects import Project

MENTORS, FIELDS = 3, 5
_OPENING = "营业执照|注册登记|开业|开办"


def guidance(subject: Subject) -> Verdict:
    """Judge 6.4.1: information, interpretation, mentors, answers, opening a business."""
    opening = [h for h in subject.current(Procedure) if says(_OPENING, h.record.title)]
    explained = [h for h in subject.of(Article) if h.record.kind == "政策解读"]
    answers = [h for h in subject.of(Faq) if h.record.service_area == "创业指导"]
    return together(
        hotlines(subject),
        shown("政策解读", entries(explained)),
        shown("在聘导师", entries(subject.current(Mentor))),
        shown("创业指导的现行指南", entries(_of_guidance(subject))),
        shown("创业指导问答", entries(answers)),
        shown("办执照开业的现行指南", entries(opening)),
    )


def _of_guidance(subject: Subject) -> list[Held[Procedure]]:
    return [h for h in subject.current(Procedure) if h.record.service_area == "创业指导"]


def _guides_to(subject: Subject, words: str) -> list[Held[Procedure]]:
    guides = _of_guidance(subject)
    return [h for h in guides if says(words, h.record.title, h.record.offers)]


def mentor_team(subject: Subject) -> Verdict:
    """Judge 6.4.2 a): a team of mentors from several fields."""
    mentors = subject.current(Mentor)
    fields = {field for h in mentors for field in h.record.fields}
    return together(
        shown("在聘导师", entries(mentors), least=MENTORS),
        ensured(
            len(fields) >= FIELDS,
            f"{len(fields)}个领域",
            f"导师只有{len(fields)}个领域，要有{FIELDS}个",
        ),
    )


def project_matching(subject: Subject) -> Verdict:
    """Judge 6.4.2 b): ideas with somebody to ask, and roadshows."""
    projects = [h for h in subject.current(Project) if h.record.contact]
    return together(
        shown("写明怎么对接的有效项目", entries(projects)),
        shown("一年内的路演", entries(events_of(subject, "路演"))),
    )


def events_of(subject: Subject, *kinds: str) -> list[Held[Event]]:
    """Return the events of some kinds that ended within a year, run, or are to come."""
    return [
        h
        for h in subject.of(Event)
        if h.record.kind in kinds and subject.age(h.record.ends_at.date()) <= YEAR
    ]


def second_chance(subject: Subject) -> Verdict:
    """Judge 6.4.2 c): a way back for those whose business failed."""
    found = _guides_to(subject, "创业失败|再创业")
    return shown("帮扶创业失败者的现行指南", entries(found))


def guidance_by_stage(subject: Subject) -> Verdict:
    """Judge 6.4.3: a mentor for every stage, and a way to meet one."""
    mentors = subject.current(Mentor)
    lacking = [s for s in STAGES if not any(s in h.record.client_stages for h in mentors)]
    booking = _guides_to(subject, "预约.*导师|导师预约")
    return together(
        ensured(
            not lacking,
            f"{'、'.join(STAGES)}都有在聘导师",
            f"没有给{'、'.join(lacking)}的在聘导师",
            [Evidence("创业导师", "mentors/")],
        ),
        shown("预约导师的现行指南", entries(booking)),
    )
