"""The handbook's examples and fields, made from the models."""

from __future__ import annotations

import re

import pytest

from generators.catalogue import Catalogue
from generators.outputs.editor_schemas import kind_schema
from generators.outputs.field_guides import FieldGuide, annotated, field_guides, fullest
from generators.outputs.known_values import known_terms
from generators.outputs.scalar_schemas import Schema
from generators.records import KINDS
from generators.sources import Entry, Source, read_entry


@pytest.fixture(scope="module")
def known(catalogue: Catalogue) -> dict[str, Schema]:
    """Return the schema of every kind."""
    known = known_terms(catalogue)
    return {name: kind_schema(kind, known) for name, kind in KINDS.items()}


@pytest.mark.parametrize("kind", KINDS)
def test_annotated_example_is_still_the_record(
    catalogue: Catalogue, known: dict[str, Schema], kind: str
) -> None:
    """Copied with all its comments, the example is read as the record it was made of."""
    example = fullest(catalogue.of(kind))
    lines = list(annotated(example, known[kind]))
    text = "".join(line for _, line in lines)
    again = read_entry(Source(example.source.path, text.encode()))
    assert isinstance(again, Entry)
    assert again.record == example.record
    given = re.findall(r"^\w+:", example.source.text, re.M)
    assert sum(is_note for is_note, _ in lines) == len(given)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_explained(known: dict[str, Schema], kind: str) -> None:
    """All fields of the model are there, and what must be written is marked."""
    fields = KINDS[kind].model.model_fields
    guides = [guide for guide in field_guides(known[kind]) if not guide.depth]
    assert {guide.key for guide in guides} == set(fields)
    assert all(guide.is_required == fields[guide.key].is_required() for guide in guides)


def test_field_says_what_to_write(known: dict[str, Schema]) -> None:
    """A choice names its words, a list that there may be several, a part stands inside its whole."""
    guides = {guide.key: guide for guide in field_guides(known["events"])}
    assert guides["online"] == FieldGuide(
        0, "online", "形式", False, "不写就是“线下”。", ("线下", "线上", "线上线下同步")
    )
    assert guides["client_stages"].says == "可以写几个。"
    assert guides["closes_on"] == FieldGuide(
        1, "closes_on", "报名截止", True, "日期写成 2026-01-31 的样子。"
    )
    assert guides["topics"].choices == ()


def test_comment_is_one_line_before_its_field(
    catalogue: Catalogue, known: dict[str, Schema]
) -> None:
    """A comment names the field, whether it must be there, and what to write."""
    event = next(e for e in catalogue.of("events") if e.id == "city-contest-2026")
    lines = [line for _, line in annotated(event, known["events"])]
    assert lines[:2] == [
        "# 标题，必填：2—60个字，用群众的叫法\n",
        "title: 2026年示例市样例创业大赛\n",
    ]
    assert "# 奖励\n" in lines
