"""Deadlines, months, years and tables side by side: for everybody, on any day, without a script."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

BOARDS = [
    "deadlines/",
    "calendar/",
    "calendar/2026-12/",
    "timeline/",
    "incubators/compare/",
    "loans/compare/",
]
RECORDS = [
    "courses/gyb-idea/",
    "events/noodle-clinic-2026-11/",
    "incubators/incubator-kitchen/",
    "institutions/municipal-startup-centre/",
    "loans/micro-credit-loan/",
    "mentors/mentor-zhang-catering/",
]
OFFICE = "institutions/bank-a/"  # weekdays from 9:00 to 12:00 and from 13:00 to 17:00
SAYS_WHETHER_OPEN = "[data-hours]"


def _at(page: Page, *moment: int) -> None:
    """Set the visitor's clock, given in UTC."""
    page.clock.set_fixed_time(datetime(*moment, tzinfo=UTC))  # type: ignore[misc, arg-type]


def _link_to_month(page: Page, month: str) -> Locator:
    """Return the link to the month before or after the one shown."""
    return page.get_by_role("navigation", name="换一个月").get_by_role("link", name=month)


@pytest.mark.parametrize("path", [*BOARDS, *RECORDS])
def test_page_does_not_scroll_sideways(page: Page, address: str, path: str) -> None:
    """However narrow the screen, only a table in its own frame is wider than it."""
    page.goto(address + path)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("calendar/2026-12/", "2026年12月的月历"),
        ("incubators/compare/", "孵化基地对照表"),
        ("loans/compare/", "贷款对照表"),
    ],
)
def test_wide_table_scrolls_by_keyboard(page: Page, address: str, path: str, name: str) -> None:
    """A table that is wider than a phone is a region with a name, reached and moved by keys."""
    page.goto(address + path)
    region = page.get_by_role("region", name=name)
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("(region) => region.scrollLeft > 0", arg=region.element_handle())


def test_visitor_goes_from_month_to_month(page: Page, address: str) -> None:
    """With the keyboard one goes to the next month that has something, into it, and back."""
    page.goto(f"{address}calendar/")
    _link_to_month(page, "2026年12月").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("2026年12月活动日历")
    _link_to_month(page, "2026年11月").click()
    expect(page).to_have_url(f"{address}calendar/2026-11/")
    event = page.get_by_role("table").get_by_role("link", name="想开面馆的人看这里（算账会）")
    event.click()
    expect(page).to_have_url(f"{address}events/noodle-clinic-2026-11/")


def test_table_of_a_month_has_its_weekdays(page: Page, address: str) -> None:
    """The month is a table: a day stands below its weekday, a day off says that it is one."""
    page.goto(f"{address}calendar/2026-10/")
    table = page.get_by_role("table", name="2026年10月")
    expect(table.get_by_role("columnheader").first).to_have_text("周一")
    expect(table.get_by_role("cell").filter(has_text="休")).to_have_count(7)
    expect(table.get_by_title("调休上班")).to_have_count(1)


def test_today_is_marked_on_an_old_page(page: Page, address: str) -> None:
    """The table marks the day it is, which begins at midnight in China, not that of the build."""
    page.goto(f"{address}calendar/2026-11/")
    _at(page, 2026, 11, 24, 16)
    page.reload()
    expect(page.locator("[aria-current=date]")).to_have_attribute("data-day", "2026-11-25")


def test_old_board_shows_what_is_still_to_come(page: Page, address: str) -> None:
    """Three days after the build what is past has gone, and what came near has moved up."""
    page.goto(f"{address}deadlines/")
    first = page.locator(".due").first
    expect(first).to_contain_text("想开面馆的人看这里（算账会）")
    near = page.get_by_role("region", name="7天内")
    moved = near.get_by_role("link", name="短视频开店（示例班）")
    expect(moved).to_have_count(0)
    _at(page, 2026, 11, 25, 4)
    page.reload()
    expect(first).to_contain_text("小店记账报税（示例班）")
    expect(first).to_contain_text("就在今天")
    expect(moved).to_be_visible()
    assert near.get_by_role("listitem").count() == int(
        near.locator(".shelf__count").inner_text().removesuffix("项")
    )


def test_board_of_long_ago_says_that_nothing_is_left(page: Page, address: str) -> None:
    """A year after the build there is a sentence instead of empty shelves."""
    _at(page, 2027, 11, 25, 4)
    page.goto(f"{address}deadlines/")
    expect(page.get_by_text("今后90天里没有要截止的")).to_be_visible()
    expect(page.get_by_role("region", name="90天内")).to_be_hidden()


def test_course_counts_down_from_today(page: Page, address: str) -> None:
    """The page of a course says how long one may still enrol, on the day it is read."""
    _at(page, 2026, 12, 1, 4)
    page.goto(f"{address}courses/gyb-idea/")
    expect(page.locator(".answers .countdown__words")).to_have_text("就在明天")


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ((2026, 11, 23, 1, 30), "现在开门，到12:00"),
        ((2026, 11, 23, 4, 30), "现在休息，今天13:00再开门"),
        ((2026, 11, 23, 9, 30), "已下班，明天09:00开门"),
        ((2026, 10, 1, 2), "今天不开门，10月8日（周四）09:00开门"),
    ],
)
def test_page_says_whether_the_office_is_open(
    page: Page, address: str, moment: tuple[int, ...], words: str
) -> None:
    """By the hours, the days off and the clock in China the page says whether it is open."""
    _at(page, *moment)
    page.goto(f"{address}{OFFICE}")
    expect(page.locator(SAYS_WHETHER_OPEN)).to_have_text(words)


def test_calendar_file_is_offered_under_its_title(page: Page, address: str) -> None:
    """加入日历 gives a file that is named after the event."""
    page.goto(f"{address}events/noodle-clinic-2026-11/")
    with page.expect_download() as download:
        page.get_by_role("link", name="加入日历").click()
    assert download.value.suggested_filename == "想开面馆的人看这里（算账会）.ics"
    assert download.value.path().read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_without_script_nothing_wrong_is_said(browser: Browser, address: str) -> None:
    """Without a script the boards are whole, say of which day they are, and guess no hours."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}deadlines/")
    expect(page.get_by_text("按2026年11月22日（周日）算的")).to_be_visible()
    expect(page.locator(".due").first).to_contain_text("还有2天")
    page.goto(f"{address}{OFFICE}")
    expect(page.locator(SAYS_WHETHER_OPEN)).to_have_text("")
    page.goto(f"{address}calendar/")
    _link_to_month(page, "2026年12月").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2026年12月活动日历")
    page.close()


def test_without_the_days_off_no_hours_are_guessed(browser: Browser, address: str) -> None:
    """Where the table of days off does not come the page does not say whether it is open."""
    page = browser.new_page()
    page.route("**/table.json", lambda route: route.fulfill(status=404))
    page.goto(f"{address}{OFFICE}", wait_until="networkidle")
    expect(page.locator(SAYS_WHETHER_OPEN)).to_have_text("")
    page.close()


def test_page_left_open_says_what_holds_now(page: Page, address: str) -> None:
    """Who comes back to an open page is not told what was true an hour ago."""
    _at(page, 2026, 11, 23, 3, 59)
    page.goto(f"{address}{OFFICE}")
    expect(page.locator(SAYS_WHETHER_OPEN)).to_have_text("现在开门，到12:00")
    _at(page, 2026, 11, 23, 4, 1)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator(SAYS_WHETHER_OPEN)).to_have_text("现在休息，今天13:00再开门")
