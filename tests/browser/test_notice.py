"""一次性告知单: one sheet of A4, whole, with a script and without."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generators.catalogue import Catalogue
from generators.cli import main
from generators.records.procedures import Procedure
from tests import samples
from tests.browser.printing import A4, printed, size, squeezed, words
from tests.conftest import ROOT, copied_project, project_options

NOTICE = "procedures/startup-loan-personal/notice/"
TITLE = "关于高校毕业生和就业困难人员首次创办小微企业或者从事个体经营的一次性补贴申领和公示"


def test_every_notice_is_one_sheet_without_scripts(
    browser: Browser, address: str, catalogue: Catalogue
) -> None:
    """Nothing has to run for a notice to fit one sheet of A4."""
    context = browser.new_context(java_script_enabled=False)
    reader = context.new_page()
    for entry in catalogue.of("procedures"):
        reader.goto(f"{address}{entry.path}notice/")
        assert (entry.id, len(printed(reader).pages)) == (entry.id, 1)
    context.close()


def test_every_notice_is_one_whole_sheet(page: Page, address: str, catalogue: Catalogue) -> None:
    """Each procedure has its conditions, materials, places and phones on one sheet of A4."""
    for entry in catalogue.of("procedures"):
        record = entry.record
        assert isinstance(record, Procedure)
        page.goto(f"{address}{entry.path}notice/")
        paper = printed(page)
        assert (entry.id, len(paper.pages), size(paper)) == (entry.id, 1, A4)
        said = words(paper)
        asked = [material.name for material in record.materials]
        begun = [condition.partition("。")[0] for condition in record.conditions]
        phones = [channel.value for channel in record.consultation]
        assert [w for w in (record.title, *asked, *begun, *phones) if squeezed(w) not in said] == []
        assert squeezed("以本页二维码所示最新版本为准") in said


@pytest.fixture(scope="module")
def long_notice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a notice of fifteen materials, twelve conditions and ten windows."""
    project = copied_project(tmp_path_factory.mktemp("long") / "project")
    source = "在本市有固定的经营场所。从事个体经营的，还要有连续三个月以上的纳税或者交易记录。"
    fields = samples.procedure(
        title=TITLE,
        bases=[{"policy": "employment-funds-2023"}],
        authority="municipal-hall",
        conditions=[f"第{n}项：{source}" for n in range(1, 13)],
        materials=[
            {
                "name": f"第{n}份材料：营业执照副本或者民办非企业单位登记证书",
                "necessity": "必要",
                "form": "电子或纸质",
                "copies": {"original": 1, "photocopy": 1},
                "source": "申请人自备",
                "note": source,
            }
            for n in range(1, 16)
        ],
        places={"windows": ["municipal-hall#创业服务窗口", "xinhe-street-window#就业创业窗口"] * 5},
        remedies=["行政复议", "行政诉讼", "信访"],
    )
    (project / "content/procedures/long.yml").write_text(samples.as_text(fields), "utf-8")
    site = project / "site"
    assert main(["build", *project_options(project), "--site", str(site)]) == 0
    return site / "procedures/long"


@pytest.mark.parametrize("measured", [True, False])
def test_very_long_procedure_still_fits(
    browser: Browser, long_notice: Path, measured: bool
) -> None:
    """The type shrinks and only first sentences stay, but every material is asked for."""
    page = browser.new_page()
    page.goto((long_notice / "notice/index.html").as_uri())
    if measured:  # a page that is read from the disk does not load modules
        page.add_script_tag(path=ROOT / "overrides/assets/notice/notice.mjs", type="module")
    paper = printed(page)
    said = words(paper)
    assert len(paper.pages) == 1
    assert [n for n in range(1, 16) if f"第{n}份材料:" not in said] == []
    assert squeezed(TITLE) in said
    page.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", ["index.html", "notice/index.html"])
def test_long_title_breaks_nothing(
    browser: Browser, long_notice: Path, path: str, width: int
) -> None:
    """A title of forty characters wraps; neither page scrolls sideways."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto((long_notice / path).as_uri())
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.close()


def test_large_letters_change_nothing_on_paper(page: Page, address: str) -> None:
    """Who reads in large light letters on a dark ground prints the same one sheet in black."""
    page.add_init_script("localStorage.care = 'on'; localStorage.scheme = 'dark'")
    page.goto(f"{address}{NOTICE}")
    expect(page.locator("html[data-care][data-md-color-scheme='slate']")).to_be_attached()
    assert len(printed(page).pages) == 1
    page.emulate_media(media="print")
    assert page.locator("h1").evaluate("$e => getComputedStyle($e).color") == "rgb(0, 0, 0)"


def test_button_prints_and_guide_leads_there(page: Page, address: str) -> None:
    """From the guide one comes to the notice, and its button opens the printer's window."""
    page.add_init_script("window.print = () => { window.printed = true }")
    page.goto(f"{address}procedures/startup-loan-personal/")
    page.get_by_role("link", name="打印一次性告知单").click()
    page.get_by_role("button", name="打印这一页").click()
    assert page.evaluate("window.printed")


def test_screen_shows_all_words_in_readable_type(page: Page, address: str) -> None:
    """However small the print is, the page on the screen is as large as others, and whole."""
    page.goto(f"{address}{NOTICE}")
    page.locator(".notice").evaluate("$notice => ($notice.dataset.fit = '7')")
    assert page.locator(".notice").evaluate("$e => getComputedStyle($e).fontSize") == "17px"
    assert page.locator(".notice__rest:visible").count() == page.locator(".notice__rest").count()


def test_notice_fits_a_phone_and_a_desk(browser: Browser, address: str) -> None:
    """The sheet is never wider than the screen; what axe says stands in test_accessibility."""
    page = browser.new_page()
    page.goto(f"{address}{NOTICE}")
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.close()
