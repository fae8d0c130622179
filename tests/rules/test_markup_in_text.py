"""HTML and script links in texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.diagnostics import Severity, Span
from generators.rules.markup_in_text import CODE
from tests.samples import FAQ, findings


def test_markup_is_at_its_text(tmp_path: Path) -> None:
    """A tag is quoted, and its text is pointed at."""
    text = FAQ.replace("summary: 财政付一半", "summary: <b>财政</b>付一半")
    (found,) = findings(tmp_path, CODE, {"faqs/a.yml": text})
    assert (found.message, found.severity) == ("文字里有“<b>”", Severity.ERROR)
    assert found.span == Span("faqs/a.yml", 2, 10, 2, 13)
    assert found.hint == "只写文字；正文里的链接写成 [文字](网址)"


@pytest.mark.parametrize(
    "answer",
    ["<script>x</script>", "看[这](javascript:alert(1))", "<!-- 待定 -->", "<img src=x onerror=y>"],
)
def test_dangerous_markup_is_found(answer: str, tmp_path: Path) -> None:
    """Scripts, script links, comments and elements with handlers are all found."""
    text = FAQ.replace("answer: ", f"answer: {answer}")
    assert len(findings(tmp_path, CODE, {"faqs/a.yml": text})) == 1


@pytest.mark.parametrize("answer", ["1 < 2，3 > 2", "看[这](https://shili.example/)", "<3个月"])
def test_plain_text_is_fine(answer: str, tmp_path: Path) -> None:
    """Comparisons and ordinary links are no markup."""
    text = FAQ.replace("answer: ", f"answer: 答，{answer}")
    assert findings(tmp_path, CODE, {"faqs/a.yml": text}) == []
