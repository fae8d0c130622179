"""The fields of a new record."""

from __future__ import annotations

import pytest

from generators.editing.forms import Form, defaults
from generators.records import KINDS
from tests.samples import AS_OF, catalogue, entry


@pytest.fixture
def form() -> Form:
    """Return the form of an event."""
    return Form(KINDS["events"])


def _answer(form: Form, **answers: str) -> None:
    for name, text in answers.items():
        slot = form.slot(name.replace("__", "."))
        assert slot
        form.answer(slot, text)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("place", "place"),
        ("地点", "place"),
        ("enrolment.closes_on", "enrolment.closes_on"),
        ("报名·报名截止", "enrolment.closes_on"),
        ("报名.报名截止", "enrolment.closes_on"),
        ("contact.2.kind", "contact.2.kind"),
        ("contact.kind", "contact.1.kind"),
        ("联系方式.3.方式", "contact.3.kind"),
    ],
)
def test_a_field_has_a_key_and_a_title(form: Form, written: str, name: str) -> None:
    """Editors may write either; of a list they say which item."""
    slot = form.slot(written)
    assert slot
    assert slot.name == name


@pytest.mark.parametrize("written", ["plase", "contact", "contact.0.kind", "contact.1", ""])
def test_what_is_no_field_is_none(form: Form, written: str) -> None:
    """A misspelt name is not guessed, but a near one is suggested."""
    assert form.slot(written) is None
    assert form.suggestion("plase").startswith("您是不是要写“place”")


def test_answers_become_a_record(form: Form) -> None:
    """Lists of values grow with each answer; items of lists are in order."""
    _answer(form, title="路演", audiences="妇女", contact__2__kind="网络", contact__1__kind="电话")
    _answer(form, audiences="残疾人", starts_at="2026/12/3 14:00")
    assert form.data() == {
        "title": "路演",
        "starts_at": "2026-12-03 14:00",
        "audiences": ["妇女", "残疾人"],
        "contact": [{"kind": "电话"}, {"kind": "网络"}],
    }


def test_what_is_missing_is_known_at_once(form: Form) -> None:
    """Required fields, and those of the first item of a required list; no optional parts."""
    _answer(form, title="路演", place="路演厅")
    missing = [slot.name for slot in form.missing()]
    assert missing[:2] == ["summary", "kind"]
    assert missing[-2:] == ["contact.1.kind", "contact.1.value"]
    assert not any(name.startswith(("enrolment", "prizes", "title", "place")) for name in missing)


def test_the_last_record_and_the_day_answer_what_they_can(form: Form) -> None:
    """The owner is that of the newest record; the dates are today."""
    old = entry("events", "old", owner="旧科室", published_at="2025-01-01 09:00")
    new = entry("events", "new", owner="新科室", published_at="2026-01-01 09:00")
    found = defaults(form, catalogue(old, new), AS_OF)
    assert found["owner"] == "新科室"
    assert found["published_at"] == "2026-11-22 09:00"
    assert found["verified_on"] == "2026-11-22"
    assert found["sample"] == "true"


def test_a_choice_with_one_value_is_made() -> None:
    """Complaints are inherited unless channels are given."""
    form = Form(KINDS["procedures"])
    assert defaults(form, catalogue(), AS_OF)["complaints"] == "inherit"
    _answer(form, complaints__1__kind="电话")
    assert "complaints" not in defaults(form, catalogue(), AS_OF)


def test_a_place_of_the_record_is_a_field(form: Form) -> None:
    """What the check finds leads back to the field to ask for again."""
    places = (("place",), ("enrolment", "closes_on"), ("contact", 1, "kind"), ("audiences", 0), ())
    slots = [form.slot_at(place) for place in places]
    assert [slot.name if slot else None for slot in slots] == [
        "place",
        "enrolment.closes_on",
        "contact.2.kind",
        "audiences",
        None,
    ]
