"""What else there is on a subject, and which policy replaced which."""

from __future__ import annotations

import pytest

from generators.catalogue import Catalogue
from generators.outputs.relations import by_kind, lineage, predecessors, successors
from generators.sources import Entry
from tests import samples


def policies(**replaced: list[str]) -> tuple[Catalogue, dict[str, Entry]]:
    """Return a catalogue of policies that replace others, and its entries by id."""
    entries = {name: samples.entry("policies", name, supersedes=r) for name, r in replaced.items()}
    return samples.catalogue(*entries.values()), entries


CHAIN: dict[str, list[str]] = {"d": ["c"], "c": ["b"], "b": ["a"], "a": [], "other": []}


@pytest.mark.parametrize("here", "abcd")
def test_chain_is_the_same_from_both_ends(here: str) -> None:
    """Whichever policy one stands on, the whole line is shown, newest first."""
    catalogue, entries = policies(**CHAIN)
    assert [e.id for e in lineage(catalogue, entries[here])] == ["d", "c", "b", "a"]


def test_policy_may_replace_several() -> None:
    """All that one policy replaced stand below it."""
    catalogue, entries = policies(new=["one", "two"], one=[], two=[])
    assert [e.id for e in predecessors(catalogue, entries["new"])] == ["one", "two"]
    assert [e.id for e in lineage(catalogue, entries["new"])] == ["new", "one", "two"]
    assert [e.id for e in successors(catalogue, entries["two"])] == ["new"]


def test_policies_that_replace_each_other_do_not_hang_the_build() -> None:
    """A circle, which the check refuses, is gone round once."""
    catalogue, entries = policies(a=["b"], b=["a"])
    assert {e.id for e in lineage(catalogue, entries["a"])} == {"a", "b"}


def test_policy_that_only_refers_to_another_does_not_replace_it() -> None:
    """A policy that is based on another is no successor of it."""
    upper = samples.entry("policies", "upper")
    lower = samples.entry("policies", "lower", based_on=["upper"])
    assert successors(samples.catalogue(upper, lower), upper) == ()


def test_entries_stand_in_the_order_of_the_sections() -> None:
    """Kinds without entries are left out; the others keep the order of the navigation."""
    faq, policy = samples.entry("faqs", "q"), samples.entry("policies", "p")
    assert by_kind([faq, policy]) == (("创业政策", (policy,)), ("常见问题", (faq,)))
