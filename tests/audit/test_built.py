"""The survey of a built site: which links are alive."""

from __future__ import annotations

import pytest

from generators.audit.built import Built, Links, Survey

SITE = {
    "index.html": "<h1 id=top>",
    "faqs/index.html": "",
    "faqs/a/index.html": "<h2 id='why'>",
    "404.html": '<a href="/cyfw/nowhere/">',
}
FILES = ("assets/site.css", "attachments/表.docx")


@pytest.mark.parametrize(
    "link",
    [
        '<a href="../../">',
        '<a href="./">',
        '<a href="../">',
        "<a class=x href=../a/#why>",
        '<a href="#why">',
        '<a href="../../#top">',
        '<a href="?q=1">',
        '<link rel="stylesheet" href="../../assets/site.css?v=1">',
        '<a href="../../attachments/%E8%A1%A8.docx">',
        '<a href="https://www.gov.cn/x">',
        '<a href="//www.gov.cn/x">',
        '<a href="tel:12333">',
        '<a href="mailto:a@b.example">',
        '<a href="">',
    ],
)
def test_living_links_are_no_fault(link: str) -> None:
    """Pages, fragments, files and other sites can all be linked to."""
    page = SITE["faqs/a/index.html"] + link
    assert list(Built.of(SITE | {"faqs/a/index.html": page}, FILES).dead()) == []


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ('<a href="../b/">', "faqs/b/index.html"),
        ('<a href="../../faqs">', "faqs"),
        ('<a href="#how">', "faqs/a/index.html#how"),
        ('<a href="../../#bottom">', "index.html#bottom"),
        ('<img alt="" src="../../assets/gone.png">', "assets/gone.png"),
        ('<a href="../../attachments/gone.docx">', "attachments/gone.docx"),
        ('<a href="../../../">', "../index.html"),
    ],
)
def test_dead_links_are_named_with_their_page(link: str, target: str) -> None:
    """What is not there is found: a page, a fragment, an image, an attachment."""
    built = Built.of(SITE | {"faqs/a/index.html": link}, FILES)
    assert list(built.dead()) == [("faqs/a/index.html", target)]


def test_survey_expects_what_is_made_later() -> None:
    """Files that are made later can be expected."""
    survey = Survey()
    survey.add("index.html", Links.of("index.html", '<a href="standard/">'))
    survey.add("a.css")
    assert list(survey.built().dead()) == [("index.html", "standard/index.html")]
    assert list(survey.built("standard/index.html").dead()) == []
    assert survey.built().home == '<a href="standard/">'
