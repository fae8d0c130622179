"""How the items of a list are named."""

from __future__ import annotations

from generators.changes.fields import fields_of
from generators.changes.items import item_name, items_said, names_of
from generators.records.courses import Course
from generators.records.institutions import Institution
from generators.records.notices import NoticeTable
from generators.records.policies import Policy
from generators.records.procedures import Procedure
from tests.samples import benefit, session

_BENEFITS = fields_of(Policy)["benefits"]


def test_item_is_named_with_what_matters_most() -> None:
    """A benefit is named with its amount, a run with its first day, a phone with its number."""
    subsidy = benefit(kind="场租补贴", amount_max="20000", unit="元/年")
    assert items_said(_BENEFITS, [subsidy]) == "（场租补贴，最高数额2万元/年）"
    assert (
        items_said(fields_of(Course)["sessions"], [session()]) == "（第1期，开课日期2026年12月5日）"
    )
    phone = {"name": "咨询台", "number": "0000-1234567"}
    assert items_said(fields_of(Institution)["phones"], [phone]) == "（咨询台，0000-1234567）"


def test_first_few_items_are_named() -> None:
    """Of many items the first five are named."""
    words = items_said(fields_of(Policy)["audiences"], ["妇女", *"甲乙丙丁戊"])
    assert words == "（妇女、甲、乙、丙、丁等）"


def test_equal_names_are_told_apart() -> None:
    """Benefits of one kind are told apart by whom they are for, else by their place."""
    loans = [benefit(applies_to="个人"), benefit(applies_to="企业"), benefit(applies_to="企业")]
    kind = loans[0]["kind"]
    assert names_of(_BENEFITS, loans) == [
        f"{kind}（个人）",
        f"{kind}（企业）（第2项）",
        f"{kind}（企业）（第3项）",
    ]


def test_reference_names_its_record() -> None:
    """What rests on a policy is named by the policy."""
    bases = fields_of(Procedure)["bases"]
    assert item_name(bases, {"policy": "a-very-long-identifier-of-a-policy"}).endswith("policy]]")


def test_rows_of_people_are_not_named() -> None:
    """Of a published list nothing but the number of rows is told."""
    assert items_said(fields_of(NoticeTable)["rows"], [["张某", "5000"]]) == ""
