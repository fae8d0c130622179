"""Pages before the site is made: the very bytes that the build then writes."""

from __future__ import annotations

import pytest

from generators.build.flow import build
from generators.build.previewing import Preview
from generators.build.project import Project, read_project
from generators.build.store import Store
from generators.commands.build import hosted
from tests.build.edits import write_small_project
from tests.samples import AS_OF


@pytest.fixture(scope="module")
def previewed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, list[Preview]]:
    """Return a built project, and what it offered in a second build with one more record."""
    root = write_small_project(tmp_path_factory.mktemp("previewed") / "project")
    project = read_project(root / "mkdocs.yml")
    store, offered = Store(project.cache), list[Preview]()
    build(project, host=hosted, as_of=AS_OF, store=store)
    old = min((project.content / "faqs").glob("*.yml"))
    text = old.read_text("utf-8").replace("title: ", "title: 又一个", 1)
    (project.content / "faqs/one-more.yml").write_text(text, "utf-8")
    built = build(project, host=hosted, as_of=AS_OF, store=store, offer=offered.append)
    assert not built.refusal
    return project, offered


@pytest.mark.parametrize("path", ["", "faqs/", "faqs/one-more/", "search/", "policies/"])
def test_page_is_what_the_site_then_has(
    previewed: tuple[Project, list[Preview]], path: str
) -> None:
    """Whatever part of the site a page belongs to, and whether it is new."""
    project, (preview,) = previewed
    page = f"{path}index.html"
    assert preview.page(page) == (project.site / page).read_bytes()


@pytest.mark.parametrize("path", ["about/index.html", "none/index.html", "faqs/none/index.html"])
def test_other_pages_are_left_to_the_site(
    previewed: tuple[Project, list[Preview]], path: str
) -> None:
    """What is written by hand, or is not there, is no part of an output."""
    _, (preview,) = previewed
    assert preview.page(path) is None
