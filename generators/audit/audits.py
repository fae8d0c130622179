"""What an audit is: the clauses of a day with their verdicts, and the counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generators.audit.clauses import Clause
from generators.audit.verdicts import State, Verdict
from generators.records.statements import Statement

STRENGTHS = ("应", "宜", "原则", "单项否决", "扣分")


@dataclass(frozen=True, slots=True)
class Finding:
    """A clause with its verdict, and the statement it rests on."""

    clause: Clause
    verdict: Verdict
    statement: Statement | None

    @property
    def fails(self) -> bool:
        """Tell whether an 应 is not kept; to have stated nothing is not to keep it."""
        return self.clause.strength == "应" and not self.verdict.passes


@dataclass(frozen=True, slots=True)
class Chapter:
    """Findings under a heading."""

    title: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many clauses of one strength there are, how many pass, how many do not apply."""

    strength: str
    passed: int
    inapplicable: int
    total: int


@dataclass(frozen=True, slots=True)
class Audit:
    """The findings of a day.

    *unused* are the clauses that a statement names but none of the standard's asks for.
    """

    as_of: date
    standard: tuple[Chapter, ...]
    site: tuple[Chapter, ...]
    unused: tuple[str, ...]
    sample: bool

    @property
    def findings(self) -> Iterator[Finding]:
        """Yield all findings, those of the standard first."""
        for chapter in (*self.standard, *self.site):
            yield from chapter.findings

    @property
    def failing(self) -> tuple[Finding, ...]:
        """Return the 应 clauses that are not kept."""
        return tuple(finding for finding in self.findings if finding.fails)

    @property
    def passes(self) -> bool:
        """Tell whether every 应 of the standard is kept."""
        return not self.failing

    def finding(self, number: str) -> Finding:
        """Return the finding on a clause."""
        return next(finding for finding in self.findings if finding.clause.number == number)

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """Return the counts by strength."""
        return tuple(self._tally(strength) for strength in STRENGTHS)

    def _tally(self, strength: str) -> Tally:
        states = [f.verdict.state for f in self.findings if f.clause.strength == strength]
        return Tally(
            strength, states.count(State.PASSED), states.count(State.INAPPLICABLE), len(states)
        )
