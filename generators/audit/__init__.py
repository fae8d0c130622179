"""The audit: LD/T 2001—2023 clause by clause, and 国办秘函〔2019〕19号 item by item."""

from __future__ import annotations

from generators.audit.audits import Audit, Chapter, Finding, Tally
from generators.audit.built import HOME, Built, Links, Survey
from generators.audit.clauses import Clause, Section, site_inspection, standard
from generators.audit.judges import JUDGES
from generators.audit.renderings import as_json, as_markdown, as_text, clause_table
from generators.audit.statements import STATEMENT, exemption, statement_verdict
from generators.audit.subject import Subject
from generators.audit.verdicts import Evidence, State, Verdict, together
from generators.catalogue import Catalogue
from generators.sources import Draft

__all__ = [
    "HOME",
    "Audit",
    "Built",
    "Chapter",
    "Clause",
    "Evidence",
    "Finding",
    "Links",
    "State",
    "Survey",
    "Tally",
    "Verdict",
    "as_json",
    "as_markdown",
    "as_text",
    "audit",
    "clause_table",
]


def audit(
    catalogue: Catalogue, *, drafts: tuple[Draft, ...] = (), built: Built | None = None
) -> Audit:
    """Judge every clause and item on the catalogue's day.

    *drafts* are the records that are not valid; with *built* the pages themselves are judged
    as well: links, attachments, footers and the blocks of every procedure.
    """
    subject = Subject(catalogue, drafts, built)
    stating = {c.number for section in standard() for c in section.clauses if _takes_statement(c)}
    stated = [statement.clause for statement in catalogue.statements.statements]
    return Audit(
        as_of=catalogue.as_of,
        standard=tuple(_chapter(subject, section) for section in standard()),
        site=tuple(_chapter(subject, section) for section in site_inspection()),
        unused=tuple(clause for clause in stated if clause not in stating),
        sample=catalogue.site.sample or catalogue.statements.sample,
    )


def _takes_statement(clause: Clause) -> bool:
    return STATEMENT in clause.judges or clause.strength == "宜"


def _chapter(subject: Subject, section: Section) -> Chapter:
    return Chapter(section.title, tuple(_finding(subject, clause) for clause in section.clauses))


def _finding(subject: Subject, clause: Clause) -> Finding:
    used = _takes_statement(clause)
    statement = subject.catalogue.statements.on(clause.number) if used else None
    verdict = exemption(subject, clause) or together(
        *(_verdict(subject, clause, name) for name in clause.judges)
    )
    return Finding(clause, verdict, statement)


def _verdict(subject: Subject, clause: Clause, name: str) -> Verdict:
    return statement_verdict(subject, clause) if name == STATEMENT else JUDGES[name](subject)
