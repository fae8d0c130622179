"""The catalogue on a day: states, references from both ends, order, who is shown."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from generators.catalogue import Catalogue
from generators.records.status import Status
from generators.sources import Entry
from generators.workdays import Calendar
from tests.samples import AS_OF, benefit, catalogue, enrolment, entry

ENDED_CONSENT = {
    "given_on": "2025-01-01",
    "expires_on": "2026-11-21",
    "scope": "公开称呼",
    "evidence": "同意书-1",
}


def ids(entries: tuple[Entry, ...]) -> list[str]:
    """Return the ids of entries, in order."""
    return [found.id for found in entries]


def _succession(as_of: date) -> tuple[Catalogue, Entry]:
    old = entry("policies", "old", expires_on="2028-12-31")
    new = entry("policies", "new", supersedes=["old", "gone"], effective_on="2026-12-01")
    return catalogue(old, new, as_of=as_of), old


@pytest.mark.parametrize(
    ("expires_on", "status"),
    [
        ("2026-11-21", Status.EXPIRED),
        ("2026-11-22", Status.EXPIRING),
        ("2027-01-20", Status.EXPIRING),
        ("2027-01-21", Status.IN_FORCE),
    ],
)
def test_status_is_that_of_the_day(expires_on: str, status: Status) -> None:
    """On 22 November what ends by 20 January, in sixty days, is about to end."""
    policy = entry("policies", "a", expires_on=expires_on)
    assert catalogue(policy).status(policy) is status


def test_kind_without_dates_has_no_status() -> None:
    """A question has no state."""
    faq = entry("faqs", "a")
    assert catalogue(faq).status(faq) is None


def test_superseded_policy_is_repealed_by_a_successor_in_force() -> None:
    """The old policy holds until the day before its successor takes effect."""
    before, old = _succession(date(2026, 11, 30))
    after, _ = _succession(date(2026, 12, 1))
    assert before.status(old) is Status.IN_FORCE
    assert after.status(old) is Status.REPEALED


def test_successor_that_ended_does_not_revive_the_old_policy() -> None:
    """A policy that was replaced stays repealed when its successor expires."""
    old = entry("policies", "old")
    new = entry("policies", "new", supersedes=["old"], expires_on="2026-01-01")
    assert catalogue(old, new).status(old) is Status.REPEALED


def test_future_successor_will_repeal() -> None:
    """The days to come are told with their states: a repeal on the day of the successor's."""
    before, old = _succession(date(2026, 11, 30))
    after, _ = _succession(date(2026, 12, 1))
    assert before.status_changes(old) == ((date(2026, 12, 1), Status.REPEALED),)
    assert after.status_changes(old) == ()


def test_changes_to_come_are_all_that_a_period_brings() -> None:
    """A policy takes effect, nears its end sixty days before, and ends the day after."""
    policy = entry("policies", "a", effective_on="2027-01-01", expires_on="2027-12-31")
    assert catalogue(policy).status_changes(policy) == (
        (date(2027, 1, 1), Status.IN_FORCE),
        (date(2027, 11, 2), Status.EXPIRING),
        (date(2028, 1, 1), Status.EXPIRED),
    )


def test_kind_without_states_has_no_changes() -> None:
    """What has no state, or is not published, changes none."""
    faq, mentor = entry("faqs", "a"), entry("mentors", "a", consent=ENDED_CONSENT)
    found = catalogue(faq, mentor)
    assert found.status_changes(faq) == found.status_changes(mentor) == ()


@pytest.mark.parametrize("days", [0, 1, 9, 40, 200, 800])
def test_changes_agree_with_the_state_of_each_day(days: int) -> None:
    """What was told beforehand about a day is the state a build on that day shows."""
    day = AS_OF + timedelta(days)
    made = [
        entry(
            "policies", "a", expires_on="2027-01-31", benefits=[benefit(expires_on="2026-12-01")]
        ),
        entry("events", "b", enrolment=enrolment()),
        entry("courses", "c"),
        entry("projects", "d"),
    ]
    for found in made:
        told = [status for when, status in catalogue(*made).status_changes(found) if when <= day]
        said = told[-1] if told else catalogue(*made).status(found)
        assert catalogue(*made, as_of=day).status(found) is said


def test_catalogue_without_years_knows_no_working_day() -> None:
    """A catalogue knows the days off it is given, and without them none."""
    assert catalogue().calendar.is_workday(AS_OF) is False
    plain = Catalogue(catalogue().site, {}, (), AS_OF)
    assert plain.calendar == Calendar()


def test_find_ignores_the_window() -> None:
    """A reference to a window finds its institution; an unknown id finds nothing."""
    hall = entry("institutions", "a-hall")
    found = catalogue(hall)
    assert found.find("institutions", "a-hall#创业窗口") is hall
    assert found.find("institutions", "nowhere") is None
    assert found.find("policies", "a-hall") is None


def test_references_are_seen_from_both_ends() -> None:
    """A policy knows the questions and procedures that refer to it."""
    policy = entry("policies", "a-policy", faqs=["b"])
    asks = entry("faqs", "a", policies=["a-policy"])
    answers = entry("faqs", "b", policies=["a-policy"])
    guide = entry("procedures", "c")  # rests on a-policy
    found = catalogue(policy, asks, answers, guide)
    assert ids(found.referrers(policy)) == ["a", "b", "c"]
    assert ids(found.referrers(policy, "faqs")) == ["a", "b"]
    assert ids(found.referrers(answers)) == ["a-policy"]
    assert found.referrers(guide) == ()


def test_related_leaves_out_what_is_linked_anyway() -> None:
    """Who refers to a record that refers back is not related a second time."""
    policy = entry("policies", "a-policy", faqs=["b"])
    asks, answers = (entry("faqs", name, policies=["a-policy"]) for name in ("a", "b"))
    assert ids(catalogue(policy, asks, answers).related(policy)) == ["a"]


def test_record_does_not_refer_to_itself() -> None:
    """A question that names itself under see_also is not its own referrer."""
    faq = entry("faqs", "a", see_also=["a"])
    assert catalogue(faq).referrers(faq) == ()


def test_several_references_are_one_referrer() -> None:
    """A record that refers to another twice is listed once."""
    policy = entry("policies", "a-policy")
    guide = entry("procedures", "c", bases=[{"policy": "a-policy"}, {"policy": "a-policy"}])
    assert ids(catalogue(policy, guide).referrers(policy)) == ["c"]


def test_order_is_by_status_first() -> None:
    """What is about to end comes before what is in force, what is over comes last."""
    over = entry("policies", "a", expires_on="2026-11-21", published_at="2026-11-22 09:00")
    valid = entry("policies", "b")
    ending = entry("policies", "c", expires_on="2026-12-31")
    assert ids(catalogue(over, valid, ending).of("policies")) == ["c", "b", "a"]


def test_order_of_equal_states_is_by_deadline() -> None:
    """Of two events open for enrolment the one that closes first comes first."""
    later = entry("events", "a", enrolment=enrolment(closes_on="2026-12-01"))
    sooner = entry("events", "b", enrolment=enrolment(closes_on="2026-11-23"))
    assert ids(catalogue(later, sooner).of("events")) == ["b", "a"]


def test_order_without_deadlines_is_newest_then_id() -> None:
    """Otherwise the newest comes first, to the minute, and equals are ordered by id."""
    at = ("2026-01-05 09:00", "2026-01-05 09:01", "2026-01-05 09:00", "2026-01-06 08:00")
    found = [entry("faqs", name, published_at=when) for name, when in zip("cbad", at, strict=True)]
    assert ids(catalogue(*found).of("faqs")) == ["d", "b", "a", "c"]


def test_order_does_not_depend_on_the_files() -> None:
    """The same entries in another order give the same list."""
    found = [entry("faqs", name, published_at="2026-01-05 09:00") for name in "abc"]
    assert ids(catalogue(*reversed(found)).of("faqs")) == ["a", "b", "c"]


def test_mentor_without_consent_is_nowhere() -> None:
    """A mentor whose consent has ended is not published, found, listed or linked."""
    mentor = entry("mentors", "a", consent=ENDED_CONSENT, audiences=["妇女"])
    found = catalogue(mentor)
    assert found.published == found.of("mentors") == ()
    assert found.find("mentors", "a") is None
    assert found.labelled("audiences", "妇女") == found.labelled("regions", "示例市") == ()
    assert found.status(mentor) is None
    assert ids(catalogue(mentor, as_of=date(2026, 11, 21)).published) == ["a"]


def test_labelled_gathers_all_kinds() -> None:
    """A label leads to the records of all kinds that carry it, each once, kind by kind."""
    faq = entry("faqs", "a", audiences=["妇女", "妇女"])
    policy = entry("policies", "b", audiences=["残疾人", "妇女"])
    other = entry("faqs", "c", audiences=["残疾人"])
    found = catalogue(faq, policy, other)
    assert ids(found.labelled("audiences", "妇女")) == ["b", "a"]
    assert found.labelled("audiences", "网络商户") == ()
    assert found.labelled("topics", "妇女") == ()


def test_labelled_by_region() -> None:
    """The region of a record is one of its labels."""
    here, there = entry("faqs", "a", region="示范区"), entry("faqs", "b", region="样例区")
    assert ids(catalogue(here, there).labelled("regions", "示范区")) == ["a"]


def test_term_is_found_by_its_label() -> None:
    """A term of a vocabulary is found by the label people read, or not at all."""
    term = catalogue().term("audiences", "妇女")
    assert term is not None
    assert term.slug == "women"
    assert catalogue().term("topics", "妇女") is None


def test_day_is_an_input() -> None:
    """The same entries on another day have another state."""
    policy = entry("policies", "a", expires_on="2026-12-31")
    states = [catalogue(policy, as_of=day).status(policy) for day in (AS_OF, date(2027, 1, 1))]
    assert states == [Status.EXPIRING, Status.EXPIRED]


def test_states_of_a_record_begin_before_its_first_date() -> None:
    """The whole life of a policy is told: not yet, in force, near its end, over."""
    policy = entry("policies", "a", effective_on="2026-01-01", expires_on="2027-12-31")
    assert catalogue(policy).states(policy) == (
        (None, Status.NOT_YET_IN_FORCE),
        (date(2026, 1, 1), Status.IN_FORCE),
        (date(2027, 11, 2), Status.EXPIRING),
        (date(2028, 1, 1), Status.EXPIRED),
    )
    assert catalogue(faq := entry("faqs", "a")).states(faq) == ()
