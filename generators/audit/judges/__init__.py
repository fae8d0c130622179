"""The judges by name, in rooms by chapter: each a pure function of what is audited."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generators.audit.judges import (
    activities,
    consultation,
    finance,
    guidance,
    improvement,
    incubation,
    information,
    supervision,
    training,
    website,
)
from generators.audit.subject import Subject
from generators.audit.verdicts import Verdict

Judge = Callable[[Subject], Verdict]

_ALL: tuple[Judge, ...] = (
    consultation.remote_services,
    information.published_information,
    information.project_information,
    information.mentor_information,
    information.industry_information,
    information.accurate_and_fresh,
    consultation.consultation,
    consultation.other_departments,
    consultation.management_advice,
    consultation.first_contact,
    consultation.told_once,
    consultation.done_in_time,
    training.training_on_offer,
    training.training_evaluated,
    training.training_follow_up,
    training.practical_training,
    training.training_by_need,
    training.training_subsidy,
    guidance.guidance,
    guidance.mentor_team,
    guidance.project_matching,
    guidance.second_chance,
    guidance.guidance_by_stage,
    incubation.incubation_services,
    incubation.incubator_agency,
    incubation.incubator_experts,
    incubation.incubator_exit,
    incubation.incubation_policy,
    finance.guaranteed_loans,
    finance.other_policy_loans,
    finance.commercial_loans,
    finance.equity_advice,
    finance.loan_efficiency,
    activities.exchange_and_models,
    activities.contests,
    activities.shows,
    activities.culture,
    supervision.six_blocks,
    supervision.open_to_supervision,
    supervision.corrected,
    supervision.satisfaction_measured,
    supervision.satisfaction_method,
    supervision.ratings,
    improvement.complaint_channels,
    improvement.improved,
    improvement.satisfaction_rising,
    website.home_updated,
    website.sections_fresh,
    website.no_empty_sections,
    website.honest_dates,
    website.feedback_channels,
    website.key_elements,
    website.interpretations_linked,
    website.links_work,
    website.titles_found,
    website.footer_complete,
)
JUDGES: Mapping[str, Judge] = {judge.__name__: judge for judge in _ALL}

__all__ = ["JUDGES", "Judge"]
