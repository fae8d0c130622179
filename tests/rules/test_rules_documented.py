"""Every rule is documented, registered, tested, and never crashes on a faulty record."""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import generators.rules
from generators.records import KINDS
from generators.rules import RULES
from generators.rules.context import Context
from generators.sources import Draft, Source, read_entry
from tests.samples import SAMPLES, as_text, catalogue

ROOM = Path(generators.rules.__file__).parent.parent
FILES = sorted((ROOM / "rules").glob("*.py"))
NAMES = [file.stem for file in FILES if file.stem not in ("__init__", "context")]
# Where a finding is given its code in the text of the package.
_CODE = re.compile(r'(?:fault|Diagnostic)\(\s*(?:path,\s*)?"([a-z]+(?:-[a-z]+)*)"')


@pytest.fixture(params=NAMES)
def rule(request: pytest.FixtureRequest) -> ModuleType:
    """Return each module of a rule."""
    return importlib.import_module(f"generators.rules.{request.param}")


def _name(rule: ModuleType) -> str:
    return rule.__name__.rpartition(".")[2]


def test_rule_is_named_by_its_fault(rule: ModuleType) -> None:
    """The code of a rule is the name of its file, and the rule is in force."""
    code = _name(rule).replace("_", "-")
    assert RULES[code] is rule
    assert getattr(rule, "CODE", code) == code


def test_rule_says_what_and_why(rule: ModuleType) -> None:
    """A rule explains in at least two sentences what the fault is and whom it hurts."""
    assert len(re.findall(r"\S(?:[.!?](?=\s|$)|[。！？])", rule.__doc__ or "")) >= 2


def test_rule_that_checks_has_a_test_of_its_name(rule: ModuleType) -> None:
    """Each rule that looks at the whole catalogue has a code, a sentence and a file of tests."""
    if hasattr(rule, "check"):
        assert rule.CODE
        assert rule.check.__doc__
        assert (Path(__file__).parent / f"test_{_name(rule)}.py").is_file()


def test_every_code_is_documented() -> None:
    """Whatever code a finding can have, a file of that name explains it."""
    used = set()
    for room in ("records", "sources", "build", "editing"):
        for file in (ROOM / room).glob("*.py"):
            used.update(_CODE.findall(file.read_text("utf-8")))
    assert {"impossible-date", "encoding", "missing-file"} <= used
    assert used - RULES.keys() == set()


_ANYTHING = st.recursive(
    st.one_of(st.sampled_from(["a#b", "#", "妇女", "a-hall#创业窗口", ""]), st.none()),
    lambda parts: st.one_of(
        st.lists(parts, max_size=3),
        st.dictionaries(st.sampled_from(["windows", "policy", "file", "all"]), parts),
    ),
    max_leaves=5,
)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=40)  # of each kind
@given(data=st.data())
def test_rules_survive_faulty_records(kind: str, data: st.DataObject) -> None:
    """Whatever a record says, the rules look at it and place what they find in it or a section."""
    fields = list(KINDS[kind].model.model_fields)
    changes: dict[str, Any] = data.draw(
        st.dictionaries(st.sampled_from(fields), _ANYTHING, min_size=1, max_size=2)
    )
    source = Source(f"{kind}/a.yml", as_text(SAMPLES[kind](**changes)).encode())
    result = read_entry(source)
    drafts = (result,) if isinstance(result, Draft) else ()
    entries = () if isinstance(result, Draft) else (result,)
    ids: dict[str, frozenset[str]] = {name: frozenset() for name in KINDS}
    found = list(generators.rules.check(Context(catalogue(*entries), drafts, ids, frozenset())))
    assert {finding.span.path for finding in found} <= {source.path, *KINDS}
