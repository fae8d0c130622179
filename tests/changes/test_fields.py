"""What the models say about their fields."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from generators.changes.fields import fields_of
from generators.records import KINDS
from generators.records.loans import Loan
from generators.records.parts import Limit
from generators.records.procedures import Copies, Material, Procedure, TimeLimit


def test_unit_is_taken_out_of_the_title() -> None:
    """An amount is called by its title without the unit, which is said with the number."""
    field = fields_of(Loan)["amount_max"]
    assert (field.label, field.unit, field.holds) == ("最高额度", "元", Decimal)
    assert fields_of(Loan)["available_until"].holds is date


def test_lists_and_parts_are_told_apart() -> None:
    """A list holds its items, a part is the model of what it holds."""
    materials = fields_of(Procedure)["materials"]
    assert (materials.is_list, materials.model, materials.counter) == (True, Material, "份")
    assert fields_of(TimeLimit)["promised"].model is Limit
    assert fields_of(Copies)["original"].default == "0"


def test_references_know_their_kind() -> None:
    """A reference in a list is one too."""
    reference = fields_of(Loan)["policies"].reference
    assert reference
    assert reference.kind == "policies"


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_chinese_name(kind: str) -> None:
    """Whatever changes in a record can be named."""
    fields = fields_of(KINDS[kind].model).values()
    assert [field.key for field in fields if field.label.isascii()] == []
