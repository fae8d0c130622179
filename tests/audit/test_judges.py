"""No judge is a constant: each passes the sample city, and fails it once it is spoiled."""

from __future__ import annotations

from datetime import date

import pytest

from generators.audit.clauses import site_inspection, standard
from generators.audit.judges import JUDGES
from generators.audit.statements import STATEMENT
from generators.audit.subject import Subject
from generators.audit.verdicts import State
from generators.catalogue import Catalogue
from generators.records.parts import Limit
from tests.audit import spoiling
from tests.audit.spoiling import Spoiler, edited, later, only, site, with_fields, without


def _of(kind: str) -> spoiling.Condition:
    return lambda record: bool(record.kind == kind)


def _area(area: str) -> spoiling.Condition:
    return lambda record: bool(record.service_area == area)


def _not_for(stage: str) -> spoiling.Condition:
    return lambda record: stage not in record.client_stages


def _titled(word: str) -> spoiling.Condition:
    return lambda record: word in record.title


def _gives(word: str) -> spoiling.Condition:
    return lambda record: any(word in benefit.kind for benefit in record.benefits)


def _vague(materials: str) -> Spoiler:
    """Leave out how many copies of a necessary paper are needed."""

    def change(record: object) -> dict[str, object]:
        found = getattr(record, materials)
        none = [m.copies.model_copy(update={"original": 0, "photocopy": 0}) for m in found]
        return {
            materials: tuple(
                m.model_copy(update={"copies": c, "necessity": "必要", "form": "纸质"})
                for m, c in zip(found, none, strict=True)
            )
        }

    return edited("procedures", change)


def _limits(**fields: object) -> Spoiler:
    return edited("procedures", lambda r: {"time_limit": r.time_limit.model_copy(update=fields)})


def _ledger(**fields: object) -> Spoiler:
    return edited(
        "reports",
        lambda r: {"improvements": tuple(i.model_copy(update=fields) for i in r.improvements)},
        where=_of("改进"),
    )


def _ratings(**fields: object) -> Spoiler:
    return edited(
        "reports", lambda r: {"ratings": r.ratings.model_copy(update=fields)}, where=_of("好差评")
    )


def _survey(**fields: object) -> Spoiler:
    return edited(
        "reports",
        lambda r: {"satisfaction": r.satisfaction.model_copy(update=fields)},
        where=_of("满意度"),
    )


def _falling() -> Spoiler:
    """Give the newest survey the lowest marks, and no line in the ledger."""

    def change(record: object) -> dict[str, object]:
        survey = record.satisfaction  # type: ignore[attr-defined]
        low = tuple(d.model_copy(update={"mean": 1}) for d in survey.dimensions)
        return {"satisfaction": survey.model_copy(update={"dimensions": low})}

    lower = edited("reports", change, where=_titled("2026年上半年公共创业服务满意度"))
    return lambda subject: _ledger(raised_by=None)(lower(subject))


def _institution(kind: str) -> spoiling.Condition:
    return _of(kind)


SPOILERS: dict[str, tuple[Spoiler, ...]] = {
    "remote_services": (
        edited(
            "procedures",
            lambda r: {"places": r.places.model_copy(update={"online": None, "by_post": None})},
        ),
    ),
    "published_information": (
        without("policies", where=_gives("创业担保贷款")),
        without("policies", where=_gives("培训补贴")),
        without("policies", where=_gives("补贴")),
        without("institutions"),
        without("events"),
        without("courses"),
        without("incubators"),
        with_fields("institutions", verified_on=date(2024, 1, 1)),
    ),
    "project_information": (without("projects"), later(400)),
    "mentor_information": (without("mentors"), with_fields("mentors", booking=())),
    "industry_information": (without("articles", where=_of("行业报告")), later(365)),
    "accurate_and_fresh": (
        later(20),
        site(freshness=()),
        with_fields("faqs", verified_on=date(2025, 11, 1)),
        with_fields("loans", verified_on=date(2026, 5, 1)),
        site(phone_verified_within_days=5),
        without("articles", where=_of("政策解读")),
        spoiling.with_draft("faqs/half-done.yml"),
    ),
    "consultation": (
        only("faqs", 9),
        only("faqs", 12, _area("创业融资")),
        without("procedures"),
        with_fields("procedures", consultation=()),
        site(hotlines=()),
    ),
    "other_departments": (
        edited(
            "policies",
            lambda r: {"document": r.document.model_copy(update={"issuers": ("国务院",)})},
        ),
        with_fields("procedures", wrong_doors=()),
    ),
    "management_advice": (
        without("mentors", where=_titled("财税")),
        without("mentors", where=_titled("法律")),
    ),
    "first_contact": (
        with_fields("institutions", where=_of("经办银行"), first_contact=" "),
        without("institutions"),
    ),
    "told_once": (_vague("materials"), without("procedures")),
    "done_in_time": (
        _limits(starts=" "),
        _limits(promised=Limit(amount=0, unit="工作日")),
        without("procedures"),
    ),
    "training_on_offer": (
        without("courses", where=lambda r: r.programme not in ("SYB", "GYB")),
        later(150),
        without("institutions", where=_institution("培训机构")),
    ),
    "training_evaluated": (with_fields("courses", evaluation=None), without("courses")),
    "training_follow_up": (with_fields("courses", follow_up=None), without("courses")),
    "practical_training": (
        without("courses", where=lambda r: r.programme == "创业模拟实训"),
        later(60),
    ),
    "training_by_need": (only("courses", 20, _not_for("创业组织")),),
    "training_subsidy": (
        without("policies", where=_gives("培训补贴")),
        without("procedures", where=_area("创业培训")),
    ),
    "guidance": (
        site(hotlines=()),
        without("articles", where=_of("政策解读")),
        without("mentors"),
        without("procedures", where=_area("创业指导")),
        without("faqs", where=_area("创业指导")),
        without("procedures", where=_titled("营业执照")),
    ),
    "mentor_team": (only("mentors", 2), with_fields("mentors", fields=("餐饮",))),
    "project_matching": (
        with_fields("projects", contact=()),
        without("events", where=_of("路演")),
    ),
    "second_chance": (without("procedures", where=_titled("再帮扶")),),
    "guidance_by_stage": (
        only("mentors", 20, _not_for("意向创业者")),
        without("procedures", where=_titled("导师")),
    ),
    "incubation_services": (
        without("procedures", where=_titled("入驻")),
        with_fields("incubators", services=("免费喝水",)),
        without("incubators", where=_titled("示例市样例")),
    ),
    "incubator_agency": (with_fields("incubators", services=("免费喝水",), summary="有工位。"),),
    "incubator_experts": (without("incubators"),),
    "incubator_exit": (with_fields("incubators", exit_support=None), without("incubators")),
    "incubation_policy": (
        without("policies"),
        with_fields("incubators", policies=()),
        with_fields("events", host=None),
        edited(
            "incubators",
            lambda r: {
                "workstations": r.workstations.model_copy(update={"counted_on": date(2025, 1, 1)})
            },
        ),
    ),
    "guaranteed_loans": (
        without("policies", where=_gives("创业担保贷款")),
        without("procedures", where=_area("创业融资")),
        without("loans"),
        with_fields("loans", available_until=date(2026, 11, 21)),
    ),
    "other_policy_loans": (without("loans", where=_titled("再创业")),),
    "commercial_loans": (without("loans", where=_titled("信用")),),
    "equity_advice": (without("mentors", where=_titled("融资")),),
    "loan_efficiency": (
        edited("procedures", lambda r: {"visits": r.visits.model_copy(update={"count": 2})}),
        _limits(promised=Limit(amount=11, unit="工作日")),
        edited(
            "procedures",
            lambda r: {"steps": tuple(s.model_copy(update={"limit": None}) for s in r.steps)},
        ),
        with_fields("loans", bank="bank-a"),
    ),
    "exchange_and_models": (
        without("events", where=lambda r: r.kind in ("沙龙", "宣讲")),
        without("events", where=_of("典型选树")),
    ),
    "contests": (without("events", where=_of("大赛")), later(1000)),
    "shows": (without("events", where=_of("展示")), later(1000)),
    "culture": (
        without("articles", where=_of("创业典型")),
        without("articles", where=_of("动态")),
        later(365),
    ),
    "six_blocks": (
        *(
            with_fields("procedures", where=_titled("导师"), **{name: empty})
            for name, empty in (
                ("bases", ()),
                ("offers", ""),
                ("conditions", ()),
                ("steps", ()),
                ("time_limit", None),
                ("complaints", ()),
            )
        ),
        without("policies"),
        without("procedures"),
        complaints_gone := spoiling.complaints(channels=()),
        spoiling.with_draft("procedures/half-done.yml"),
        spoiling.with_pages(procedures__mentor_booking__index="<h2 id=offers>"),
    ),
    "open_to_supervision": (without("reports", where=_of("投诉")), later(180)),
    "corrected": (
        _ledger(raised_by=None),
        _ledger(raised_by="complaints-2026-q2"),
        later(140),
    ),
    "satisfaction_measured": (without("reports", where=_of("满意度")), later(365)),
    "satisfaction_method": (_survey(method="发问卷"), _survey(returned=0), later(365)),
    "ratings": (
        without("reports", where=_of("好差评")),
        later(180),
        _ratings(called_back=0),
        site(rating_url=None),
    ),
    "complaint_channels": (
        *map(spoiling.without_channel, ("现场", "信函", "电话", "网络")),
        spoiling.complaints(section=" "),
        spoiling.complaints(answer=" "),
        spoiling.complaints(answered_within=Limit(amount=0, unit="工作日")),
        complaints_gone,
    ),
    "improved": (
        _ledger(done_on=None),
        _ledger(result=None),
        _ledger(raised_by=None),
        _ledger(procedures=()),
        later(730),
    ),
    "satisfaction_rising": (_falling(), later(140), only("reports", 1, _of("满意度"))),
    "home_updated": (later(20), without("articles", "policies")),
    "sections_fresh": (later(20), site(freshness=())),
    "no_empty_sections": (without("loans", "mentors", "projects", "events", "courses"),),
    "honest_dates": (spoiling.on(date(2026, 11, 1)),),
    "feedback_channels": (spoiling.without_channel("网络"), site(corrections_url=None)),
    "key_elements": (
        with_fields("procedures", bases=(), conditions=(), steps=(), consultation=()),
        *[lambda subject: _five_drafts(subject)],
    ),
    "interpretations_linked": (
        without("policies", where=_titled("退役士兵")),
        without("articles", where=_titled("税")),
    ),
    "links_work": (
        without("policies", where=_titled("退役士兵")),
        spoiling.with_pages(index='<a href="gone/">'),
        spoiling.with_pages(index='<h1 id="here"><a href="#there">'),
        spoiling.with_pages(index='<a href="attachments/form.docx">'),
        spoiling.with_pages(),
    ),
    "titles_found": (
        with_fields("faqs", title="贷款怎么办？"),
        with_fields("faqs", where=_titled("妇女"), title="……"),
        spoiling.with_pages(index=""),
    ),
    "footer_complete": (
        site(corrections_url=None),
        spoiling.with_pages(index="<footer>主办单位</footer>"),
        spoiling.with_pages(),
    ),
}


def _five_drafts(subject: Subject) -> Subject:
    for number in range(5):
        subject = spoiling.with_draft(f"procedures/half-done-{number}.yml")(subject)
    return subject


CASES = [(name, number) for name, found in SPOILERS.items() for number in range(len(found))]


def test_every_judge_is_spoiled() -> None:
    """There is an input that fails for every judge, and no judge without a clause."""
    assert set(SPOILERS) == set(JUDGES)
    used = {
        name
        for section in (*standard(), *site_inspection())
        for clause in section.clauses
        for name in clause.judges
    }
    assert used - {STATEMENT} == set(JUDGES)


@pytest.mark.parametrize("name", JUDGES)
def test_sample_city_passes(catalogue: Catalogue, name: str) -> None:
    """Each judge passes the sample city, says why, and ends its sentence."""
    verdict = JUDGES[name](Subject(catalogue))
    assert verdict.state is State.PASSED, verdict.reason
    assert len(verdict.reason) > 3


@pytest.mark.parametrize(("name", "number"), CASES)
def test_spoiled_city_fails(catalogue: Catalogue, name: str, number: int) -> None:
    """Each judge fails once what it asks for is taken away."""
    spoiled = SPOILERS[name][number](Subject(catalogue))
    assert JUDGES[name](spoiled).state is State.FAILED
