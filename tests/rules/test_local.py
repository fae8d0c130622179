"""Rules that say they look at each record by itself do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from generators.records import KINDS
from generators.rules import RULES, check_each
from generators.rules.context import Context
from generators.sources import Draft, Entry, Source, read_entry
from tests.conftest import ROOT
from tests.samples import catalogue

GOLDEN = ROOT / "tests" / "golden" / "check"


def _faulty() -> Iterator[Entry | Draft]:
    """Yield every record of the golden cases, each under a name of its own."""
    for file in sorted(GOLDEN.glob("*/content/*/*.yml")):
        case, kind = file.relative_to(GOLDEN).parts[0], file.parent.name
        if kind in KINDS:
            yield read_entry(Source(f"{kind}/{case}-{file.name}", file.read_bytes()))


@pytest.fixture(scope="module")
def context() -> Context:
    """Return what rules look at: all faulty records at once."""
    found = list(_faulty())
    entries = tuple(one for one in found if isinstance(one, Entry))
    drafts = tuple(one for one in found if isinstance(one, Draft))
    ids = {kind: frozenset({"stall"}) for kind in KINDS}
    return Context(catalogue(*entries), drafts, ids, frozenset({"attachments/a.pdf"}))


def test_each_record_has_what_all_have(context: Context) -> None:
    """What is found in all records together is what is found in one after the other."""
    whole = set(check_each(context))
    alone = {
        finding
        for entry in context.catalogue.entries
        for finding in check_each(
            replace(context, catalogue=replace(context.catalogue, entries=(entry,)), drafts=())
        )
    } | {
        finding
        for draft in context.drafts
        for finding in check_each(
            replace(context, catalogue=replace(context.catalogue, entries=()), drafts=(draft,))
        )
    }
    assert whole == alone


def test_every_local_rule_finds_something(context: Context) -> None:
    """The golden cases have a fault for every rule that claims it, but none tells on anybody."""
    local = {code for code, rule in RULES.items() if getattr(rule, "IS_LOCAL", False)}
    personal = {"notice-reveals-person", "personal-data-in-record"}
    assert {finding.code for finding in check_each(context)} == local - personal
