"""6.5 创业孵化: moving in, shared rooms, agency, experts, moving out, policy."""

from __future__ import annotations

from generators.audit.judges.information import policies_giving
from generators.audit.subject import YEAR, Held, Subject, entries, says
from generators.audit.verdicts import Verdict, faultless, shown, together
from generators.records.events import Event
from generators.records.incubators import Incubator
from generators.records.procedures import Procedure

SUPPORT = ("孵化基地奖补", "场租补贴", "场地支持")


def incubation_services(subject: Subject) -> Verdict:
    """Judge 6.5.1: guidance on moving in, shared rooms, help with policies and with staff."""
    guides = [h for h in subject.current(Procedure) if says("入驻|入孵", h.record.title)]
    return together(
        shown("入驻孵化基地的现行指南", entries(guides)),
        shown("共享场地设备的基地", entries(_offering(subject, "共享|共用|公用"))),
        shown("帮办政策的基地", entries(_offering(subject, "政策|补贴|贷款"))),
        shown("帮招人的基地", entries(_offering(subject, "招聘|招人|人力资源|用工"))),
    )


def _offering(subject: Subject, words: str) -> list[Held[Incubator]]:
    return [h for h in subject.of(Incubator) if says(words, *h.record.services)]


def incubator_agency(subject: Subject) -> Verdict:
    """Judge 6.5.2 a): advice, and somebody who runs the errands."""
    return together(
        shown("提供咨询的基地", entries(_offering(subject, "咨询|坐班|指导"))),
        shown("提供代办的基地", entries(_offering(subject, "代办|帮办"))),
    )


def incubator_experts(subject: Subject) -> Verdict:
    """Judge 6.5.2 b): experts for money, markets and technology."""
    return together(
        shown("帮忙融资的基地", entries(_offering(subject, "融资|贷款|投资"))),
        shown("帮忙开拓市场的基地", entries(_offering(subject, "市场|平台|对接|展架|代卖"))),
        shown("提供技术服务的基地", entries(_offering(subject, "技术|检测|农技"))),
    )


def incubator_exit(subject: Subject) -> Verdict:
    """Judge 6.5.2 c): what comes after moving out."""
    bases = subject.of(Incubator)
    silent = [h.entry for h in bases if not h.record.exit_support]
    return together(
        shown("孵化基地", entries(bases)),
        faultless("每个基地都写了出孵以后的支持", "基地没有写出孵以后的支持", silent),
    )


def incubation_policy(subject: Subject) -> Verdict:
    """Judge 6.5.3: policies in force, named by every base, and events that bring people in."""
    bases = subject.of(Incubator)
    silent = [h.entry for h in bases if not h.record.policies]
    hosted = [
        h
        for h in subject.of(Event)
        if h.record.host and subject.age(h.record.ends_at.date()) <= YEAR
    ]
    return together(
        shown("孵化和场租的现行政策", entries(policies_giving(subject, *SUPPORT))),
        shown("写明空余工位的基地", [h.entry for h in bases if _counted(subject, h.record)]),
        faultless("每个基地都写了相关政策", "基地没有写相关政策", silent),
        shown("基地一年内承办的活动", entries(hosted)),
    )


def _counted(subject: Subject, base: Incubator) -> bool:
    return 0 <= subject.age(base.workstations.counted_on) <= YEAR
