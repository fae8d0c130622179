"""Evaluate a satisfaction survey: a table of answers and its weights in, figures out."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generators.diagnostics import Diagnostic, Span
from generators.records.surveys import Survey
from generators.satisfaction import BY_CORRELATION, METHOD, SOURCE, Figures, measure
from generators.sources import Source, read_model
from generators.sources.survey_answers import read_answers


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A survey and what its answers say."""

    survey: Survey
    figures: Figures


@dataclass(frozen=True, slots=True)
class Evaluated:
    """The result, where there is one, and all findings in order."""

    result: Evaluation | None
    findings: tuple[Diagnostic, ...]
    line_of: Callable[[str, int], str | None]


def evaluate(survey: Path) -> Evaluated:
    """Evaluate `NAME.csv` by `NAME.yml`, either of which may be given as *survey*.

    The lines of the answers are not shown with a finding: a person may stand in them.
    """
    files = [survey.with_suffix(suffix) for suffix in (".yml", ".csv")]
    if missing := [_missing(file) for file in files if not file.is_file()]:
        return Evaluated(None, tuple(missing), lambda path, number: None)
    weights, table = (Source(file.as_posix(), file.read_bytes()) for file in files)
    result, findings = _evaluated(weights, table)
    return Evaluated(
        result if not any(finding.is_error for finding in findings) else None,
        tuple(sorted((f.hidden() for f in findings), key=lambda finding: finding.sort_key)),
        lambda path, number: weights.line(number) if path == weights.path else None,
    )


def _missing(file: Path) -> Diagnostic:
    hint = "问卷表（.csv）和权重文件（.yml）放在一起，文件名相同"
    return Diagnostic("missing-file", f"找不到 {file.name}", Span(file.as_posix()), hint=hint)


def _evaluated(weights: Source, table: Source) -> tuple[Evaluation | None, list[Diagnostic]]:
    reading = read_model(weights, Survey)
    findings = list(reading.findings)
    if (survey := reading.value) is None:
        return None, findings
    answers, faults = read_answers(table, survey)
    findings += faults
    if not answers or any(finding.is_error for finding in faults):
        return None, findings
    figures = measure(survey.design, answers)
    if figures.n > survey.sent:
        message = f"发放 {survey.sent} 份，有效问卷却有 {figures.n} 份"
        findings.append(Diagnostic("figures-disagree", message, weights.locate(("sent",))))
    return Evaluation(survey, figures), findings


def as_text(result: Evaluation) -> str:
    """Write the result for a person at a terminal."""
    survey, figures = result.survey, result.figures
    lines = [
        f"{survey.period}满意度测评，{METHOD}",
        "",
        f"满意度指数  {figures.index:.1f}（满分 100），95% 置信区间 {_interval(figures)}",
        f"有效问卷    {figures.n} 份，发放 {figures.sent} 份，回收率 {figures.response_rate:.1f}%",
        f"信度        Cronbach α = {_written(figures.alpha, 2)}",
        "",
        *_aligned(_dimension_rows(figures)),
        "",
        *(_aligned(_group_rows(result)) if figures.groups else ()),
        *([""] if figures.groups else []),
        "怎么算的：",
        *(f"  {formula}" for formula in figures.formulas),
        f"依据：{SOURCE}",
    ]
    return "\n".join(lines) + "\n"


def _interval(figures: Figures) -> str:
    return "—".join(f"{end:.1f}" for end in figures.interval) if figures.interval else "算不出"


def _written(value: float | None, places: int) -> str:
    return "—" if value is None else f"{value:.{places}f}"


def _dimension_rows(figures: Figures) -> Iterator[Sequence[str]]:
    yield "维度", "权重", "问卷", "平均分", "指数", "α", "重要性", "象限"
    for part in figures.dimensions:
        yield (
            part.name,
            f"{part.weight:g}",
            str(part.n),
            f"{part.mean:.2f}",
            f"{part.index:.1f}",
            _written(part.alpha, 2),
            f"{part.importance:.2f}",
            part.quadrant,
        )


def _group_rows(result: Evaluation) -> Iterator[Sequence[str]]:
    names = [part.name for part in result.figures.dimensions]
    yield result.survey.group or "组别", "问卷", "指数", *names
    for group in result.figures.groups:
        if group.n is None:
            yield group.name, *["不公布"] * (len(names) + 2)
        else:
            indices = (_written(index, 1) for index in (group.index, *group.dimensions))
            yield group.name, str(group.n), *indices


def _aligned(rows: Iterator[Sequence[str]]) -> list[str]:
    table = list(rows)
    widths = [max(map(_width, column)) for column in zip(*table, strict=True)]
    return [
        "  ".join(
            cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in table
    ]


def _width(text: str) -> int:
    """Return the columns a terminal needs; a Han character takes two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def as_json(result: Evaluation) -> str:
    """Write the result for a program; figures have four decimals, what is withheld is null."""
    survey, figures = result.survey, result.figures
    document = {
        "period": survey.period,
        "method": METHOD,
        "source": SOURCE,
        "formulas": figures.formulas,
        "scale": int(survey.scale),
        "sent": figures.sent,
        "returned": figures.n,
        "response_rate": _rounded(figures.response_rate),
        "index": _rounded(figures.index),
        "interval": [_rounded(end) for end in figures.interval or ()] or None,
        "alpha": _rounded(figures.alpha),
        "importance_by": figures.importance_by,
        "dimensions": [
            {
                "name": part.name,
                "weight": part.weight,
                "returned": part.n,
                "mean": _rounded(part.mean),
                "index": _rounded(part.index),
                "alpha": _rounded(part.alpha),
                "importance": _rounded(part.importance),
                "quadrant": part.quadrant,
            }
            for part in figures.dimensions
        ],
        "grouped_by": survey.group,
        "groups": list(_json_groups(figures)),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _json_groups(figures: Figures) -> Iterator[dict[str, object]]:
    for group in figures.groups:
        yield {
            "name": group.name,
            "withheld": group.n is None,
            "returned": group.n,
            "index": _rounded(group.index),
            "dimensions": [_rounded(index) for index in group.dimensions],
        }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def as_record(result: Evaluation) -> str:
    """Write the `satisfaction` block of a report record; the way of sampling is to be added."""
    survey, figures = result.survey, result.figures
    block: dict[str, Any] = {
        "sent": figures.sent,
        "returned": figures.n,
        "method": f"{METHOD}，参照GB/T 19038和GB/T 19039。",
        "scale": int(survey.scale),
    }
    if figures.interval:
        low, high = figures.interval
        block["interval"] = {"low": _decimal(low), "high": _decimal(high)}
    if figures.alpha is not None:
        block["alpha"] = _decimal(figures.alpha)
    block["dimensions"] = list(_record_dimensions(result))
    if groups := [group for group in figures.groups if group.index is not None]:
        block["grouped_by"] = survey.group
        block["groups"] = [
            {"name": g.name, "returned": g.n, "index": _decimal(g.index or 0)} for g in groups
        ]
    return "# method 里补上怎么抽样、怎么调查\nsatisfaction:\n" + "".join(_block(block))


def _record_dimensions(result: Evaluation) -> Iterator[dict[str, str]]:
    by_correlation = result.figures.importance_by == BY_CORRELATION
    parts = zip(result.survey.dimensions, result.figures.dimensions, strict=True)
    for asked, part in parts:
        fields = {"name": part.name, "weight": str(asked.weight), "mean": _decimal(part.mean)}
        if part.alpha is not None:
            fields["alpha"] = _decimal(part.alpha)
        if by_correlation:
            fields["importance"] = _decimal(part.importance)
        yield fields


def _decimal(value: float) -> str:
    """Write a number with at most four decimals, never with an exponent."""
    return f"{value:.4f}".rstrip("0").rstrip(".")


def _block(block: dict[str, Any]) -> Iterator[str]:
    """Yield the lines of the fields: a list has an item a line, a part stands in braces."""
    for key, value in block.items():
        if isinstance(value, list):
            yield f"  {key}:\n"
            yield from (f"    - {_flow(item)}\n" for item in value)
        else:
            yield f"  {key}: {_flow(value)}\n"


def _flow(value: object) -> str:
    text: str = yaml.safe_dump(
        value, allow_unicode=True, default_flow_style=True, sort_keys=False, width=10_000
    )
    return text.removesuffix("\n").removesuffix("\n...")
