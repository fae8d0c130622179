"""Read the table of a survey's answers, UTF-8 or GBK; every wrong cell becomes a finding."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generators.diagnostics import Diagnostic, Severity, Span, did_you_mean
from generators.records.surveys import Survey
from generators.satisfaction import Answers
from generators.sources.files import Source
from generators.sources.text import UnreadableError, decode

_LONGEST_QUOTE = 20
_NOT_SAID = "未填写"


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the table: the line of the file where it begins, and its cells."""

    line: int
    cells: tuple[str, ...]


def read_answers(
    source: Source, survey: Survey
) -> tuple[tuple[Answers, ...], tuple[Diagnostic, ...]]:
    """Return the questionnaires of a table and what is wrong with it; blank rows are none."""
    try:
        header, *rows = list(_rows(source)) or [_Row(1, ())]
    except UnreadableError as error:
        return (), tuple(_with_way_out(finding) for finding in error.findings)
    findings = list(_column_faults(source.path, header, survey))
    if any(finding.is_error for finding in findings):
        return (), tuple(findings)
    for row in rows:
        findings += _row_faults(source.path, header, row, survey)
    if any(finding.is_error for finding in findings):
        return (), tuple(findings)
    answers = tuple(_answers(header, row, survey) for row in rows)
    return answers, (*findings, *_unanswered(source.path, header, answers, survey))


def _with_way_out(finding: Diagnostic) -> Diagnostic:
    too_large = finding.code == "file-too-large"
    return replace(finding, hint="分成几个文件，分别计算") if too_large else finding


def _rows(source: Source) -> Iterator[_Row]:
    # The encodings that spreadsheets save in are all welcome here.
    text, _ = decode(source.path, source.data)
    reader = csv.reader(io.StringIO(text, newline=""))
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield _Row(line, tuple(cell.strip() for cell in cells))
            line = reader.line_num + 1
    except csv.Error:
        message = f"从第{line}行起，表格的写法不对"
        hint = "用表格软件打开看看，另存为 CSV"
        span = Span(source.path, line, 1, line, 1)
        raise UnreadableError(Diagnostic("survey-cell", message, span, hint=hint)) from None


def _column_faults(path: str, header: _Row, survey: Survey) -> Iterator[Diagnostic]:
    for column in survey.columns:
        if (count := header.cells.count(column)) == 1:
            continue
        if count:
            message, hint = f"有{count}列都叫“{column}”", "改名，或者删掉多余的一列"
        else:
            message, hint = f"没有“{column}”这一列", "检查第一行的列名，要和权重文件写得一样"
            hint = did_you_mean(column, header.cells) or hint
        yield Diagnostic("survey-column", message, _cell_span(path, header, 0), hint=hint)
    for place, column in enumerate(header.cells):
        if column not in survey.columns:
            yield Diagnostic(
                "survey-column",
                f"第{place + 1}列“{_quoted(column)}”没有用到",
                _cell_span(path, header, place),
                Severity.WARNING,
                hint="删掉这一列，尤其是姓名、电话；要计算就写进权重文件",
            )


def _row_faults(path: str, header: _Row, row: _Row, survey: Survey) -> Iterator[Diagnostic]:
    if len(row.cells) != len(header.cells):
        yield Diagnostic(
            "ragged-table",
            f"第{row.line}行有{len(row.cells)}格，第一行有{len(header.cells)}格",
            _cell_span(path, row, 0),
            hint="格数要和第一行一样；没有回答的，空着，逗号保留",
        )
        return
    for place, (column, cell) in enumerate(zip(header.cells, row.cells, strict=True)):
        if column in survey.columns and column != survey.group and not _is_score(cell, survey):
            yield Diagnostic(
                "survey-cell",
                f"第{row.line}行第{place + 1}列（{column}）写的是“{_quoted(cell)}”，"
                f"要写 1 到 {survey.scale} 的整数",
                _cell_span(path, row, place),
                hint="照问卷改；没有回答就空着",
            )


def _is_score(cell: str, survey: Survey) -> bool:
    return not cell or (
        cell.isascii()
        and cell.isdecimal()
        and len(cell) <= 2
        and 1 <= int(cell) <= int(survey.scale)
    )


def _quoted(cell: str) -> str:
    return cell if len(cell) <= _LONGEST_QUOTE else f"{cell[:_LONGEST_QUOTE]}…"


def _cell_span(path: str, row: _Row, place: int) -> Span:
    """Return where a cell stands, the row having neither quotes nor spaces about its cells."""
    column = 1 + sum(len(cell) + 1 for cell in row.cells[:place])
    width = len(row.cells[place]) if row.cells else 0
    return Span(path, row.line, column, row.line, column + width)


def _answers(header: _Row, row: _Row, survey: Survey) -> Answers:
    cells = dict(zip(header.cells, row.cells, strict=True))
    scored = [column for column in survey.columns if column != survey.group and cells[column]]
    group = (cells[survey.group] or _NOT_SAID) if survey.group else None
    return Answers({column: int(cells[column]) for column in scored}, group)


def _unanswered(
    path: str, header: _Row, answers: Sequence[Answers], survey: Survey
) -> Iterator[Diagnostic]:
    """Yield a finding for a table without answers, or for each item that nobody answered."""
    if not answers:
        message, hint = "问卷表里没有一份答卷", "第一行写列名，从第二行起一份问卷写一行"
        yield Diagnostic("empty-file", message, Span(path), hint=hint)
        return
    for item in survey.design.items:
        if not any(item in answer.scores for answer in answers):
            yield Diagnostic(
                "survey-column",
                f"“{item}”这一列一个分数也没有",
                _cell_span(path, header, header.cells.index(item)),
                hint="补上分数，或者把这道题从权重文件里去掉",
            )
