"""Findings in a page: all of them there, nothing of them markup."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from generators.diagnostics import Diagnostic, Note, Severity, Span, render_html

_ELEMENTS = {"li", "p", "b", "code", "pre", "mark"}


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        assert [name for name, _ in attrs] in ([], ["class"])


def _line_of(path: str, number: int) -> str | None:
    return "  - 高校毕业 <b>" if path == "a.yml" else None


def test_finding_has_fault_place_line_and_way_out() -> None:
    """What is wrong stands first, then the file, the line with the fault marked, and the hint."""
    finding = Diagnostic(
        "unknown-term",
        "没有“高校毕业”",
        Span("a.yml", 3, 5, 3, 9),
        hint="您是不是要写“高校毕业生”？",
        notes=(Note(Span("b.yml", 1), "词表在这里"),),
        reference="LD/T 2001",
    )
    assert render_html([finding], _line_of) == (
        '<li><p class="error"><b>错误</b> 没有“高校毕业” <code>unknown-term</code></p>'
        "<p>a.yml 第 3 行</p><pre>  - <mark>高校毕业</mark> &lt;b&gt;</pre>"
        "<p>说明：词表在这里</p><p>b.yml 第 1 行</p>"
        "<p>怎么改：您是不是要写“高校毕业生”？</p><p>依据：LD/T 2001</p></li>"
    )


def test_long_lists_are_cut() -> None:
    """The rest is counted; all of it is in the terminal."""
    html = render_html([Diagnostic("a", "错", Span("b.yml"))] * 25, _line_of)
    assert html.count("<li>") == 21
    assert html.endswith("<li>另有 5 个问题，见终端。</li>")


def test_secret_is_not_shown() -> None:
    """What is pointed at stays behind stars, as in the terminal."""
    finding = Diagnostic("a", "错", Span("a.yml", 1, 5, 1, 9), secret=True)
    assert "<mark>＊＊＊＊</mark>" in render_html([finding], _line_of)


_WRITTEN = st.text(max_size=20)


@given(_WRITTEN, _WRITTEN, _WRITTEN, st.sampled_from(Severity))
@settings(max_examples=50)
def test_nothing_written_by_others_becomes_markup(
    said: str, path: str, line: str, severity: Severity
) -> None:
    """Whatever stands in a file, a message or a name, the page has only our elements."""
    span = Span(path, 1, 2, 1, 4)
    finding = Diagnostic(said, said, span, severity, hint=said, notes=(Note(span, said),))
    elements = _Elements()
    elements.feed(render_html([finding], lambda *_: line))
    assert elements.names <= _ELEMENTS
