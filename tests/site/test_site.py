"""The project's own site: every link, every promise that can be read off the files."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generators.catalogue import Catalogue
from generators.records import KINDS
from tests.site.pages import BuiltPage, read_pages, target_of

_ABSOLUTE = "404.html"  # served at any depth, so its links begin with the site's path


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, BuiltPage]:
    """Return the built pages."""
    return read_pages(site)


def test_every_internal_link_leads_somewhere(site: Path, pages: dict[str, BuiltPage]) -> None:
    """No page links to a file or a fragment that does not exist."""
    broken = []
    for page in pages.values():
        for _, link in page.links if page.path != _ABSOLUTE else ():
            target = target_of(page, link)
            if target is None:
                continue
            file, fragment = target
            known = pages.get(file)
            if not (site / file).is_file() or (known and fragment and fragment not in known.ids):
                broken.append(f"{page.path}: {link}")
    assert broken == []


def test_lost_visitors_page_links_below_the_sub_path(pages: dict[str, BuiltPage]) -> None:
    """The 404 page names everything from the path the site is published at."""
    links = [link for tag, link in pages[_ABSOLUTE].links if not link.startswith(("tel:", "#"))]
    own = [link for link in links if "shili.example" not in link and "://" not in link]
    assert own
    assert all(link.startswith("/cyfw/") or link in (".", "mailto:") for link in own), own


def test_nothing_is_loaded_from_another_host(pages: dict[str, BuiltPage]) -> None:
    """Scripts, styles, images and forms stay on the site."""
    loaded = {"script", "img", "form"}
    foreign = [
        f"{page.path}: {link}"
        for page in pages.values()
        for tag, link in page.links
        if tag in loaded and "//" in link and not link.startswith("data:image/png;base64,")
    ]
    assert foreign == []


def test_styles_load_nothing_from_another_host(site: Path) -> None:
    """No stylesheet names an address outside the site."""
    for file in site.rglob("*.css"):
        assert not re.search(r"url\(['\"]?(https?:)?//", file.read_text("utf-8")), file


def test_every_record_has_its_page(catalogue: Catalogue, pages: dict[str, BuiltPage]) -> None:
    """Each published record is at /<kind>/<id>/."""
    missing = [e.path for e in catalogue.published if f"{e.path}index.html" not in pages]
    assert missing == []


def test_every_page_has_one_first_heading(pages: dict[str, BuiltPage]) -> None:
    """Each page has exactly one h1, and its id attributes are unique."""
    wrong = [p.path for p in pages.values() if p.headings.count(1) != 1 or p.ids_twice]
    assert wrong == []


def test_no_mark_is_left(site: Path) -> None:
    """No page shows a mark of its frame."""
    left = [str(f) for f in site.rglob("*.html") if "%%catalogue" in f.read_text("utf-8")]
    assert left == []


def test_sitemap_names_every_page_and_nothing_else(site: Path, pages: dict[str, BuiltPage]) -> None:
    """sitemap.xml lists exactly the pages people may look for."""
    root = ElementTree.parse(site / "sitemap.xml").getroot()
    base = "https://www.shili.example/cyfw/"
    named = {element.text or "" for element in root.findall(".//{*}loc")}
    # Editors have the handbook, and a notice is the print of a guide.
    public = [p for p in pages if p != _ABSOLUTE and not p.startswith("handbook/")]
    public = [p for p in public if not p.endswith("/notice/index.html")]
    built = {base + path.removesuffix("index.html") for path in public}
    assert named == built - {f"{base}search/"}


def test_content_tags_of_the_guideline_are_there(site: Path) -> None:
    """A record page carries the tags that 国办发〔2017〕47号 asks for."""
    html = (site / "policies/startup-loan-2023/index.html").read_text("utf-8")
    for tag in ("SiteName", "SiteDomain", "SiteIDCode", "ColumnName", "ArticleTitle", "PubDate"):
        assert f'<meta name="{tag}" content="' in html
    assert '<html lang="zh-CN"' in html


def test_replaced_policy_says_so_and_leads_on(site: Path) -> None:
    """A policy that another replaced says so first, with a link to what replaced it."""
    html = (site / "policies/startup-loan-2020/index.html").read_text("utf-8")
    warning = html.index("这项政策已废止")
    assert warning < html.index("谁能享受")
    assert "../../policies/startup-loan-2023/" in html[warning : warning + 400]


def test_references_are_links_from_both_ends(site: Path) -> None:
    """A procedure links to its policy, and the policy back to the procedure."""
    procedure = (site / "procedures/startup-loan-personal/index.html").read_text("utf-8")
    policy = (site / "policies/startup-loan-2023/index.html").read_text("utf-8")
    assert "../../policies/startup-loan-2023/" in procedure
    assert "../../procedures/startup-loan-personal/" in policy


@pytest.mark.parametrize("kind", KINDS)
def test_section_stands_in_the_navigation(site: Path, kind: str) -> None:
    """Every section with records is in the navigation of every page."""
    html = (site / "privacy/index.html").read_text("utf-8")
    assert f'href="../{kind}/"' in html
