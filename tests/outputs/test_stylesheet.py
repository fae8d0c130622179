"""The one stylesheet of the site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generators.artifacts import Artifact
from generators.outputs.stylesheet import with_one_stylesheet
from tests.conftest import ROOT

ASSETS = ROOT / "overrides/assets"
STYLES = sorted(ASSETS.rglob("*.css"))
# What is drawn has its own units; what is printed has a sheet of paper's.
_DRAWN = re.compile(r"\.(chart|quadrants)")


def test_stylesheets_of_components_follow_the_sites_own() -> None:
    """What a component says about its look comes after what all share, and is no file of its own."""
    files = [
        Artifact("assets/badge/badge.css", b"b"),
        Artifact("assets/badge/badge.mjs", b"script"),
        Artifact("assets/card/card.css", b"c"),
        Artifact("assets/catalogue.css", b"a"),
        Artifact("assets/images/favicon.png", b"picture"),
    ]
    *others, joined = with_one_stylesheet(files)
    assert [file.path for file in others] == [
        "assets/badge/badge.mjs",
        "assets/images/favicon.png",
    ]
    assert joined == Artifact("assets/catalogue.css", b"a\nb\nc")


def test_theme_gives_what_frames_and_written_pages_need() -> None:
    """The theme's rules come first, as far as a page has use for them; its scripts do not come."""
    files = [
        Artifact("about/index.html", b'<p class="written">'),
        Artifact("assets/catalogue.css", b"own"),
        Artifact("assets/javascripts/bundle.js", b"script"),
        Artifact("assets/stylesheets/main.1.css", b".framed{x:1}.written{x:2}.other{x:3}"),
        Artifact("assets/stylesheets/main.1.css.map", b"{}"),
    ]
    page, joined = with_one_stylesheet(files, ['<p class="framed">'])
    assert page.path == "about/index.html"
    assert joined == Artifact("assets/catalogue.css", b".framed{x:1}.written{x:2}\nown")


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.stem)
def test_letters_grow_with_the_readers_wish(file: Path) -> None:
    """Sizes are steps of a scale, so that 关怀版 and the browser's setting reach all of them."""
    lines = [line for line in file.read_text("utf-8").splitlines() if not _DRAWN.search(line)]
    on_paper = {"notice", "print"}
    fixed = [line for line in lines if re.search(r"font-size: [\d.]+px", line)]
    assert file.stem in on_paper or [line for line in fixed if "@media print" not in line] == []


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.stem)
def test_older_phones_understand_widths(file: Path) -> None:
    """Media queries ask for min-width and max-width: before 2022 browsers knew no `width < …`."""
    assert not re.search(r"@media[^{]*[<>]", file.read_text("utf-8"))
