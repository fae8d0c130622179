"""6.1 信息发布: what is published, whether it is complete, right and of today."""

from __future__ import annotations

from datetime import date

from generators.audit.subject import YEAR, Held, Subject, entries, published
from generators.audit.verdicts import Evidence, Verdict, ensured, faultless, shown, together
from generators.records import KINDS
from generators.records.articles import Article
from generators.records.courses import Course
from generators.records.events import Event
from generators.records.incubators import Incubator
from generators.records.institutions import Institution
from generators.records.mentors import Mentor
from generators.records.policies import Policy
from generators.records.projects import Project
from generators.sources import Draft, Entry

LOAN = "创业担保贷款及贴息"
TRAINING = "培训补贴"
SUBSIDIES = ("一次性创业补贴", "场租补贴", "带动就业补贴", "社会保险补贴")

# What people act on is looked over twice a year, the rest that still stands once.
_OFTEN = ("policies", "procedures", "institutions", "incubators", "loans")
OFTEN_DAYS = 180
# A report on a past period and a notice of a past day are never looked over again.
_DATED = ("reports", "notices")


def published_information(subject: Subject) -> Verdict:
    """Judge 6.1.1: policies on loans, training and subsidies, and services of four kinds."""
    courses = [h for h in subject.current(Course) if h.record.deadline_on(subject.day)]
    return together(
        shown("现行的创业担保贷款政策", entries(policies_giving(subject, LOAN))),
        shown("现行的创业培训政策", entries(policies_giving(subject, TRAINING))),
        shown("现行的创业补贴政策", entries(policies_giving(subject, *SUBSIDIES))),
        shown("一年内核对过的服务机构", _verified(subject, subject.of(Institution))),
        shown("还没办完的创业活动", entries(subject.current(Event))),
        shown("还能报名的创业培训", entries(courses)),
        shown("一年内核对过的孵化基地", _verified(subject, subject.of(Incubator))),
    )


def policies_giving(subject: Subject, *kinds: str) -> tuple[Held[Policy], ...]:
    """Return the policies in force with such benefits that have not ended, most of them first."""
    given = [(_standing(h.record, subject.day, kinds), h) for h in subject.current(Policy)]
    giving = [pair for pair in given if pair[0]]
    return tuple(held for _, held in sorted(giving, key=lambda pair: -pair[0]))


def _standing(policy: Policy, day: date, kinds: tuple[str, ...]) -> int:
    """Count the benefits of some kinds that have not ended."""
    ended = [b for b in policy.benefits if b.expires_on and b.expires_on < day]
    return sum(b.kind in kinds and b not in ended for b in policy.benefits)


def _verified(
    subject: Subject, held: tuple[Held[Institution], ...] | tuple[Held[Incubator], ...]
) -> tuple[Entry, ...]:
    return tuple(h.entry for h in held if subject.age(h.record.verified_on) <= YEAR)


def project_information(subject: Subject) -> Verdict:
    """Judge 6.1.2 a): ideas whose outline and requirements still stand."""
    told = [h for h in subject.current(Project) if h.record.overview and h.record.site]
    return shown("还在有效期内的创业项目", entries(told))


def mentor_information(subject: Subject) -> Verdict:
    """Judge 6.1.2 b): mentors and how to reach them."""
    reachable = [h for h in subject.current(Mentor) if h.record.booking]
    return shown("写明怎么预约的在聘导师", entries(reachable))


def industry_information(subject: Subject) -> Verdict:
    """Judge 6.1.2 c): a report on an industry within the year."""
    found = [h for h in subject.recent(Article) if h.record.kind == "行业报告"]
    return shown("一年内发布的行业报告", entries(found))


def accurate_and_fresh(subject: Subject) -> Verdict:
    """Judge 6.1.3: sections on time, records and phones verified, policies interpreted."""
    return together(
        _records_valid(subject.drafts),
        sections_on_time(subject),
        _records_verified(subject),
        _phones_verified(subject),
        policies_interpreted(subject),
    )


def _records_valid(drafts: tuple[Draft, ...]) -> Verdict:
    paths = [draft.source.path for draft in drafts]
    return ensured(
        not paths,
        "没有写错了发不出去的记录",
        f"{len(paths)}条记录有错误，发不出去：{'、'.join(paths[:3])}",
        [Evidence(f"content/{path}") for path in paths[:3]],
    )


def sections_on_time(subject: Subject) -> Verdict:
    """Judge whether each section has something new within its limit."""
    limits = {limit.kind: limit.limit_days for limit in subject.catalogue.site.freshness}
    late = [
        f"“{KINDS[kind].label}”{age}天没有更新，期限{limits[kind]}天"
        for kind, age in _ages(subject)
        if kind in limits and age > limits[kind]
    ]
    unset = [KINDS[k].label for k in ("articles", "policies", "notices") if k not in limits]
    return together(
        ensured(not unset, "各栏目都有更新期限", f"没有定更新期限：{'、'.join(unset)}"),
        ensured(
            not late,
            "栏目都在期限内更新",
            "；".join(late),
            [Evidence(KINDS[kind].label, f"{kind}/") for kind, _ in _ages(subject)],
        ),
    )


def _ages(subject: Subject) -> list[tuple[str, int]]:
    """Return the sections with a limit and the days since their newest record."""
    found = []
    for limit in subject.catalogue.site.freshness:
        days = [subject.age(published(entry)) for entry in subject.catalogue.of(limit.kind)]
        if past := [age for age in days if age >= 0]:
            found.append((limit.kind, min(past)))
    return found


def _records_verified(subject: Subject) -> Verdict:
    old = [e for e in subject.catalogue.published if _is_old(subject, e)]
    return faultless("内容都按期核对过", "内容太久没有核对", old)


def _is_old(subject: Subject, entry: Entry) -> bool:
    if entry.kind.name in _DATED or not subject.is_current(entry):
        return False
    limit = OFTEN_DAYS if entry.kind.name in _OFTEN else YEAR
    return subject.age(entry.record.verified_on) > limit


def _phones_verified(subject: Subject) -> Verdict:
    limit = subject.catalogue.site.phone_verified_within_days
    phones = {h.entry.path: h.record.phones for h in subject.of(Institution)}
    phones |= {h.entry.path: h.record.phones for h in subject.of(Incubator)}
    silent = [
        entry
        for entry in subject.catalogue.published
        if any(subject.age(line.verified_on) > limit for line in phones.get(entry.path, ()))
    ]
    return faultless("电话都按期拨通核对过", f"机构的电话超过{limit}天没有拨通核对", silent)


def policies_interpreted(subject: Subject) -> Verdict:
    """Judge whether every policy in force that needs one has its interpretation."""
    interpreted = {policy for h in subject.of(Article) for policy in h.record.interprets}
    needing = [h for h in subject.current(Policy) if h.record.needs_interpretation]
    waiting = [h.entry for h in needing if h.entry.id not in interpreted]
    return faultless("应配解读的政策都配了", "政策应配解读还没有", waiting, entries(needing))
