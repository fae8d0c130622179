"""Findings for a person at a terminal: the source line with a caret under the fault."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence

from generators.diagnostics.diagnostic import Diagnostic, Severity, Span
from generators.personal_data import hide, stars

LineOf = Callable[[str, int], str | None]
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.HINT: "36"}
_TAB = "    "


def render_text(
    diagnostics: Sequence[Diagnostic], line_of: LineOf, *, colour: bool = False, most: int = 0
) -> str:
    """Render findings and a summary line; *line_of* gives the text of a line of a file.

    Of each code at most *most* findings are shown in full and the rest counted; 0 shows all.
    """
    blocks: list[str] = []
    seen: Counter[str] = Counter()
    for diagnostic in diagnostics:
        seen[diagnostic.code] += 1
        if not most or seen[diagnostic.code] <= most:
            blocks.append(_render_one(diagnostic, line_of, colour=colour))
    blocks += [
        f"另有 {count - most} 个同类问题 [{code}] 没有显示，加 --most 0 显示全部。"
        for code, count in sorted(seen.items())
        if most and count > most
    ]
    return "\n\n".join([*blocks, _summary(diagnostics)]) + "\n"


def _render_one(diagnostic: Diagnostic, line_of: LineOf, *, colour: bool) -> str:
    head = f"{diagnostic.severity}[{diagnostic.code}]"
    if colour:
        head = f"\x1b[1;{_COLOURS[diagnostic.severity]}m{head}\x1b[0m"
    lines = [
        f"{head}：{diagnostic.message}",
        *_place(diagnostic.span, line_of, secret=diagnostic.secret),
    ]
    for note in diagnostic.notes:
        lines += [f"  说明：{note.text}", *_place(note.span, line_of)]
    if diagnostic.hint:
        lines.append(f"  怎么改：{diagnostic.hint}")
    if diagnostic.reference:
        lines.append(f"  依据：{diagnostic.reference}")
    return "\n".join(lines)


def _place(span: Span, line_of: LineOf, *, secret: bool = False) -> list[str]:
    arrow = f"  --> {span.path}:{span.line}:{span.column}"
    text = line_of(span.path, span.line)
    if text is None:
        return [arrow]
    shown = "".join(excerpt(span, text, secret=secret))
    gutter = " " * len(str(span.line))
    return [
        arrow,
        f"  {span.line} | {shown.replace(chr(9), _TAB)}".rstrip(),
        f"  {gutter} | {_caret(span, text)}",
    ]


def excerpt(span: Span, text: str, *, secret: bool) -> tuple[str, str, str]:
    """Return what of a line may be shown: before what is pointed at, that itself, and after it.

    Of a *secret* what is pointed at, and every digit beside it, is behind stars.
    """
    before, marked, after = _parted(span, hide(text))
    if not secret:
        return before, marked, after
    return re.sub(r"\d", "*", before), stars(marked), re.sub(r"\d", "*", after)


def _parted(span: Span, text: str) -> tuple[str, str, str]:
    start = span.column - 1
    end = max(start, span.end_column - 1) if span.end_line == span.line else len(text)
    return text[:start], text[start:end], text[end:]


def _caret(span: Span, text: str) -> str:
    before, marked, _ = _parted(span, text)
    return " " * display_width(before) + "^" * max(1, display_width(marked.rstrip() or marked))


def display_width(text: str) -> int:
    """Return how many terminal cells *text* takes: Han characters take two, a tab four."""
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if character == "\t":
        return len(_TAB)
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _summary(diagnostics: Sequence[Diagnostic]) -> str:
    if not diagnostics:
        return "没有发现问题。"
    counts = Counter(d.severity for d in diagnostics)
    parts = [f"{counts[s]} 个{s}" for s in Severity if counts[s]]
    files = len({d.span.path for d in diagnostics})
    return f"共 {'、'.join(parts)}，涉及 {files} 个文件。"
