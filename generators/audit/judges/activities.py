"""6.7 专项活动: exchange, models, contests, shows, a climate for founding."""

from __future__ import annotations

from generators.audit.judges.guidance import events_of
from generators.audit.subject import Held, Subject, entries
from generators.audit.verdicts import Verdict, shown, together
from generators.records.articles import Article


def exchange_and_models(subject: Subject) -> Verdict:
    """Judge 6.7.1: founders meet, and models are chosen."""
    return together(
        shown("一年内的经验交流活动", entries(events_of(subject, "沙龙", "宣讲"))),
        shown("一年内的典型选树活动", entries(events_of(subject, "典型选树"))),
    )


def contests(subject: Subject) -> Verdict:
    """Judge 6.7.2 a): a contest within the year."""
    return shown("一年内的大赛", entries(events_of(subject, "大赛")))


def shows(subject: Subject) -> Verdict:
    """Judge 6.7.2 b): a show within the year."""
    return shown("一年内的展示活动", entries(events_of(subject, "展示")))


def culture(subject: Subject) -> Verdict:
    """Judge 6.7.3: stories and news within the year."""
    return together(
        shown("一年内发布的创业典型", entries(_recent(subject, "创业典型"))),
        shown("一年内发布的动态", entries(_recent(subject, "动态"))),
    )


def _recent(subject: Subject, kind: str) -> list[Held[Article]]:
    return [h for h in subject.recent(Article) if h.record.kind == kind]
