"""The pages of procedures and policies: order, jumps, states, paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import script, violations
from tests.browser.printing import printed, squeezed, words

PROCEDURE = "procedures/startup-loan-personal/"
POLICY = "policies/startup-loan-2023/"
OLD = "policies/startup-loan-2018/"
# The order inspectors check (就业领域基层政务公开标准目录).
SECTIONS = (
    "谁能办",
    "要什么材料",
    "怎么办",
    "在哪办",
    "下载表格",
    "结果怎么拿",
    "收费",
    "办事依据",
    "不归我们管？找谁",
    "咨询",
    "投诉",
    "对结果不服",
)


def test_sections_stand_in_the_order_that_is_checked(page: Page, address: str) -> None:
    """Nothing that must be published is missing or out of place."""
    page.goto(f"{address}{PROCEDURE}")
    headings = page.get_by_role("heading", level=2).all_inner_texts()
    assert tuple(heading for heading in headings if heading in SECTIONS) == SECTIONS


def test_most_wanted_is_there_without_scrolling(page: Page, address: str) -> None:
    """A phone shows the time limit, the price, the way to apply and the phone at once."""
    page.goto(f"{address}{PROCEDURE}")
    for words_ in ("承诺时限", "法定时限", "收费", "什么时候办好"):
        expect(page.get_by_text(words_, exact=True).first).to_be_in_viewport()
    expect(page.get_by_role("link", name="在线申请")).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 1280])
def test_jumps_are_not_hidden_under_the_header(browser: Browser, address: str, width: int) -> None:
    """Every jump by keyboard brings its heading into view below the sticky header."""
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.goto(f"{address}{PROCEDURE}")
    for link in page.get_by_role("navigation", name="本页内容").get_by_role("link").all():
        target = page.locator(link.get_attribute("href") or "")
        link.press("Enter")
        header = page.get_by_role("banner").bounding_box()
        heading = target.bounding_box()
        assert header is not None
        assert heading is not None
        assert header["y"] + header["height"] <= heading["y"] < 844
    page.close()


def test_line_of_policies_is_shown_from_both_ends(page: Page, address: str) -> None:
    """The newest and a replaced policy show the same line, each saying which one it is."""
    lines = []
    for path in (POLICY, OLD):
        page.goto(f"{address}{path}")
        lines.append(page.locator(".lineage__stage p:nth-child(2)").all_inner_texts())
        expect(page.locator(".lineage [aria-current]")).to_contain_text("（本页）")
    newest, old = ([line.replace("（本页）", "") for line in texts] for texts in lines)
    assert newest == old
    assert len(old) == 4


def test_replaced_policy_leads_on_before_anything_else(page: Page, address: str) -> None:
    """Who lands on a replaced policy sees so, and where to go, on the first screen."""
    page.goto(f"{address}policies/startup-loan-2020/")
    expect(page.get_by_text("这项政策已废止，不能再按它申请。")).to_be_in_viewport()
    page.get_by_role("note").get_by_role("link", name="创业担保贷款及贴息").click()
    expect(page).to_have_url(f"{address}{POLICY}")


@pytest.mark.parametrize("path", [PROCEDURE, POLICY])
def test_wide_page_has_no_violation(browser: Browser, address: str, path: str) -> None:
    """With its contents beside the text a page passes too; on a phone test_accessibility looks."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address + path)
    page.wait_for_load_state("networkidle")
    assert violations(page, script()) == []
    page.close()


@pytest.mark.parametrize("path", [PROCEDURE, POLICY, "policies/", "institutions/municipal-hall/"])
def test_print_is_black_on_white_without_navigation(
    browser: Browser, address: str, path: str
) -> None:
    """On paper there is no menu, and no ink for a background, even of a dark screen."""
    page = browser.new_page(color_scheme="dark")
    page.goto(address + path)
    said = words(printed(page))
    assert squeezed("搜索全站") not in said
    assert squeezed("站点地图") not in said
    page.emulate_media(media="print")
    colours = "$e => [getComputedStyle($e).color, getComputedStyle($e).backgroundColor]"
    assert page.locator("h1").evaluate(colours) == ["rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"]
    assert page.locator("body").evaluate(colours)[1] == "rgb(255, 255, 255)"
    page.close()


def test_print_keeps_states_and_addresses(browser: Browser, address: str) -> None:
    """A state stays a word on paper, and a link out of the site shows where it leads."""
    page = browser.new_page()
    page.goto(f"{address}policies/startup-loan-2020/")
    assert "已废止" in words(printed(page))
    page.goto(f"{address}{PROCEDURE}")
    said = words(printed(page))
    assert "有效" in said
    assert "https://bsdt.shili.example/startup-loan-personal" in said
    page.close()
