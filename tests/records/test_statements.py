"""Statements: what an office says about a clause, and for how long."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generators.records.statements import Statement, Statements
from tests.samples import faults

FIELDS: dict[str, Any] = {
    "clause": "5.1.1",
    "says": "设了六处。",
    "evidence": [{"name": "登记表"}],
    "by": "综合业务科",
    "made_on": "2026-09-30",
    "valid_until": "2027-09-30",
}


def test_statement_stands_from_its_day_to_its_last() -> None:
    """Both ends count as days on which it stands."""
    statement = Statement.model_validate(FIELDS)
    days = (date(2026, 9, 29), date(2026, 9, 30), date(2027, 9, 30), date(2027, 10, 1))
    assert [statement.stands_on(day) for day in days] == [False, True, True, False]


@pytest.mark.parametrize("last", ["2026-09-30", "2026-01-01", "2028-10-01"])
def test_statement_ends_within_two_years(last: str) -> None:
    """A statement that ends at once, before it began, or hardly ever, is a fault."""
    assert faults(Statement, FIELDS | {"valid_until": last}) == ["out-of-order"]


@pytest.mark.parametrize(
    ("link", "codes"),
    [
        ("institutions/municipal-hall/", []),
        ("https://www.shili.example/a", []),
        ("/institutions/", ["url-shape"]),
        ("institutions/municipal-hall", ["url-shape"]),
        ("javascript:alert(1)/", ["url-shape"]),
    ],
)
def test_evidence_is_a_page_of_the_site_or_an_address(link: str, codes: list[str]) -> None:
    """What is linked is a path below the site or an address on the web, nothing else."""
    found = faults(Statement, FIELDS | {"evidence": [{"name": "网页", "link": link}]})
    assert found[:1] == codes


def test_statement_needs_evidence_and_a_clause_one_statement() -> None:
    """Nothing is stated without evidence, and nothing twice."""
    assert faults(Statement, FIELDS | {"evidence": []}) == ["too_short"]
    assert faults(Statements, {"statements": [FIELDS, FIELDS]}) == ["duplicate-key"]
    assert Statements.model_validate({"statements": [FIELDS]}).on("5.1.2") is None
