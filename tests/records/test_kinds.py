"""Every kind has a smallest record, and refuses what it does not know."""

from __future__ import annotations

import pytest

from generators.records import KINDS
from generators.records.status import Status
from tests.samples import AS_OF, SAMPLES, faults, record


def test_every_kind_has_a_sample() -> None:
    """The samples of the tests cover the thirteen kinds, in the order of the site."""
    assert list(SAMPLES) == list(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_smallest_record_is_valid(kind: str) -> None:
    """A record that says only what it must is valid and can be judged on any day."""
    status = record(kind).status_on(AS_OF, soon_days=60)
    assert status is None or isinstance(status, Status)


@pytest.mark.parametrize("kind", KINDS)
def test_every_needed_field_is_needed(kind: str) -> None:
    """Leaving out any field of the smallest record is one fault."""
    model = KINDS[kind].model
    needed = [name for name, field in model.model_fields.items() if field.is_required()]
    for name in needed:
        fields = SAMPLES[kind]()
        del fields[name]
        assert faults(model, fields) == ["missing"], name


@pytest.mark.parametrize("kind", KINDS)
def test_unknown_field_is_refused(kind: str) -> None:
    """A key that the kind does not know is a fault, not silently dropped."""
    assert faults(KINDS[kind].model, SAMPLES[kind](titel="错别字")) == ["extra_forbidden"]


@pytest.mark.parametrize("kind", KINDS)
def test_text_is_stripped(kind: str) -> None:
    """Spaces around a value do not count."""
    assert record(kind, title="  标题  ").title == "标题"
