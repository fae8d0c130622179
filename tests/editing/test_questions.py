"""Questions at a terminal and what becomes of the answers."""

from __future__ import annotations

import pytest

from generators.editing.forms import Form, Slot
from generators.editing.questions import Interview, Terminal
from generators.outputs.known_values import Known
from generators.records import KINDS

KNOWN = Known(
    {
        "audiences": {"妇女": "创业妇女", "残疾人": "持证的人"},
        "topics": {"创业大赛": "", "创业指导": ""},
        "regions": {"示例市": ""},
    },
    {kind: {} for kind in KINDS}
    | {"incubators": {"incubator-a": "一号基地", "incubator-b": "二号基地"}},
    {},
    (),
)


def _faults(form: Form, slot: Slot) -> list[str]:
    return ["日历上没有这一天"] if "02-30" in form.answers[slot.name] else []


@pytest.fixture
def form() -> Form:
    """Return the form of an event."""
    return Form(KINDS["events"])


def _asked(form: Form, *answers: str) -> tuple[Interview, list[str]]:
    """Return an interview whose questions get these answers, and what it says."""
    said: list[str] = []
    given = iter(answers)
    return Interview(form, KNOWN, Terminal(lambda _: next(given), said.append), _faults), said


def _put(form: Form, name: str, *answers: str, offered: str = "") -> tuple[str | None, list[str]]:
    interview, said = _asked(form, *answers)
    slot = form.slot(name)
    assert slot
    interview.put(slot, offered)
    return form.answers.get(name), said


@pytest.mark.parametrize(
    ("name", "answers", "kept"),
    [
        ("place", ["路演厅"], "路演厅"),
        ("place", ["", "路演厅"], "路演厅"),
        ("kind", ["2"], "路演"),
        ("kind", ["沙"], "沙龙"),
        ("kind", ["讲座", "宣讲"], "宣讲"),
        ("host", ["二号"], "incubator-b"),
        ("host", ["基地", "incubator-a"], "incubator-a"),
        ("host", [""], None),
        ("starts_at", ["2026-02-30 09:00", "2026-03-01 09:00"], "2026-03-01 09:00"),
        ("audiences", ["1", "残", ""], "妇女\n残疾人"),
    ],
)
def test_an_answer_may_be_a_number_or_a_part_of_a_value(
    form: Form, name: str, answers: list[str], kept: str | None
) -> None:
    """What is unclear or wrong is asked for again, with what may be meant."""
    assert _put(form, name, *answers)[0] == kept


def test_enter_takes_what_is_offered(form: Form) -> None:
    """The usual answer need not be typed."""
    assert _put(form, "owner", "", offered="活动科")[0] == "活动科"


def test_choices_are_shown_with_their_numbers(form: Form) -> None:
    """A short list is shown at once, and not told twice."""
    said = _put(form, "online", "1")[1]
    assert said[0] == "形式：\n  1 线下  2 线上  3 线上线下同步"


def test_an_interview_asks_what_is_needed_and_offers_the_rest(form: Form) -> None:
    """Days that are offered are not asked; further parts are picked by their number."""
    answers = {
        "title": "路演",
        "summary": "免费看路演。",
        "kind": "路演",
        "starts_at": "2026-12-03 14:00",
        "ends_at": "2026-12-03 17:00",
        "organiser": "服务中心",
        "details": "8个项目上台。",
        "service_area": "专项活动",
        "region": "示例市",
        "owner": "活动科",
    }
    form.answers |= answers
    interview, said = _asked(
        form, "路演厅", "妇女", "", "", "电话", "12333", "", "n", "5", "每月一次", ""
    )
    offered = {"published_at": "2026-11-22 09:00", "updated_on": "2026-11-22"}
    interview.fill(offered | {"verified_on": "2026-11-22"})
    assert form.data()["contact"] == [{"kind": "电话", "value": "12333"}]
    assert form.data()["repeats"] == "每月一次"
    assert form.answers["verified_on"] == "2026-11-22"
    assert any("1 形式  2 承办孵化基地  3 报名" in text for text in said)
