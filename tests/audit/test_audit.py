"""The engine: statements, exemptions, drafts, and what time does to the verdicts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from generators.audit import Audit, Built, Finding, State, audit
from generators.audit.judges.supervision import BLOCKS
from generators.audit.subject import Subject
from generators.catalogue import Catalogue
from generators.records.statements import Statement, Statements
from generators.sources import Draft, Source, read_entry
from tests.audit import spoiling
from tests.audit.spoiling import Spoiler
from tests.conftest import ROOT
from tests.samples import AS_OF

AGEING = ROOT / "tests" / "golden" / "audit" / "ageing.txt"
MONTHS = (0, 1, 3, 6, 12, 24)
PLACE = "5.1.1"  # a clause that only a statement can keep


def _stating(catalogue: Catalogue, *statements: Statement) -> Catalogue:
    return replace(catalogue, statements=Statements(statements=statements))


def _statement(**changes: object) -> Statement:
    fields = {
        "clause": PLACE,
        "says": "设了六处。",
        "evidence": [{"name": "登记表"}],
        "by": "综合业务科",
        "made_on": "2026-09-30",
        "valid_until": "2027-09-30",
    }
    return Statement.model_validate(fields | changes)


def _place(catalogue: Catalogue, statement: Statement, number: str = PLACE) -> Finding:
    return audit(_stating(catalogue, statement)).finding(number)


def test_sample_city_keeps_every_must(catalogue: Catalogue) -> None:
    """On the fixed day every 应 passes, and what the city does not do yet is not hidden."""
    result = audit(catalogue)
    assert [f.clause.number for f in result.failing] == []
    assert result.passes
    assert result.unused == ()
    assert [f.clause.number for f in result.findings if not f.verdict.passes] == ["6.7.2 c)"]


def test_what_is_not_stated_is_not_kept(catalogue: Catalogue) -> None:
    """Without statements every 应 that rests on one fails as 待声明."""
    result = audit(_stating(catalogue))
    finding = result.finding(PLACE)
    assert (finding.verdict.state, finding.fails) == (State.UNSTATED, True)
    assert {f.clause.number for f in result.failing} >= {PLACE, "6.2.3", "7.1.2", "7.2.1"}
    assert not result.passes


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, State.PASSED),
        ({"valid_until": "2026-11-22"}, State.PASSED),
        ({"valid_until": "2026-11-21"}, State.UNSTATED),
        ({"made_on": "2026-11-23"}, State.UNSTATED),
        ({"stance": "没做到"}, State.FAILED),
        ({"stance": "不适用"}, State.FAILED),
        ({"evidence": [{"name": "机构", "link": "institutions/nowhere/"}]}, State.FAILED),
        ({"evidence": [{"name": "网页", "link": "https://www.shili.example/"}]}, State.PASSED),
    ],
)
def test_statement_counts_while_it_stands(
    catalogue: Catalogue, changes: dict[str, object], state: State
) -> None:
    """A statement passes from its day to its last, with evidence that can be found."""
    assert _place(catalogue, _statement(**changes)).verdict.state is state


def test_should_may_be_stated_not_to_apply(catalogue: Catalogue) -> None:
    """A 宜 that an office states not to apply is neither passed nor failed, while it stands."""
    statement = _statement(clause="6.6.2 c)", stance="不适用", says="由省里统一办。")
    assert _place(catalogue, statement, "6.6.2 c)").verdict.state is State.INAPPLICABLE
    ended = statement.model_copy(update={"valid_until": date(2026, 11, 1)})
    assert _place(catalogue, ended, "6.6.2 c)").verdict.state is State.PASSED


def test_statement_does_not_mend_what_the_records_lack(catalogue: Catalogue) -> None:
    """Where records and a statement are both asked for, one of them is not enough."""
    spoiled = spoiling.without("courses")
    result = _audited(catalogue, spoiled)
    assert result.finding("6.3.1").statement is not None
    assert result.finding("6.3.1").verdict.state is State.FAILED


def test_statement_nobody_asks_for_is_named(catalogue: Catalogue) -> None:
    """A statement on a clause that records judge, or that does not exist, is pointed out."""
    stated = _stating(catalogue, _statement(clause="7.1.1"), _statement(clause="9.9"))
    assert audit(stated).unused == ("7.1.1", "9.9")


def _audited(catalogue: Catalogue, spoiler: Spoiler) -> Audit:
    subject = spoiler(Subject(catalogue))
    return audit(subject.catalogue, drafts=subject.drafts, built=subject.built)


@pytest.mark.parametrize("kind", ["现场", "信函", "电话", "网络"])
def test_no_channel_of_complaint_may_be_missing(catalogue: Catalogue, kind: str) -> None:
    """Without one of the four channels 7.3 fails and names it."""
    verdict = _audited(catalogue, spoiling.without_channel(kind)).finding("7.3").verdict
    assert verdict.state is State.FAILED
    assert f"缺{kind}" in verdict.reason


@pytest.mark.parametrize(
    ("block", "field"), [(b, f) for b, (fields, _) in BLOCKS.items() for f in fields]
)
def test_no_block_of_any_procedure_may_be_missing(
    catalogue: Catalogue, block: str, field: str
) -> None:
    """A procedure without one of the six blocks is an error in its file, and fails 7.1.1."""
    for entry in catalogue.of("procedures"):
        said = yaml.load(entry.source.data, yaml.BaseLoader)
        del said[field]
        text = yaml.safe_dump(said, allow_unicode=True, sort_keys=False)
        draft = read_entry(Source(entry.source.path, text.encode()))
        assert isinstance(draft, Draft)
        assert [(f.code, f.span.path, f.is_error) for f in draft.findings][-1:] == [
            ("missing-field", entry.source.path, True)
        ]
        rest = tuple(e for e in catalogue.entries if e is not entry)
        result = audit(replace(catalogue, entries=rest), drafts=(draft,))
        assert result.finding("7.1.1").fails
        assert f"{entry.source.path} 有错误发不出去，缺{block}" in (
            result.finding("7.1.1").verdict.reason
        )


def test_page_without_a_block_fails_although_the_record_has_it(catalogue: Catalogue) -> None:
    """The built page is judged as well: a template that drops a block is found out."""
    ids = ("bases", "offers", "conditions", "materials", "steps", "limits", "complaints")
    whole = "".join(f"<h2 id={name}>" for name in ids)
    paths = [f"{entry.path}index.html" for entry in catalogue.of("procedures")]
    complete = Built.of(dict.fromkeys(paths, whole))
    assert audit(catalogue, built=complete).finding("7.1.1").verdict.passes
    broken = Built.of({**dict.fromkeys(paths, whole), paths[0]: whole.replace("limits", "")})
    assert "缺时限" in audit(catalogue, built=broken).finding("7.1.1").verdict.reason


def _months_later(months: int) -> date:
    year, month = divmod(AS_OF.year * 12 + AS_OF.month - 1 + months, 12)
    return date(year, month + 1, AS_OF.day)


def test_time_takes_one_clause_after_another(
    catalogue: Catalogue, golden: Callable[[Path, str], None]
) -> None:
    """Content that nobody touches keeps fewer clauses from month to month, never more."""
    lost: list[str] = []
    lines = []
    for months in MONTHS:
        result = audit(replace(catalogue, as_of=_months_later(months)))
        failed = [f.clause.number for f in result.findings if not f.verdict.passes]
        assert set(lost) <= set(failed)
        fresh = [number for number in failed if number not in lost]
        assert fresh
        lines.append(f"{months}个月：{'、'.join(fresh)}\n")
        lost = failed
    golden(AGEING, "".join(lines))
