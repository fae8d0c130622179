"""Walking a record by its annotations: places, marks, models, names."""

from __future__ import annotations

from generators.records.courses import Course, Session
from generators.records.faqs import Faq
from generators.records.kinds import KINDS
from generators.records.notices import Notice
from generators.records.parts import Channel, Enrolment
from generators.records.procedures import Material, Procedure
from generators.records.values import Attachment, Choice, Reference, Term
from generators.records.walk import Leaf, leaves, model_at, raw_leaves, title_at
from tests.samples import SAMPLES, channel, faq, record


def _at(found: list[Leaf]) -> dict[tuple[str | int, ...], Leaf]:
    return {leaf.loc: leaf for leaf in found}


def test_leaves_come_in_the_order_of_the_fields() -> None:
    """Every scalar of a small record is given once, with its place and value."""
    found = [leaf.loc for leaf in leaves(record("faqs", topics=["税收优惠", "创业培训"]))]
    assert found == [
        *[(name,) for name in ("title", "summary", "published_at", "updated_on", "verified_on")],
        *[("owner",), ("region",), ("topics", 0), ("topics", 1)],
        *[("service_area",), ("sample",), ("answer",)],
    ]


def test_leaves_carry_the_marks_of_their_types() -> None:
    """Terms, references and attachments are known by the marks of their annotation."""
    material = {
        "name": "申请表",
        "necessity": "必要",
        "form": "纸质",
        "source": "申请人自备",
        "blank_form": "attachments/a.docx",
    }
    found = _at(list(leaves(record("procedures", audiences=["妇女"], materials=[material]))))
    assert found["audiences", 0].mark(Term) == Term("audiences")
    assert found["region",].mark(Term) == Term("regions")
    assert found["bases", 0, "policy"].mark(Reference) == Reference("policies")
    assert found["places", "windows", 0].mark(Reference) == Reference("institutions", fragment=True)
    assert found["materials", 0, "blank_form"].mark(Attachment) == Attachment()
    assert found["materials", 0, "necessity"].mark(Choice) == Choice()
    assert found["title",].mark(Term) is None


def test_optional_reference_keeps_its_mark() -> None:
    """A reference that may be left out is a reference where it is not."""
    found = _at(list(leaves(record("events", host="a-base"))))
    assert found["host",].mark(Reference) == Reference("incubators")


def test_leaves_of_nested_tuples() -> None:
    """The cells of a table are places of two numbers."""
    table = {"columns": ["区县", "人数"], "rows": [["示范区", "2"], ["样例区", "3"]]}
    found = _at(list(leaves(record("notices", table=table))))
    assert found["table", "rows", 1, 0].value == "样例区"
    assert [loc for loc in found if loc[:2] == ("table", "rows")] == [
        ("table", "rows", row, cell) for row in (0, 1) for cell in (0, 1)
    ]


def test_leaves_of_a_union_follow_the_value() -> None:
    """Where a word or a list may stand, whichever stands there is walked."""
    inherited = _at(list(leaves(record("procedures", complaints="inherit"))))
    listed = _at(list(leaves(record("procedures", complaints=[channel()]))))
    assert inherited["complaints",].value == "inherit"
    assert listed["complaints", 0, "value"].value == "0000-1234567"
    assert ("complaints",) not in listed


def test_raw_leaves_of_a_valid_record_have_the_same_places() -> None:
    """What is written is found at the same place before and after validation."""
    for kind, sample in SAMPLES.items():
        raw = {leaf.loc for leaf in raw_leaves(KINDS[kind].model, sample())}
        assert ("title",) in raw, kind
        assert raw <= {leaf.loc for leaf in leaves(record(kind))}, kind


def test_raw_leaves_pass_over_what_does_not_fit() -> None:
    """Of faulty data the parts that stand where they should are given, and nothing else."""
    data = faq(region={"a": "b"}, topics="税收优惠", audiences=["火星人"], titel="x", owner=None)
    found = _at(list(raw_leaves(Faq, data)))
    assert found["audiences", 0] == Leaf(("audiences", 0), "火星人", (Term("audiences"),))
    assert found["title",].value == "示例标题"
    assert {("region", "a"), ("titel",), ("owner",)}.isdisjoint(found)
    assert all(loc[0] != "topics" or not leaf.marks for loc, leaf in found.items())


def test_raw_leaves_of_no_record() -> None:
    """A list or a text in the place of a record has no leaves."""
    assert list(raw_leaves(Faq, ["title"])) == list(raw_leaves(Faq, "title")) == []


def test_model_at_follows_lists_and_unions() -> None:
    """The model at a place is found through lists, options and the tags of unions."""
    assert model_at(Procedure, ()) is Procedure
    assert model_at(Procedure, ("materials", 0)) is Material
    assert model_at(Procedure, ("complaints", "tuple[Channel, ...]", 0)) is Channel
    assert model_at(Course, ("sessions", 1)) is Session
    assert model_at(Course, ("sessions", 1, "enrolment")) is Enrolment


def test_model_at_a_scalar_is_none() -> None:
    """A text has no model."""
    assert model_at(Faq, ("title",)) is None
    assert model_at(Notice, ("table", "rows", 0, 1)) is None


def test_title_at_names_the_field() -> None:
    """A place is named as the manual names its field, an unknown one by its key."""
    assert title_at(Procedure, ("materials", 0, "name")) == "材料名称"
    assert title_at(Procedure, ("materials", 0)) == "申请材料"
    assert title_at(Faq, ("titel",)) == "titel"
    assert title_at(Faq, ()) == ""
