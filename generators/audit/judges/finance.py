"""6.6 创业融资: guaranteed loans, other loans, equity."""

from __future__ import annotations

from generators.audit.judges.consultation import mentors_for
from generators.audit.judges.information import LOAN, policies_giving
from generators.audit.subject import Held, Subject, entries, says
from generators.audit.verdicts import Verdict, ensured, faultless, links, shown, together
from generators.records.loans import Loan
from generators.records.policies import Policy
from generators.records.procedures import Procedure

BANKS = 2


def guaranteed_loans(subject: Subject) -> Verdict:
    """Judge 6.6.1: the policy, the check of who qualifies, the application, the loans."""
    checking = [h for h in _loan_guides(subject) if _checks_who_qualifies(h.record)]
    return together(
        shown("现行的创业担保贷款政策", entries(policies_giving(subject, LOAN))),
        shown("写明资格审核的贷款指南", entries(checking)),
        shown("在办的创业担保贷款", entries(_loans_under(subject, guaranteed=True))),
    )


def _checks_who_qualifies(procedure: Procedure) -> bool:
    steps = [f"{step.name}\n{step.review or ''}\n{step.result or ''}" for step in procedure.steps]
    return says("资格", *steps)


def _loan_guides(subject: Subject) -> list[Held[Procedure]]:
    return [h for h in subject.current(Procedure) if h.record.service_area == "创业融资"]


def _on_offer(subject: Subject) -> list[Held[Loan]]:
    """Return the loans that one can ask for on the day."""
    return [
        h
        for h in subject.of(Loan)
        if (h.record.available_from is None or h.record.available_from <= subject.day)
        and (h.record.available_until is None or h.record.available_until >= subject.day)
    ]


def _loans_under(subject: Subject, *, guaranteed: bool) -> list[Held[Loan]]:
    """Return the loans on offer under a policy in force that is, or is not, the guarantee's."""
    in_force = {h.entry.id for h in subject.current(Policy)}
    guarantee = {
        h.entry.id for h in subject.of(Policy) if any(b.kind == LOAN for b in h.record.benefits)
    }
    wanted = in_force & guarantee if guaranteed else in_force - guarantee
    return [h for h in _on_offer(subject) if wanted.intersection(h.record.policies)]


def other_policy_loans(subject: Subject) -> Verdict:
    """Judge 6.6.2 a): loans that other policies support."""
    return shown("其他政策支持的在办贷款", entries(_loans_under(subject, guaranteed=False)))


def commercial_loans(subject: Subject) -> Verdict:
    """Judge 6.6.2 b): loans of banks without a policy."""
    return shown("在办的商业贷款", entries(h for h in _on_offer(subject) if not h.record.policies))


def equity_advice(subject: Subject) -> Verdict:
    """Judge 6.6.2 c): mentors who know about shares."""
    return shown("能问股权融资的在聘导师", entries(mentors_for(subject, "股权")))


def loan_efficiency(subject: Subject) -> Verdict:
    """Judge 6.6.3: one visit at most, limits kept and told step by step, more than one bank."""
    guides, banks = _loan_guides(subject), {h.record.bank for h in _on_offer(subject)}
    slow = [h.entry for h in guides if not _is_quick(h.record)]
    return together(
        shown("现行的贷款指南", entries(guides)),
        faultless("贷款指南最多跑一次，时限写到环节", "贷款指南要跑多次或者没写清时限", slow),
        ensured(
            len(banks) >= BANKS,
            f"{len(banks)}家银行有在办的产品",
            f"有在办产品的银行只有{len(banks)}家，要有{BANKS}家",
            links(entries(_on_offer(subject))),
        ),
    )


def _is_quick(procedure: Procedure) -> bool:
    limits, timed = procedure.time_limit, [s for s in procedure.steps if s.limit]
    law, promised = limits.statutory, limits.promised
    kept = law is None or law.unit != promised.unit or promised.amount <= law.amount
    return procedure.visits.count <= 1 and kept and 2 * len(timed) >= len(procedure.steps)
