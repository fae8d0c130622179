"""The form asks for what the models take, in the models' words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from generators.catalogue import Catalogue
from generators.outputs.admin_form import LOCAL_BACKEND, form_config
from generators.records import KINDS

# What no form can show; the files keep it.
LEFT_OUT = {"policies": {"eligibility"}, "procedures": {"complaints"}}
Field = dict[str, Any]


@pytest.fixture(scope="module")
def collections(catalogue: Catalogue) -> dict[str, Field]:
    """Return the collections by name."""
    config = form_config(catalogue, backend=LOCAL_BACKEND, content="content")
    return {collection["name"]: collection for collection in config["collections"]}


def _field(collections: dict[str, Field], *path: str) -> Field:
    fields, found = collections[path[0]]["fields"], {}
    for name in path[1:]:
        found = next(field for field in fields if field["name"] == name)
        fields = found.get("fields", [])
    return found


def _all(fields: list[Field]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from _all(field.get("fields", []))


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_on_the_form(collections: dict[str, Field], kind: str) -> None:
    """All fields of a model are asked for, and its id."""
    asked = {field["name"] for field in collections[kind]["fields"]}
    assert asked == {"id", *KINDS[kind].model.model_fields} - LEFT_OUT.get(kind, set())


def test_files_are_named_by_ids(collections: dict[str, Field]) -> None:
    """No file is named by a title."""
    assert {collection["slug"] for collection in collections.values()} == {"{{fields.id}}"}


def test_choices_are_those_of_the_vocabularies(
    catalogue: Catalogue, collections: dict[str, Field]
) -> None:
    """Audiences can be chosen, several of them; records are found by their titles."""
    audiences = _field(collections, "events", "audiences")
    labels = [term.label for term in catalogue.vocabularies["audiences"]]
    assert [option["value"] for option in audiences["options"]] == labels
    assert audiences["multiple"]
    host = _field(collections, "events", "host")
    assert (host["widget"], host["collection"], host["required"]) == (
        "relation",
        "incubators",
        False,
    )
    windows = _field(collections, "procedures", "places", "windows")
    assert "municipal-startup-centre" in [option["value"] for option in windows["options"]]


def test_shapes_are_checked_with_the_models_words(collections: dict[str, Field]) -> None:
    """A pattern has the words that `check` would say, a length its limits."""
    assert _field(collections, "policies", "document", "number")["pattern"][1].startswith("文号")
    assert _field(collections, "events", "title")["pattern"] == [r"^[\s\S]{2,60}$", "写 2—60 个字"]


def test_nothing_is_filled_in_unasked(collections: dict[str, Field]) -> None:
    """A field has no value of its own, and nothing inside what may be missing is required."""
    fields = [f for collection in collections.values() for f in _all(collection["fields"])]
    assert {str(field.get("default", "")) for field in fields} == {""}
    enrolment = _field(collections, "events", "enrolment")
    assert not any(field["required"] for field in enrolment["fields"])
    assert _field(collections, "events", "contact", "value")["required"]
