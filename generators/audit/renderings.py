"""An audit as text for a terminal, as JSON, as Markdown; and the table of all clauses."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generators.audit.audits import Audit, Chapter, Finding, Tally
from generators.audit.clauses import Section, site_inspection, standard
from generators.audit.verdicts import Evidence

STANDARD = "LD/T 2001—2023《公共创业服务规范》"
INSPECTION = "网站自查（国办秘函〔2019〕19号）"


def as_text(audit: Audit) -> str:
    """Return the audit as a terminal shows it: a line a clause, more where one is not kept."""
    lines = [f"{STANDARD}对照，{audit.as_of}", *_chapters_in_text(audit.standard)]
    lines += ["", INSPECTION, *_chapters_in_text(audit.site)]
    lines += ["", "　".join(map(tally_in_words, audit.tallies)), *_remarks(audit)]
    return "\n".join(lines) + "\n"


def tally_in_words(tally: Tally) -> str:
    """Write how many clauses of a strength pass."""
    beside = f"（不适用{tally.inapplicable}）" if tally.inapplicable else ""
    return f"{tally.strength} {tally.passed}/{tally.total} 通过{beside}"


def _chapters_in_text(chapters: tuple[Chapter, ...]) -> Iterator[str]:
    for chapter in chapters:
        yield from ("", chapter.title)
        for finding in chapter.findings:
            yield from _finding_in_text(finding)


def _finding_in_text(finding: Finding) -> Iterator[str]:
    clause, verdict = finding.clause, finding.verdict
    yield f"  {verdict.state:　<3}  {clause.number:9} {clause.strength}  {verdict.reason}"
    if not verdict.passes:
        yield f"      标准：{clause.lead}{clause.text}"
        yield f"      看什么：{clause.looks_at}"
        yield from (f"      依据：{_in_words(proof)}" for proof in verdict.evidence)


def _in_words(proof: Evidence) -> str:
    return f"{proof.name}  {proof.path}".rstrip()


def _remarks(audit: Audit) -> Iterator[str]:
    if audit.unused:
        yield f"声明写了用不着声明的条款：{'、'.join(audit.unused)}。核对 content/statements.yml 里的条款号。"
    numbers = "、".join(finding.clause.number for finding in audit.failing)
    yield f"没有通过的“应”：{numbers}。" if numbers else "标准里的“应”全部通过。"


def as_json(audit: Audit) -> str:
    """Return the audit as one JSON document."""
    document = {
        "standard": "LD/T 2001—2023",
        "as_of": audit.as_of.isoformat(),
        "passes": audit.passes,
        "sample": audit.sample,
        "tallies": {
            t.strength: {"passed": t.passed, "inapplicable": t.inapplicable, "total": t.total}
            for t in audit.tallies
        },
        "clauses": [_document(f) for chapter in audit.standard for f in chapter.findings],
        "site": [_document(f) for chapter in audit.site for f in chapter.findings],
        "unused_statements": list(audit.unused),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _document(finding: Finding) -> dict[str, object]:
    clause, verdict, statement = finding.clause, finding.verdict, finding.statement
    return {
        "clause": clause.number,
        "strength": clause.strength,
        "text": f"{clause.lead}{clause.text}",
        "state": verdict.state.value,
        "reason": verdict.reason,
        "evidence": [{"name": proof.name, "path": proof.path} for proof in verdict.evidence],
        "judges": list(clause.judges),
        "looks_at": clause.looks_at,
        "statement": statement.model_dump(mode="json") if statement else None,
    }


def as_markdown(audit: Audit) -> str:
    """Return the audit as a document to print or to hand in."""
    lines = [f"# {STANDARD}对照", "", f"截至 {audit.as_of}。"]
    lines += [f"- {tally_in_words(tally)}" for tally in audit.tallies]
    lines += ["", *_remarks(audit), "", *_chapters_in_markdown(audit.standard)]
    lines += [f"# {INSPECTION}", "", *_chapters_in_markdown(audit.site)]
    return "\n".join(lines).replace("。\n- ", "。\n\n- ", 1).rstrip() + "\n"


def _chapters_in_markdown(chapters: tuple[Chapter, ...]) -> Iterator[str]:
    for chapter in chapters:
        yield from (f"## {chapter.title}", "")
        yield from ("| 条款 | 要求 | 结论 | 内容 | 理由 | 依据 |", "|---|---|---|---|---|---|")
        yield from map(_row, chapter.findings)
        yield ""


def _row(finding: Finding) -> str:
    clause, verdict = finding.clause, finding.verdict
    proofs = "；".join(
        f"[{proof.name}]({proof.path})" if proof.path else proof.name for proof in verdict.evidence
    )
    state = verdict.state if verdict.passes else f"**{verdict.state}**"
    cells = (clause.number, clause.strength, state, clause.lead + clause.text, verdict.reason)
    return _line(*cells, proofs)


def clause_table() -> str:
    """Return the documentation of every clause: how strong it is, who judges it, by what."""
    lines = [
        "# The audit: every clause, its judge and its evidence",
        "",
        "Made from `generators/audit/ldt2001.yml` and `gov_sites_2019.yml` by",
        "`pytest tests/audit --update-golden`; a test fails while it is out of date. A clause with",
        "several judges needs all of them to pass. `statement` is a statement in",
        "`content/statements.yml`; the others are functions in `generators/audit/judges/`.",
        "",
    ]
    for title, sections in ((STANDARD, standard()), (INSPECTION, site_inspection())):
        lines += [f"## {title}", "", *_table(sections), ""]
    return "\n".join(lines).rstrip() + "\n"


def _table(sections: tuple[Section, ...]) -> Iterator[str]:
    yield from ("| Clause | Strength | Judge | Evidence |", "|---|---|---|---|")
    for section in sections:
        for clause in section.clauses:
            judges = "、".join(f"`{name}`" for name in clause.judges)
            yield _line(clause.number, clause.strength, judges, clause.looks_at)


def _line(*cells: str) -> str:
    escaped = (cell.replace("|", r"\|").replace("\n", " ") for cell in cells)
    return f"| {' | '.join(escaped)} |"
