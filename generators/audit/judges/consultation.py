"""5.4.1 and 6.2 业务咨询: answers, applications, and how people are received."""

from __future__ import annotations

from generators.audit.subject import Held, Subject, entries, says
from generators.audit.verdicts import Evidence, Verdict, ensured, faultless, links, shown, together
from generators.records.faqs import Faq
from generators.records.institutions import Institution
from generators.records.mentors import Mentor
from generators.records.policies import Policy
from generators.records.procedures import Material, Procedure

FAQS, TOPICS = 10, 5
# Who is no other department: our own line, and those above all departments.
_OWN = ("人力资源", "劳动和社会保障", "国务院", "全国人民代表大会")
_ADVICE = {"用工": "用工|招人|人力", "财税": "财税|记账|报税", "营销": "营销|电商|推广|品牌"}


def remote_services(subject: Subject) -> Verdict:
    """Judge 5.4.1: at least half of the procedures can be applied for from afar."""
    procedures = subject.current(Procedure)
    remote = [h for h in procedures if h.record.places.by_post or _applied_online(h.record)]
    return ensured(
        procedures and 2 * len(remote) >= len(procedures),
        f"{len(procedures)}份现行办事指南里，{len(remote)}份能在网上申请或者邮寄办理",
        f"{len(procedures)}份现行办事指南里，只有{len(remote)}份能在网上申请或者邮寄办理，不到一半",
        links(entries(remote)),
    )


def _applied_online(procedure: Procedure) -> bool:
    online = procedure.places.online
    return online is not None and online.depth in ("在线申请", "全程网办")


def consultation(subject: Subject) -> Verdict:
    """Judge 6.2.1: questions answered over many topics, guides with a phone, hotlines."""
    faqs = subject.of(Faq)
    topics = {topic for h in faqs for topic in h.record.topics}
    procedures = subject.current(Procedure)
    unreachable = [
        h.entry for h in procedures if all(c.kind != "电话" for c in h.record.consultation)
    ]
    return together(
        shown("常见问题", entries(faqs), least=FAQS),
        ensured(
            len(topics) >= TOPICS,
            f"覆盖{len(topics)}个主题",
            f"常见问题只有{len(topics)}个主题，要有{TOPICS}个",
        ),
        shown("现行办事指南", entries(procedures)),
        faultless("每份指南都有咨询电话", "办事指南没有咨询电话", unreachable),
        hotlines(subject),
    )


def hotlines(subject: Subject) -> Verdict:
    """Judge whether the site names a hotline."""
    names = [f"{line.name}{line.number}" for line in subject.catalogue.site.hotlines]
    return ensured(
        names,
        f"服务热线{'、'.join(names)}",
        "没有服务热线",
        [Evidence("服务热线", "complaints/#hotlines")],
    )


def other_departments(subject: Subject) -> Verdict:
    """Judge 6.2.2 a): policies of other departments, and guides that say whom else to ask."""
    others = [h for h in subject.current(Policy) if not _is_own(h.record)]
    leading = [h for h in subject.current(Procedure) if h.record.wrong_doors]
    return together(
        shown("其他部门的现行政策", entries(others)),
        shown("写明“不归我们管，找谁”的办事指南", entries(leading)),
    )


def _is_own(policy: Policy) -> bool:
    return any(word in issuer for issuer in policy.document.issuers for word in _OWN)


def management_advice(subject: Subject) -> Verdict:
    """Judge 6.2.2 b): mentors for staff, for money and taxes, and for selling."""
    found = {what: mentors_for(subject, words) for what, words in _ADVICE.items()}
    return together(*(shown(f"能问{what}的在聘导师", entries(h)) for what, h in found.items()))


def mentors_for(subject: Subject, words: str) -> list[Held[Mentor]]:
    """Return the mentors whose fields or services name one of the words."""
    mentors = subject.current(Mentor)
    return [h for h in mentors if says(words, *h.record.fields, *h.record.services)]


def first_contact(subject: Subject) -> Verdict:
    """Judge 首问负责 of 6.2.3: every institution names the post that answers first."""
    institutions = subject.of(Institution)
    silent = [h.entry for h in institutions if not h.record.first_contact.strip()]
    return together(
        shown("服务机构", entries(institutions)),
        faultless("每个机构都写了首问负责岗位", "机构没有写首问负责岗位", silent),
    )


def told_once(subject: Subject) -> Verdict:
    """Judge 一次性告知 of 6.2.3: every paper one must bring says how many copies."""
    procedures = subject.current(Procedure)
    vague = [h.entry for h in procedures if not all(map(_is_told, h.record.materials))]
    return together(
        shown("现行办事指南", entries(procedures)),
        faultless("每份指南的必要材料都写了份数和来源", "办事指南有必要材料没写份数", vague),
    )


def _is_told(material: Material) -> bool:
    if material.necessity not in ("必要", "容缺后补") or material.form == "电子":
        return True
    return material.copies.original + material.copies.photocopy > 0


def done_in_time(subject: Subject) -> Verdict:
    """Judge 限时办结 of 6.2.3: every guide promises a limit and says when it starts."""
    procedures = subject.current(Procedure)
    open_ended = [
        h.entry
        for h in procedures
        if not h.record.time_limit.starts.strip()
        or (h.record.handling == "承诺件" and not h.record.time_limit.promised.amount)
    ]
    return together(
        shown("现行办事指南", entries(procedures)),
        faultless("每份指南都有承诺时限和起算点", "办事指南没有承诺时限或起算点", open_ended),
    )
