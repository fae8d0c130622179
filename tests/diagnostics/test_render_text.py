"""Findings for a person: the line, a caret under the fault, and the way out."""

from __future__ import annotations

import pytest

from generators.diagnostics import Diagnostic, Note, Severity, Span, render_text
from generators.diagnostics.render_text import display_width


def render(text: str, *diagnostics: Diagnostic, colour: bool = False) -> str:
    """Render findings on a file that says *text*."""
    lines = text.splitlines()
    return render_text(
        diagnostics,
        lambda _, number: lines[number - 1] if number <= len(lines) else None,
        colour=colour,
    )


def caret(line: str, column: int, end_column: int) -> str:
    """Return the marker below a line, from where the line begins."""
    diagnostic = Diagnostic("x", "错", Span("a.yml", 1, column, 1, end_column))
    return render(line, diagnostic).splitlines()[3].removeprefix("    | ")


def test_nothing_found() -> None:
    """Without findings one sentence says so."""
    assert render("") == "没有发现问题。\n"


def test_finding_with_everything() -> None:
    """A finding shows its place, its notes, the way out and what it rests on."""
    diagnostic = Diagnostic(
        "duplicate-key",
        "字段“title”写了两次",
        Span("faqs/a.yml", 12, 1, 12, 6),
        hint="留下正确的一个，删掉另一个",
        notes=(Note(Span("faqs/a.yml", 2, 1, 2, 6), "首次出现在这里"),),
        reference="LD/T 2001—2023 6.1",
    )
    text = "\ntitle: 一\n" + "\n" * 9 + "title: 二\n"
    assert render(text, diagnostic) == (
        "错误[duplicate-key]：字段“title”写了两次\n"
        "  --> faqs/a.yml:12:1\n"
        "  12 | title: 二\n"
        "     | ^^^^^\n"
        "  说明：首次出现在这里\n"
        "  --> faqs/a.yml:2:1\n"
        "  2 | title: 一\n"
        "    | ^^^^^\n"
        "  怎么改：留下正确的一个，删掉另一个\n"
        "  依据：LD/T 2001—2023 6.1\n"
        "\n"
        "共 1 个错误，涉及 1 个文件。\n"
    )


def test_findings_are_counted_by_gravity_and_file() -> None:
    """Findings are apart by an empty line, and the last line counts them, errors first."""
    found = [
        Diagnostic("stray-file", "不发布", Span("a.txt", 9), Severity.WARNING),
        Diagnostic("dull", "可以更好", Span("b.yml", 9), Severity.HINT),
        Diagnostic("bad-id", "不能用", Span("B.yml", 9)),
        Diagnostic("bad", "不对", Span("B.yml", 9, 2)),
    ]
    assert render("", *found) == (
        "警告[stray-file]：不发布\n  --> a.txt:9:1\n\n"
        "提示[dull]：可以更好\n  --> b.yml:9:1\n\n"
        "错误[bad-id]：不能用\n  --> B.yml:9:1\n\n"
        "错误[bad]：不对\n  --> B.yml:9:2\n\n"
        "共 2 个错误、1 个警告、1 个提示，涉及 3 个文件。\n"
    )


def test_caret_stands_under_han_characters() -> None:
    """A Han character takes two cells, before the fault and within it."""
    assert caret("地区: 火星, 全国", 5, 7) == " " * 6 + "^" * 4


def test_caret_after_a_tab() -> None:
    """A tab is shown, and counted, as four cells."""
    diagnostic = Diagnostic("x", "错", Span("a.yml", 1, 2, 1, 3))
    shown = render("\ta\tb", diagnostic).splitlines()
    assert shown[2:4] == ["  1 |     a    b", "    |     ^"]


@pytest.mark.parametrize(
    ("column", "end_column", "expected"),
    [(1, 4, "^^^"), (4, 5, "   ^"), (9, 12, "   ^"), (1, 99, "^^^"), (2, 2, " ^")],
)
def test_caret_has_a_width(column: int, end_column: int, expected: str) -> None:
    """A fault without a length, or beyond the end of its line, is still marked."""
    assert caret("abc", column, end_column) == expected


def test_caret_of_several_lines_runs_to_the_end_of_the_first() -> None:
    """Of a fault of several lines the first is marked."""
    diagnostic = Diagnostic("x", "错", Span("a.yml", 1, 4, 3, 2))
    assert render("a: bcd\n", diagnostic).splitlines()[3] == "    |    ^^^"


def test_empty_line_has_no_spaces_at_its_end() -> None:
    """Nothing is printed after the bar of an empty line."""
    diagnostic = Diagnostic("x", "错", Span("a.yml"))
    assert render("\n", diagnostic).splitlines()[2:4] == ["  1 |", "    | ^"]


@pytest.mark.parametrize(
    ("severity", "code"), [(Severity.ERROR, 31), (Severity.WARNING, 33), (Severity.HINT, 36)]
)
def test_colour_only_when_asked(severity: Severity, code: int) -> None:
    """The head is coloured by gravity where a terminal asked, and nothing is otherwise."""
    diagnostic = Diagnostic("x", "错", Span("a.yml"), severity)
    coloured = render("", diagnostic, colour=True)
    assert coloured.startswith(f"\x1b[1;{code}m{severity}[x]\x1b[0m：错\n")
    assert "\x1b" not in render("", diagnostic)


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("政策", 4), ("（：）", 6), ("e\u0301", 1), ("\t", 4), ("", 0)]
)
def test_display_width(text: str, width: int) -> None:
    """Han and full-width characters take two cells, combining ones none, a tab four."""
    assert display_width(text) == width
