"""The incubators side by side, and the loans side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from generators.artifacts import Artifact
from generators.catalogue import Catalogue
from generators.outputs.publication import Publication
from generators.records.incubators import Incubator
from generators.records.loans import Loan
from generators.records.policies import Policy
from generators.sources import Entry


@dataclass(frozen=True, slots=True)
class Subsidy:
    """A policy that pays interest on a loan, and what share where it says."""

    policy: Entry
    share: Decimal | None


@dataclass(frozen=True, slots=True)
class Offer:
    """A loan with the bank that gives it and the policies that pay interest on it."""

    entry: Entry
    loan: Loan
    bank: Entry | None
    subsidies: tuple[Subsidy, ...]


@dataclass(frozen=True, slots=True)
class _Comparison:
    title: str
    description: str
    rows: Callable[[Catalogue], list[Entry] | list[Offer]]


def comparisons(publication: Publication) -> Iterator[Artifact]:
    """Yield `/incubators/compare/` and `/loans/compare/` where there is something to compare."""
    catalogue = publication.catalogue
    for kind, path in compare_paths(catalogue).items():
        comparison = _COMPARISONS[kind]
        yield publication.page(
            path,
            frame=f"{kind}/_",
            title=comparison.title,
            description=comparison.description,
            template=f"pages/compare-{kind}.html",
            rows=comparison.rows(catalogue),
        )


def compare_paths(catalogue: Catalogue) -> dict[str, str]:
    """Return the folder of each page that compares a kind, by the kind's name."""
    found = {kind: comparison.rows(catalogue) for kind, comparison in _COMPARISONS.items()}
    return {kind: f"{kind}/compare/" for kind, rows in found.items() if len(rows) > 1}


def compared(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Return those pages as (title, path)."""
    return [(_COMPARISONS[kind].title, path) for kind, path in compare_paths(catalogue).items()]


def roomiest(catalogue: Catalogue) -> list[Entry]:
    """Return the incubators, the one with the most free places first."""

    def order(entry: Entry) -> tuple[int, str]:
        free = entry.record.workstations.free if isinstance(entry.record, Incubator) else 0
        return -free, entry.id

    return sorted(catalogue.of("incubators"), key=order)


def offers(catalogue: Catalogue) -> list[Offer]:
    """Return the loans one can still apply for, the largest first."""
    found = [
        _offer(catalogue, entry, entry.record)
        for entry in catalogue.of("loans")
        if isinstance(entry.record, Loan) and _is_given(entry.record, catalogue)
    ]
    return sorted(found, key=lambda offer: (-offer.loan.amount_max, offer.entry.id))


def _is_given(loan: Loan, catalogue: Catalogue) -> bool:
    return loan.available_until is None or loan.available_until >= catalogue.as_of


def _offer(catalogue: Catalogue, entry: Entry, loan: Loan) -> Offer:
    policies = (catalogue.find("policies", name) for name in loan.policies)
    bank = catalogue.find("institutions", loan.bank)
    return Offer(entry, loan, bank, tuple(_subsidy(policy) for policy in policies if policy))


def _subsidy(policy: Entry) -> Subsidy:
    benefits = policy.record.benefits if isinstance(policy.record, Policy) else ()
    shares = {b.interest_subsidy for b in benefits if b.interest_subsidy is not None}
    return Subsidy(policy, shares.pop() if len(shares) == 1 else None)


_COMPARISONS = {
    "incubators": _Comparison(
        "孵化基地比一比",
        "各个孵化基地的空余工位、租金、能待多久和入驻条件，放在一张表里比",
        roomiest,
    ),
    "loans": _Comparison(
        "贷款比一比",
        "各种创业贷款能借多少、借多久、利息多少、谁能借，放在一张表里比",
        offers,
    ),
}
