"""The finder: filters, results and their address, on the search page and in sections."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

LOADS = "search/?q=贷款&audience=高校毕业生&status=有效"
RETRY = "再试一次"


@pytest.fixture
def wide(browser: Browser) -> Iterator[Page]:
    """Return a page wide enough for the filters to stand beside the list."""
    page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    yield page
    page.close()


def _sentence(page: Page) -> Locator:
    return page.get_by_role("status").and_(page.locator("[data-finder-status]"))


def _cards(page: Page) -> Locator:
    return page.locator(".finder__found .card:visible")


def _titles(page: Page) -> list[str]:
    return _cards(page).locator(".card__title").all_inner_texts()


def test_events_are_filtered_with_the_keyboard_alone(wide: Page, address: str) -> None:
    """Tab and Space choose an audience; count, sentence, cards and address follow."""
    wide.goto(f"{address}events/")
    box = wide.get_by_role("checkbox", name="高校毕业生")
    expect(box).to_be_visible()
    count = int(wide.locator(".choice", has=box).locator(".choice__count").inner_text())
    wide.get_by_role("combobox", name="在活动赛事里找").focus()
    for _ in range(20):
        if box.evaluate("(box) => box === document.activeElement"):
            break
        wide.keyboard.press("Tab")
    wide.keyboard.press("Space")

    expect(_sentence(wide)).to_have_text(f"适用于高校毕业生的活动赛事，共 {count} 条")
    expect(_cards(wide)).to_have_count(count)
    expect(box).to_be_focused()
    expect(box).to_be_checked()
    assert wide.evaluate("decodeURI(location.search)") == "?audience=高校毕业生"


def test_phone_opens_filters_and_leaves_them_for_the_results(page: Page, address: str) -> None:
    """On a phone a button unfolds the filters, and another leads from them to what was found."""
    page.goto(f"{address}events/")
    box = page.get_by_role("checkbox", name="报名中 ")
    expect(box).to_be_hidden()
    page.get_by_role("button", name="筛选", exact=True).click()
    page.locator("summary", has_text="状态").click()
    box.check()
    page.get_by_role("button", name=re.compile(r"看 \d+ 条")).click()
    expect(box).to_be_hidden()
    expect(_sentence(page)).to_be_focused()
    expect(_sentence(page)).to_contain_text("报名中的活动赛事，共")
    expect(page.get_by_role("button", name="筛选（已选 1 项）")).to_be_visible()


def test_address_restores_what_was_wanted(wide: Page, address: str) -> None:
    """A shared address shows query, filters, chips and sentence to whoever opens it."""
    wide.goto(f"{address}{LOADS}")
    expect(_sentence(wide)).to_have_text(
        re.compile(r"与“贷款”有关、适用于高校毕业生、有效的内容，共 \d+ 条")
    )
    expect(wide.locator("#page-query")).to_have_value("贷款")
    expect(wide.get_by_role("checkbox", name="高校毕业生")).to_be_checked()
    expect(wide.get_by_role("list", name="选了的条件").get_by_role("listitem")).to_have_count(3)


def test_chip_takes_its_filter_away(wide: Page, address: str) -> None:
    """A chip removes its filter and leaves the focus on the next; the last leads back."""
    wide.goto(f"{address}{LOADS}")
    wide.get_by_role("button", name="去掉：高校毕业生").press("Enter")
    expect(_sentence(wide)).to_contain_text("与“贷款”有关、有效的内容")
    expect(wide.get_by_role("button", name="去掉：有效")).to_be_focused()
    wide.get_by_role("button", name="清除筛选").press("Enter")
    expect(_sentence(wide)).to_contain_text("与“贷款”有关的内容")
    expect(_sentence(wide)).to_be_focused()
    assert wide.evaluate("decodeURI(location.search)") == "?q=贷款"


def test_back_button_goes_through_what_was_wanted(wide: Page, address: str) -> None:
    """Back takes the last filter away and then shows the section's own list again."""
    wide.goto(f"{address}policies/")
    list_ = _titles(wide)
    wide.get_by_role("checkbox", name="高校毕业生").check()
    expect(_sentence(wide)).to_contain_text("适用于高校毕业生的创业政策")
    wide.get_by_role("checkbox", name="即将到期").check()
    expect(_sentence(wide)).to_contain_text("适用于高校毕业生、即将到期的创业政策")
    wide.go_back()
    expect(_sentence(wide)).to_contain_text("适用于高校毕业生的创业政策")
    wide.go_back()
    expect(wide.get_by_role("checkbox", name="高校毕业生")).not_to_be_checked()
    assert _titles(wide) == list_
    wide.go_forward()
    expect(_sentence(wide)).to_contain_text("适用于高校毕业生的创业政策")


def test_back_from_a_record_shows_as_much_as_before(page: Page, address: str) -> None:
    """More results are announced, take the focus, and are there again after a visit."""
    page.goto(f"{address}search/?q=创业")
    expect(_cards(page)).to_have_count(10)
    page.get_by_role("button", name="再看一些").click()
    expect(_cards(page)).to_have_count(20)
    expect(_sentence(page)).to_contain_text("已显示 20 条")
    eleventh = _cards(page).nth(10).get_by_role("link")
    expect(eleventh).to_be_focused()
    eleventh.click()
    page.wait_for_load_state("networkidle")
    expect(page.locator(".record__head")).to_be_visible()
    page.go_back()
    expect(_cards(page)).to_have_count(20)


def test_cards_are_those_of_lists(page: Page, address: str) -> None:
    """A found card says what the list's card says, and its link leads to the same page."""
    page.goto(f"{address}policies/")
    page.wait_for_load_state("networkidle")
    listed = _cards(page).first
    said, link = listed.inner_text(), listed.get_by_role("link").evaluate("(a) => a.href")
    page.goto(f"{address}policies/?audience=高校毕业生")
    expect(_sentence(page)).to_contain_text("共")
    same = _cards(page).filter(has=page.locator(f"a[href='{link}']"))
    assert same.inner_text() == said


def test_words_are_marked(page: Page, address: str) -> None:
    """The words of the query are marked in the title, or in the text that has them."""
    page.goto(f"{address}search/?q=贴息")
    page.wait_for_load_state("networkidle")
    expect(_cards(page).first.locator("mark").first).to_have_text("贴息")
    page.goto(f"{address}search/?q=财金〔2023〕75号")
    expect(_cards(page).first.locator(".card__summary mark").first).to_have_text("财金〔2023")


def test_newest_come_first_if_asked(wide: Page, address: str) -> None:
    """Sorting is kept in the address; the newest policy of the home page comes first."""
    wide.goto(address)
    newest = wide.locator("section[aria-labelledby=newest] li a").first.inner_text()
    wide.goto(f"{address}policies/")
    wide.get_by_label("排序").select_option("最新发布")
    expect(wide).to_have_url(f"{address}policies/?sort=newest")
    expect(_cards(wide)).to_have_count(10)
    assert _titles(wide)[0] == newest


def test_facet_with_one_value_is_not_shown(wide: Page, address: str) -> None:
    """What all results have in common is no choice, but what is chosen can be undone."""
    wide.goto(f"{address}search/?kind=loans")
    expect(wide.get_by_role("group", name="类别")).to_be_visible()
    expect(wide.get_by_role("group", name="服务领域")).to_be_hidden()


def test_long_facet_is_unfolded(wide: Page, address: str) -> None:
    """Of many values seven are shown, and a button shows the rest."""
    wide.goto(f"{address}search/")
    topics = wide.get_by_role("group", name="主题")
    expect(topics.get_by_role("checkbox")).to_have_count(7)
    topics.get_by_role("button", name="更多").click()
    assert topics.get_by_role("checkbox").count() > 7
    topics.get_by_role("button", name="收起").click()
    expect(topics.get_by_role("checkbox")).to_have_count(7)


def test_nothing_found_is_said_with_what_is_near(page: Page, address: str) -> None:
    """Where nothing is found near things follow under their heading, and ways to go on."""
    page.goto(f"{address}search/?q=火星移民补贴")
    expect(_sentence(page)).to_have_text("没有完全一样的，下面是最相近的")
    near = page.get_by_role("region", name="相近的内容")
    expect(near.locator(".card").first).to_be_visible()
    ways = page.locator(".finder__nothing")
    expect(ways.get_by_role("link", name="创业政策")).to_be_visible()
    expect(ways.get_by_role("link", name="12333")).to_be_visible()


def test_section_leads_on_to_the_whole_site(page: Page, address: str) -> None:
    """A section that has nothing leads to the same search of the whole site."""
    page.goto(f"{address}loans/?q=面馆")
    expect(_sentence(page)).to_contain_text("没有找到与“面馆”有关的融资产品")
    page.get_by_role("link", name="在全站找").click()
    expect(_sentence(page)).to_have_text(re.compile(r"与“面馆”有关的内容，共 \d+ 条"))


def test_what_may_be_meant_is_a_button(page: Page, address: str) -> None:
    """A misspelt query offers the right one, which is then searched for."""
    page.goto(f"{address}search/?q=但保贷款")
    page.get_by_role("button", name="担保贷款", exact=True).click()
    expect(_sentence(page)).to_contain_text("与“担保贷款”有关的内容，共")
    expect(page.get_by_role("combobox", name="搜索全站")).to_have_value("担保贷款")


def test_failure_is_said_and_can_be_retried(browser: Browser, address: str) -> None:
    """Without a network the page says so; a button tries again."""
    page = browser.new_page()
    page.route("**/manifest.json", lambda route: route.abort())
    page.goto(f"{address}search/?q=贷款")
    expect(_sentence(page)).to_have_text("没有打开，可能是网络断了。")
    page.unroute("**/manifest.json")
    page.get_by_role("button", name=RETRY).click()
    expect(_sentence(page)).to_contain_text("共")
    expect(page.get_by_role("button", name=RETRY)).to_be_hidden()
    page.close()


def test_section_is_a_paged_list_without_scripts(browser: Browser, address: str) -> None:
    """Without JavaScript the list is there and nothing of the finder is in sight."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}policies/")
    expect(page.locator(".card").first).to_be_visible()
    for part in (".search-box", ".finder__bar", ".finder__panel", ".chips"):
        expect(page.locator(f".finder {part}")).to_be_hidden()
    context.close()


def test_index_is_not_loaded_before_it_is_needed(page: Page, address: str) -> None:
    """On a phone a section loads nothing of the index until a filter or a box is used."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}events/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/search/search.mjs" in url or "manifest.json" in url]


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("path", [LOADS, "search/?q=火星移民补贴", "policies/?audience=高校毕业生"])
def test_results_fit_their_screen(browser: Browser, address: str, path: str, width: int) -> None:
    """Results, chips and open filters never scroll sideways."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(address + path)
    expect(_cards(page).first).to_be_visible()
    if width < 960:
        page.locator(".finder__toggle").click()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.close()


def test_what_is_tapped_is_large_enough(page: Page, address: str) -> None:
    """On a phone everything of the finder that is tapped is 44 pixels high."""
    page.goto(f"{address}{LOADS}")
    page.locator(".finder__toggle").click()
    page.locator("summary", has_text="适用人群").click()
    tapped = page.locator(".finder :is(button, select, summary, .choice, input[name=q]):visible")
    expect(tapped.nth(12)).to_be_visible()
    heights = tapped.evaluate_all("(all) => all.map((e) => e.getBoundingClientRect().height)")
    assert min(heights) >= 44
