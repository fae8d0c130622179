"""The last gate: personal data in what people read stops a site, nothing else does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.artifacts import Artifact
from generators.build.gate import PersonalDataError, leaks_in, refuse
from generators.build.pieces import Piece
from generators.build.rendering import output_files
from generators.cli import main
from tests.conftest import project_options

MOBILE = "13912345678"


def refusal(*artifacts: Artifact) -> str:
    """Return why the artifacts do not get through."""
    with pytest.raises(PersonalDataError) as error:
        refuse([leak for artifact in artifacts for leak in leaks_in(artifact)])
    return str(error.value)


def passes(path: str, text: str) -> bool:
    """Tell whether a file gets through."""
    return not leaks_in(Artifact.of_text(path, text))


def test_files_and_masked_numbers_are_named() -> None:
    """All files that must not go out are named at once; the others get through."""
    message = refusal(
        Artifact.of_text("a/index.html", f"<p>{MOBILE}</p>"),
        Artifact.of_text("b.json", '{"id": "11010519491231002X"}'),
        Artifact.of_text("c.txt", "0000-1234567"),
    )
    assert message == (
        "生成的网站里有个人信息，没有发布：\n"
        "  a/index.html：手机号 139*****678\n"
        "  b.json：身份证号 110************02X"
    )


def test_long_lists_are_cut() -> None:
    """Of very many the first twenty are named and the rest counted."""
    message = refusal(Artifact.of_text("a.txt", f"{MOBILE}\n" * 25))
    assert message.count("139*****678") == 20
    assert message.endswith("\n  另有 5 处")


@pytest.mark.parametrize("path", ["a.json", "a.xml", "a.txt", "a.csv", "a.md"])
def test_texts_are_read(path: str) -> None:
    """Whatever is text is read."""
    assert refusal(Artifact.of_text(path, f'"{MOBILE}"')).endswith(f"{path}：手机号 139*****678")


def test_calendar_lines_are_unfolded() -> None:
    """A number is found across the fold of a long line."""
    folded = f"DESCRIPTION:找小王 {MOBILE[:5]}\r\n {MOBILE[5:]}\r\n"
    assert "手机号 139*****678" in refusal(Artifact.of_text("a.ics", folded))


@pytest.mark.parametrize(
    "html",
    [
        f"<td>{MOBILE}</td>",
        "139&nbsp;1234&#160;5678",
        f"&#49;{MOBILE[1:]}",
        f"<a href='tel:{MOBILE}'>打电话</a>",
        f'<img src="a.png" alt="李某 {MOBILE}">',
        f'<meta name="description" content="{MOBILE}">',
        f"<!-- {MOBILE} -->",
        f'<script type="application/ld+json">{{"telephone": "{MOBILE}"}}</script>',
    ],
)
def test_what_people_read_in_a_page(html: str) -> None:
    """Text, spoken attributes, numbers to dial, comments and data for engines are read."""
    assert "a.html：手机号" in refusal(Artifact.of_text("a.html", html))


@pytest.mark.parametrize(
    "html",
    [
        f'<link rel="stylesheet" href="assets/{MOBILE}.css">',
        f'<script src="assets/main.{MOBILE}.js"></script>',
        f'<link rel="canonical" href="https://www.shili.example/{MOBILE}/">',
        f'<meta property="og:url" content="https://www.shili.example/{MOBILE}/">',
        f'<svg viewBox="0 0 24 24"><path d="M1 {MOBILE}"/></svg>',
        f'<h2 id="{MOBILE}" class="a-{MOBILE}">标题</h2>',
        "<style>a{margin:13912345678px}</style>",
        "<p>116.13912345678, 39.13912345678</p>",
        "<p>统一社会信用代码 115113010833722043</p>",
        "<td>139</td><td>1234</td><td>5678</td>",
    ],
)
def test_what_nobody_reads_in_a_page(html: str) -> None:
    """Addresses of assets, drawings, anchors, coordinates and credit codes get through."""
    assert passes("a.html", html)


GAPS = st.sampled_from(["", " ", "\u3000", "\xa0", "-", "－", "‐", "‑", "–", "—", "−", "&nbsp;"])
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


@given(GAPS, GAPS, st.booleans(), st.text("年，：0a9\n", max_size=3))
def test_first_look_overlooks_nothing(one: str, two: str, wide: bool, before: str) -> None:
    """A number is found however it is grouped, in digits of any width, after anything."""
    number = f"{MOBILE[:3]}{one}{MOBILE[3:7]}{two}{MOBILE[7:]}"
    html = f"<p>{before} {number.translate(WIDE) if wide else number}</p>"
    assert "a.html：手机号" in refusal(Artifact.of_text("a.html", html))


def test_notices_have_no_birth_dates() -> None:
    """In pages of notices birth dates and homes are sought, elsewhere not."""
    html = "<dt>出生日期</dt><dd>1985-03-12</dd>"
    assert passes("faqs/a/index.html", html)
    message = refusal(Artifact.of_text("notices/a/index.html", html))
    assert message.endswith("notices/a/index.html：出生日期 ****-**-**")
    assert passes("notices/a/index.html", "<p>不公布出生日期和住址。</p>")


def test_scripts_and_attachments_are_not_read() -> None:
    """Programs are no texts, and attachments were looked at before."""
    assert passes("assets/a.js", MOBILE)
    assert passes("attachments/a.pdf", MOBILE)


def test_refused_site_changes_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A build that the gate stops ends with 1, says why, and leaves no site."""
    clean = output_files

    def leaking(*arguments: Any, **options: Any) -> Iterator[tuple[Piece, Callable[[], bytes]]]:
        yield from clean(*arguments, **options)
        yield Piece.of(Artifact.of_text("leak.txt", MOBILE)), bytes

    monkeypatch.setattr("generators.build.flow.output_files", leaking)
    assert main(["build", *project_options(project), "--site", str(project / "out")]) == 1
    assert not (project / "out").exists()
    assert list(project.glob("out.*")) == []
