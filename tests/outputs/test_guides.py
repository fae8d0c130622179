"""What a procedure's pages show beside its fields."""

from __future__ import annotations

import pytest

from generators.outputs.guides import Desk, Form, Guide, guide, sorted_materials
from generators.records.procedures import Material, Procedure
from tests import samples


def material(name: str, necessity: str = "必要", **changes: object) -> Material:
    """Return a material of a kind."""
    fields = {"name": name, "necessity": necessity, "form": "纸质", "source": "申请人自备"}
    return Material.model_validate(fields | changes)


def gathered(*others: str, **changes: object) -> Guide:
    """Return the guide of a procedure at a hall with the given windows' phones."""
    phones = [
        {"name": name, "number": f"0000-100000{place}", "verified_on": "2026-11-02"}
        for place, name in enumerate(("总机", *others))
    ]
    hall = samples.entry("institutions", "a-hall", phones=phones)
    entry = samples.entry("procedures", "a", **changes)
    assert isinstance(entry.record, Procedure)
    return guide(samples.catalogue(hall, entry), entry, entry.record)


def test_materials_are_sorted_by_what_one_must_do() -> None:
    """What can follow later is still asked for; what only some need and nobody needs is apart."""
    given = [
        material("甲"),
        material("乙", "免提交"),
        material("丙", "容缺后补"),
        material("丁", "非必要"),
    ]
    required, optional, spared = sorted_materials(given)
    assert [m.name for m in required] == ["甲", "丙"]
    assert [m.name for m in optional] == ["丁"]
    assert [m.name for m in spared] == ["乙"]


@pytest.mark.parametrize(
    ("phones", "number"),
    [((), "0000-1000000"), (("别的窗口", "创业窗口"), "0000-1000002")],
)
def test_desk_has_the_phone_of_its_window(phones: tuple[str, ...], number: str) -> None:
    """A window's own phone is shown, or else the first one of the house."""
    assert [desk.phone for desk in gathered(*phones).desks] == [number]


def test_window_that_is_not_published_is_left_out() -> None:
    """A draft's window is no place to send people to."""
    places = {"windows": ["nowhere#窗口", "a-hall#创业窗口"]}
    assert len(gathered(places=places).desks) == 1


@pytest.mark.parametrize(
    ("window", "room", "name", "address"),
    [
        ("创业窗口", "一楼", "示例标题 创业窗口", "样板路1号 一楼"),
        ("标题", "", "示例标题", "样板路1号"),
    ],
)
def test_desk_says_nothing_twice(window: str, room: str, name: str, address: str) -> None:
    """An office that is called as its window is named once."""
    desk = Desk(samples.entry("institutions", "a"), window, room, "样板路1号", (), "")
    assert (desk.name, desk.address) == (name, address)


def test_forms_are_told_by_what_they_are_and_their_format() -> None:
    """Of every file one knows what it is before it is downloaded."""
    files = {"blank_form": "attachments/a.docx", "filled_sample": "attachments/b.PDF"}
    changes = material("申请表", **files).model_dump(exclude_none=True)
    view = gathered(materials=[changes | {"copies": {}}])
    assert view.forms == (
        Form("申请表", "空白表", "attachments/a.docx", "Word"),
        Form("申请表", "填写样例", "attachments/b.PDF", "PDF"),
    )


def test_complaints_are_the_sites_or_the_procedures_own() -> None:
    """`inherit` stands for the four channels of the site; a procedure may name its own."""
    assert [c.kind for c in gathered().complaints] == ["现场", "信函", "电话", "网络"]
    own = gathered(complaints=[samples.channel(value="12345")])
    assert [c.value for c in own.complaints] == ["12345"]
