"""What no page can show: a clause judged by the statement an office has made on it."""

from __future__ import annotations

from generators.audit.clauses import Clause
from generators.audit.subject import Subject
from generators.audit.verdicts import Evidence, State, Verdict
from generators.records import KINDS
from generators.records.statements import Proof, Statement

STATEMENT = "statement"


def statement_verdict(subject: Subject, clause: Clause) -> Verdict:
    """Judge a clause by its statement; one that is missing or has run out is no statement."""
    statement = subject.catalogue.statements.on(clause.number)
    if statement is None:
        return Verdict(State.UNSTATED, "还没有声明。")
    if not statement.stands_on(subject.day):
        span = f"{statement.made_on}至{statement.valid_until}"
        return Verdict(State.UNSTATED, f"声明的有效期是{span}，今天不在里面。")
    evidence = tuple(Evidence(proof.name, proof.link or "") for proof in statement.evidence)
    if lost := [p.name for p in statement.evidence if not _is_there(subject, p)]:
        return Verdict(State.FAILED, f"声明的依据找不到：{'、'.join(lost)}。", evidence)
    return Verdict(_state(statement, clause), _reason(statement, clause), evidence)


def exemption(subject: Subject, clause: Clause) -> Verdict | None:
    """Return the statement's verdict where it says, in force, that a 宜 does not apply."""
    statement = subject.catalogue.statements.on(clause.number)
    if clause.strength != "宜" or statement is None or statement.stance != "不适用":
        return None
    verdict = statement_verdict(subject, clause)
    return verdict if verdict.state is State.INAPPLICABLE else None


def _state(statement: Statement, clause: Clause) -> State:
    if statement.stance == "做到":
        return State.PASSED
    if statement.stance == "不适用" and clause.strength != "应":
        return State.INAPPLICABLE
    return State.FAILED


def _reason(statement: Statement, clause: Clause) -> str:
    if statement.stance == "不适用" and clause.strength == "应":
        return f"标准写的是“应”，不能声明不适用。{statement.says}"
    prefix = "" if statement.stance == "做到" else f"{statement.stance}："
    return f"{prefix}{statement.says}"


def _is_there(subject: Subject, proof: Proof) -> bool:
    """Tell whether the page a proof names is on the site, as far as can be known."""
    if proof.link is None or "://" in proof.link:
        return True
    kind, _, identifier = proof.link.strip("/").partition("/")
    if kind in KINDS and identifier:
        return subject.catalogue.find(kind, identifier) is not None
    return subject.built is None or subject.built.has(proof.link)
